import AWSECS
import AWSWire
import Model

/// Reads AWS's service deployments (aws-facts 1.4): asked only for services whose rollout is open, so that a pass without
/// change costs nothing more.
enum DeploymentHistory {
    /// How many of a service's newest are looked at.
    private static let depth = 5

    /// `found` with `history` in the detail of each service whose rollout is open.
    ///
    /// A read that fails leaves the service as it is and is noted as `history/unknown`.
    static func noted(
        in found: [ResourceID: Observation], of resources: [Resource], _ context: ObservationContext
    ) async -> [ResourceID: Observation] {
        let open = resources.filter { resource in
            found[resource.id]?.live.map { isOpen(resource, $0, context) } ?? false
        }
        let noted = await Concurrently.observe(open) { resource in
            guard var live = found[resource.id]?.live else { return .absent }
            live.detail["history"] = await history(ECS.Service(live.detail), context)
            return .live(live)
        }
        return found.merging(noted) { $1 }
    }

    /// True when the service moves, runs another revision than is wanted, or an attempt was under way when it was last
    /// written down: whoever looked then may have been killed meanwhile.
    private static func isOpen(_ resource: Resource, _ live: Live, _ context: ObservationContext) -> Bool {
        // Others than ECS have no service deployments.
        if let type = live.detail["deploymentController"]?["type"]?.string, type != "ECS" { return false }
        if RolloutReading.isMoving(ECS.Service(live.detail)) { return true }
        if context.recorded[resource.id]?["openRollout"] != nil { return true }
        let wanted = resource.spec["taskDefinition"].map(Service.revision)?.string
        let primary = Service.primary(live.detail)?.taskDefinition.map(Service.lastPart)
        return wanted != nil && wanted != primary
    }

    private static func history(_ service: ECS.Service, _ context: ObservationContext) async -> Value {
        do {
            return ["deployments": .list(try await deployments(service, context))]
        } catch let error as AWSError {
            // Not the whole text: it names the request, and would be another one at every look.
            return ["unknown": .string("\(error.operation): \(error.code)")]
        } catch {
            return ["unknown": .string("\(error)")]
        }
    }

    /// Newest first, each with the revision that it brings and the one that it went back to.
    private static func deployments(_ service: ECS.Service, _ context: ObservationContext) async throws -> [Value] {
        var input: Value = ["service": .string(service.serviceName ?? "")]
        input["cluster"] = service.clusterArn.map { .string($0) }
        let reply = try await context.aws.send(AWSCall("ecs", "ListServiceDeployments", input))
        let listed = (reply["serviceDeployments"]?.list ?? []).map(ECS.ServiceDeploymentBrief.init)
        let newest = listed.sorted { $0.createdAt ?? 0 > $1.createdAt ?? 0 }.prefix(depth)
        let described = try await Described(
            "DescribeServiceDeployments", by: "serviceDeploymentArns", in: "serviceDeployments",
            named: "serviceDeploymentArn"
        ) { ServiceRollout.ServiceDeployment.over.contains($0["status"]?.string ?? "") }
        .read(newest.compactMap(\.serviceDeploymentArn), context)
        let revisions = try await revisions(of: Array(described.values), context)
        return newest.compactMap { brief in
            described[brief.serviceDeploymentArn ?? ""].map { noting(revisions, in: $0) }
        }
    }

    private static func noting(_ revisions: [String: Value], in deployment: Value) -> Value {
        let view = ECS.ServiceDeployment(deployment)
        var noted = deployment
        noted["target"] = view.targetServiceRevision?.arn.flatMap { revisions[$0] }
        noted["rolledBackTo"] = view.rollback?.serviceRevisionArn.flatMap { revisions[$0]?["taskDefinition"] }
        return noted
    }

    /// The service revisions that these deployments name, by ARN.
    private static func revisions(of deployments: [Value], _ context: ObservationContext) async throws -> [String:
        Value]
    {
        let views = deployments.map(ECS.ServiceDeployment.init)
        let arns = views.flatMap { [$0.targetServiceRevision?.arn, $0.rollback?.serviceRevisionArn].compactMap { $0 } }
        return try await Described(
            "DescribeServiceRevisions", by: "serviceRevisionArns", in: "serviceRevisions", named: "serviceRevisionArn"
        ) { revision in
            // A tag's digest is known once a task was started from it.
            (revision["containerImages"]?.list ?? []).allSatisfy { $0["imageDigest"] != nil }
        }.read(Set(arns).sorted(), context)
    }
}

/// A describe call for up to 20 ARNs whose answers never change once they are final: those are asked for once.
private struct Described {
    let operation: String
    let input: String
    let list: String
    let name: String
    let isFinal: (Value) -> Bool

    init(
        _ operation: String, by input: String, in list: String, named name: String, isFinal: @escaping (Value) -> Bool
    ) {
        self.operation = operation
        self.input = input
        self.list = list
        self.name = name
        self.isFinal = isFinal
    }

    /// Answers by ARN; what AWS does not know is left out.
    func read(_ arns: [String], _ context: ObservationContext) async throws -> [String: Value] {
        var found: [String: Value] = [:]
        for arn in arns { found[arn] = await context.cache.answer(to: call([arn])) }
        for batch in arns.filter({ found[$0] == nil }).chunked(by: 20) {
            for item in try await context.aws.send(call(batch))[list]?.list ?? [] {
                guard let arn = item[name]?.string else { continue }
                found[arn] = item
                if isFinal(item) { await context.cache.keep(item, as: call([arn]), .immutable, of: nil) }
            }
        }
        return found
    }

    private func call(_ arns: [String]) -> AWSCall {
        AWSCall("ecs", operation, [input: .list(arns.map { .string($0) })])
    }
}
