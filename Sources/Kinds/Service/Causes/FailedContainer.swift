public import Model

/// The container of a service in trouble whose log says most.
public struct FailedContainer: Sendable, Equatable {
    /// The task's id, 32 hexadecimal digits.
    public let task: String
    /// The container's name.
    public let container: String

    /// Of the tasks that an observation found stopped, the newest that had run; nil when none had.
    public static func newest(in detail: Value) -> FailedContainer? {
        let stopped = (detail["evidence"]?["stopped"]?.list ?? []).map(StoppedTask.init).sorted()
        let ran = stopped.first { task in task.containers.contains { $0.exitCode != nil } }
        return ran.flatMap { task in
            task.culprit.map { FailedContainer(task: task.id, container: $0.name) }
        }
    }

    /// True when the observation found the service in trouble.
    public static func isExpected(in detail: Value) -> Bool { detail["evidence"] != nil }
}
