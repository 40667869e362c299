import AWSECS
import Model

/// Tasks that came up and that stopped, with the reasons that ECS gives (aws-facts 8.2); stopped ones for about an hour.
enum TaskEvents {
    /// The beginnings and ends of the service's tasks.
    ///
    /// Throws what AWS answers.
    static func read(_ service: ECS.Service, _ aws: any AWSSender) async throws -> [ServiceTimeline.Entry] {
        var arns: Set<String> = []
        for status in ["RUNNING", "STOPPED"] {
            arns.formUnion(try await ServiceTasks.arns(ServiceTasks.list(service, status), aws))
        }
        return try await ServiceTasks.describe(arns.sorted(), service, aws).flatMap { entries(of: $0, service) }
    }

    static func entries(of task: ECS.Task, _ service: ECS.Service) -> [ServiceTimeline.Entry] {
        let id = task.taskArn.map(Service.lastPart) ?? ""
        let subject = "\(service.serviceName ?? "")/\(id.prefix(8))"
        let revision = task.taskDefinitionArn.map(Service.lastPart) ?? "?"
        var all: [ServiceTimeline.Entry] = []
        if let at = task.createdAt { all.append(.init(at, "task", subject, "placed: \(revision)\(zone(task))")) }
        if let at = task.startedAt { all.append(.init(at, "task", subject, "running")) }
        if let at = task.stoppingAt { all.append(.init(at, "task", subject, "told to stop\(reason(task))")) }
        if let at = task.stoppedAt { all.append(.init(at, "task", subject, "stopped\(why(task))")) }
        return all
    }

    private static func zone(_ task: ECS.Task) -> String { task.availabilityZone.map { " in \($0)" } ?? "" }
    private static func reason(_ task: ECS.Task) -> String { task.stoppedReason.map { ": \($0)" } ?? "" }

    /// The reason, and of each container that failed what became of it.
    private static func why(_ task: ECS.Task) -> String {
        let ends = (task.containers ?? []).compactMap { container -> String? in
            let parts = [container.exitCode.flatMap { $0 == 0 ? nil : "exit code \($0)" }, container.reason]
            let text = parts.compactMap { $0 }.joined(separator: ", ")
            return text.isEmpty ? nil : "\(container.name ?? "?"): \(text)"
        }
        let code = task.stopCode.map { " (\($0))" } ?? ""
        return reason(task) + code + (ends.isEmpty ? "" : "; " + ends.joined(separator: "; "))
    }
}
