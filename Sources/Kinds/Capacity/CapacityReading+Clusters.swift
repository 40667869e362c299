import AWSECS
import Model

/// Clusters and what runs in them.
extension CapacityReading {
    mutating func readClusters(_ names: [String]) async {
        let replies = await ask(about: Set(names).sorted(), by: 100) {
            AWSCall("ecs", "DescribeClusters", ["clusters": .texts($0)])
        }
        seen.clusters = replies.flatMap { $0["clusters"]?.list ?? [] }.filter { $0["status"]?.string == "ACTIVE" }
        for arn in seen.clusters.compactMap({ $0["clusterArn"]?.string }) {
            await readServices(of: arn)
            // Tasks first: what stops in between still counts on its instance, what starts is counted there already.
            await readTasks(of: arn)
            await readContainerInstances(of: arn)
        }
    }

    private mutating func readServices(of cluster: String) async {
        let arns = await list("ListServices", "serviceArns", ["cluster": .string(cluster), "maxResults": 100])
        let replies = await ask(about: arns, by: 10) {
            AWSCall("ecs", "DescribeServices", ["cluster": .string(cluster), "services": .texts($0)])
        }
        seen.services += replies.flatMap { $0["services"]?.list ?? [] }
    }

    /// Those that have not stopped; a task that is to stop is listed as STOPPED from then on.
    private mutating func readTasks(of cluster: String) async {
        let running = await list("ListTasks", "taskArns", ["cluster": .string(cluster), "desiredStatus": "RUNNING"])
        let memory = AWSCall("ecs", "ListTasks", ["cluster": .string(cluster), "desiredStatus": "STOPPED"])
        let stopping = await list("ListTasks", "taskArns", memory.input)
        // What has stopped stays so, and a service that fails for an hour leaves hundreds.
        let ended = Set((await context.cache.answer(to: memory)?.list ?? []).compactMap(\.string))
        let open = Set(running).union(stopping).subtracting(ended).sorted()
        let replies = await ask(about: open, by: 100) {
            AWSCall("ecs", "DescribeTasks", ["cluster": .string(cluster), "tasks": .texts($0)])
        }
        let tasks = replies.flatMap { $0["tasks"]?.list ?? [] }
        seen.tasks += tasks.filter { $0["lastStatus"]?.string != "STOPPED" }
        let gone = tasks.filter { $0["lastStatus"]?.string == "STOPPED" }.compactMap { $0["taskArn"]?.string }
        let known = ended.intersection(stopping).union(gone).sorted()
        await context.cache.keep(.texts(known), as: memory, .slow, of: nil)
    }

    private mutating func readContainerInstances(of cluster: String) async {
        let arns = await list("ListContainerInstances", "containerInstanceArns", ["cluster": .string(cluster)])
        let replies = await ask(about: arns, by: 100) {
            AWSCall(
                "ecs", "DescribeContainerInstances",
                ["cluster": .string(cluster), "containerInstances": .texts($0)])
        }
        // An ARN in the short form of old accounts does not name its cluster.
        seen.containerInstances += replies.flatMap { $0["containerInstances"]?.list ?? [] }.map { row in
            var row = row
            row["clusterArn"] = .string(cluster)
            return row
        }
    }

    private mutating func list(_ operation: String, _ member: String, _ input: Value) async -> [String] {
        let replies = await ask([AWSCall("ecs", operation, input)])
        return replies.flatMap { $0?[member]?.list ?? [] }.compactMap(\.string)
    }

    /// Revisions never change, so each is asked for once.
    mutating func readTaskDefinitions() async {
        let deployments = seen.services.flatMap { $0["deployments"]?.list ?? [] }
        let arns =
            (seen.services + deployments).compactMap { $0["taskDefinition"]?.string }
            + seen.tasks.compactMap { $0["taskDefinitionArn"]?.string }
        let replies = await ask(Set(arns).sorted().map(TaskDefinition.describe), kept: .immutable)
        seen.taskDefinitions = replies.compactMap { $0?["taskDefinition"] }
    }

    mutating func readScalableTargets() async {
        let ids = seen.services.compactMap { $0["serviceArn"]?.string }
            .compactMap { $0.split(separator: ":").last.map(String.init) }
        let replies = await ask(about: ids, by: 50) {
            AWSCall(
                ScalableTargets.service, "DescribeScalableTargets",
                [
                    "serviceNamespace": ScalableTargets.namespace, "scalableDimension": ScalableTargets.dimension,
                    "resourceIds": .texts($0),
                ])
        }
        seen.scalableTargets = replies.flatMap { $0["scalableTargets"]?.list ?? [] }
    }
}

extension Value {
    /// A list of texts.
    static func texts(_ texts: [String]) -> Value { .list(texts.map { .string($0) }) }
}
