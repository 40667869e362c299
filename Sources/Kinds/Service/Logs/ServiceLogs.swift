import AWSECS
public import Model

/// The logs of a service's tasks: which tasks are meant, and which streams theirs are.
public struct ServiceLogs: Sendable {
    /// What of a service is wanted.
    public struct Choice: Sendable {
        /// Which tasks are looked at.
        public enum Tasks: Sendable {
            /// Those that run.
            case current
            /// Those that have stopped, as long as ECS remembers them: about an hour.
            case previous
            /// Of those, the ones that failed (aws-facts 8.2).
            case failed
        }

        public var tasks = Tasks.current
        /// A container's name; nil for all.
        public var container: String?
        /// The beginning of a task's id; nil for all.
        public var task: String?

        /// Every container of every running task.
        public init() {}
    }

    private let service: ECS.Service
    private let choice: Choice
    private let aws: any AWSSender

    /// The logs of the service whose `detail` DescribeServices gave.
    public init(_ detail: Value, _ choice: Choice, through aws: any AWSSender) {
        service = ECS.Service(detail)
        self.choice = choice
        self.aws = aws
    }

    /// The streams of the chosen containers; `definitions` keeps task definitions between calls, by ARN.
    ///
    /// Throws `UnreadableLogs` when none of them logs to CloudWatch Logs, or nothing fits the choice, and what AWS answers.
    public func sources(knowing definitions: inout [String: Value]) async throws -> [ContainerLogSource] {
        let tasks = try await tasks()
        var sources: [ContainerLogSource] = []
        var elsewhere: [String] = []
        for task in tasks {
            let arn = ECS.Task(task).taskDefinitionArn ?? ""
            let definition = try await definition(arn, &definitions)
            sources += ContainerLogSource.all(of: task, by: definition).filter { isWanted($0.container) }
            elsewhere += LogDriver.all(in: definition).filter { isWanted($0.container) && !$0.isReadable }.map {
                "\($0.container) of \(Service.lastPart(arn)) \($0.text)"
            }
        }
        if sources.isEmpty { try explain(tasks, elsewhere) }
        return sources
    }

    private func explain(_ tasks: [Value], _ elsewhere: [String]) throws {
        if let first = elsewhere.first { throw UnreadableLogs("the container \(first)") }
        guard !tasks.isEmpty else { return }
        guard let container = choice.container else { return }
        throw UnreadableLogs("no task of \(service.serviceName ?? "the service") has a container \(container)")
    }

    private func isWanted(_ container: String) -> Bool { choice.container.map { $0 == container } ?? true }

    private func tasks() async throws -> [Value] {
        let statuses = choice.task != nil ? ["RUNNING", "STOPPED"] : [choice.tasks == .current ? "RUNNING" : "STOPPED"]
        var arns: Set<String> = []
        for status in statuses {
            var input: Value = ["desiredStatus": .string(status), "serviceName": .string(service.serviceName ?? "")]
            input["cluster"] = service.clusterArn.map { .string($0) }
            let reply = try await aws.sendAll(AWSCall("ecs", "ListTasks", input))
            arns.formUnion((reply["taskArns"]?.list ?? []).compactMap(\.string))
        }
        let wanted = arns.filter { choice.task.map(Service.lastPart($0).hasPrefix) ?? true }.sorted()
        if let task = choice.task, wanted.isEmpty {
            throw UnreadableLogs("ECS knows no task \(task) of \(service.serviceName ?? "the service")")
        }
        var found: [Value] = []
        for batch in wanted.chunked(by: 100) {
            var input: Value = ["tasks": .list(batch.map { .string($0) })]
            input["cluster"] = service.clusterArn.map { .string($0) }
            found += try await aws.send(AWSCall("ecs", "DescribeTasks", input))["tasks"]?.list ?? []
        }
        return choice.tasks == .failed ? found.filter { ECS.Task($0).hasFailed } : found
    }

    private func definition(_ arn: String, _ known: inout [String: Value]) async throws -> Value {
        if let found = known[arn] { return found }
        let definition = try await aws.send(TaskDefinition.describe(arn))["taskDefinition"] ?? .null
        known[arn] = definition
        return definition
    }
}

/// Why there are no lines to show.
public struct UnreadableLogs: Error, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}
