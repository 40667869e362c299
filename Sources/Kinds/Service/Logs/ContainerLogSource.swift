import AWSECS
public import Model

/// Where one container of one task writes its log (driver `awslogs`).
public struct ContainerLogSource: Sendable, Hashable {
    /// The task's id, 32 hexadecimal digits.
    public let task: String
    /// The container's name.
    public let container: String
    /// The log group's name (`awslogs-group`).
    public let group: String
    /// The log stream: `prefix/container/task`; without `awslogs-stream-prefix` the container's own id.
    public let stream: String
    /// Another region than the task's (`awslogs-region`); nil for the task's own.
    public let region: String?

    /// The logs of `task` (a task as DescribeTasks gives it) by its task definition (DescribeTaskDefinition's
    /// `taskDefinition`), in the order of the definition. Containers with another driver, whose lines CloudWatch does not
    /// have, are left out.
    public static func all(of task: Value, by definition: Value) -> [ContainerLogSource] {
        let task = ECS.Task(task)
        let arn = task.taskArn ?? ""
        let ran = Dictionary((task.containers ?? []).map { ($0.name ?? "", $0) }) { first, _ in first }
        return (definition["containerDefinitions"]?.list ?? []).compactMap { container in
            guard let name = container["name"]?.string, let group = option("group", container) else { return nil }
            let id = Service.lastPart(arn)
            let stream = option("stream-prefix", container).map { "\($0)/\(name)/\(id)" } ?? ran[name]?.runtimeId
            let region = option("region", container).flatMap {
                arn.split(separator: ":").contains(Substring($0)) ? nil : $0
            }
            return stream.map {
                ContainerLogSource(task: id, container: name, group: group, stream: $0, region: region)
            }
        }
    }

    private static func option(_ name: String, _ container: Value) -> String? {
        guard container["logConfiguration"]?["logDriver"]?.string == "awslogs" else { return nil }
        return container["logConfiguration"]?["options"]?["awslogs-\(name)"]?.string
    }
}
