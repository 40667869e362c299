import AWSECS
import AWSWire
import Model

extension BeforeRollout {
    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        await Concurrently.observe(resources) { resource in
            await .reading { try await observe(resource, context) }
        }
    }

    /// What ran of the wanted content: as the status file has it once it ended, else as ECS shows it.
    private static func observe(_ resource: Resource, _ context: ObservationContext) async throws -> Observation {
        let known = (context.recorded[resource.id]?[RunRecord.name]?.list ?? []).compactMap(RunRecord.init)
        guard let content = RunContent(resource) else {
            return try await withoutRun(resource, known, nil, attempt: 1, context)
        }
        let last = known.first { $0.content == content.hash }
        // Each time that a person asks for it is one more attempt, by no clock.
        let asked = 1 + (context.retries[resource.manifest]?[content.revision] ?? 0)
        let isLifted = last.map { $0.result == .failed && asked > $0.attempt } ?? false
        if let last, last.result != .running, !isLifted { return live(resource, last, known) }
        let attempt = isLifted ? asked : last?.attempt ?? asked
        let tasks = RunTasks(resource: resource, context: context)
        if let run = try await tasks.run(content, attempt: attempt) {
            return live(resource, run, known, isOverdue: tasks.isOverdue(run))
        }
        if let last, !isLifted { return live(resource, forgotten(last), known) }
        return try await withoutRun(resource, known, content, attempt: attempt, context)
    }

    /// Needed only when the service is to be made or to get another revision: a service that adopts this and stays as it is
    /// runs nothing.
    private static func withoutRun(
        _ resource: Resource, _ known: [RunRecord], _ content: RunContent?, attempt: Int, _ context: ObservationContext
    ) async throws -> Observation {
        let there = try await revision(of: resource, context)
        if there == nil, known.isEmpty { return .absent }
        var spec = resource.spec
        let wanted = resource.spec["revision"].map(Service.revision)?.string
        if there == nil || there != wanted {
            spec["taskDefinition"] = known.first.flatMap {
                $0.revision == content?.revision ? nil : .string($0.revision)
            }
        }
        let outputs: [String: Value] = [
            RunRecord.name: .list(known.map(\.value)), RunRecord.attemptName: .integer(attempt),
        ]
        return .live(Live(spec: spec, outputs: outputs))
    }

    /// The revision that the service's newest deployment brings about; nil when there is no such service.
    private static func revision(of resource: Resource, _ context: ObservationContext) async throws -> String? {
        var input: Value = ["services": .list([resource.spec["service"] ?? ""])]
        input["cluster"] = resource.spec["cluster"]
        let reply = try await context.aws.send(AWSCall("ecs", "DescribeServices", input))
        let service = reply["services"]?.list?.first { $0["status"]?.string == "ACTIVE" }
        return service?["taskDefinition"].map(Service.revision)?.string
    }

    /// A run that was under way when it was last seen, and of which ECS knows nothing any more.
    private static func forgotten(_ run: RunRecord) -> RunRecord {
        var run = run
        run.result = .failed
        run.reason = "ECS shows its task no more, so that nobody knows how it ended"
        return run
    }

    private static func live(
        _ resource: Resource, _ run: RunRecord, _ known: [RunRecord], isOverdue: Bool = false
    ) -> Observation {
        let runs = [run] + known.filter { $0.content != run.content }
        let outputs: [String: Value] = [
            outcome: .string(run.result.rawValue), RunRecord.attemptName: .integer(run.attempt),
            RunRecord.name: .list(runs.prefix(RunRecord.limit).map(\.value)),
        ]
        var detail = run.value
        detail["isOverdue"] = .bool(isOverdue)
        return .live(Live(spec: resource.spec, outputs: outputs, detail: detail))
    }
}
