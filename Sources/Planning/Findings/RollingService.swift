import Kinds
import Model
import Simulation

/// A service that is made by a plan, or whose tasks it rolls.
struct RollingService {
    let plan: ResourcePlan
    /// True when it is made now: nothing of it runs yet.
    let isNew: Bool
    /// As ECS will have it.
    let spec: Value
    /// What its new tasks are made of; nil when that is not known.
    let definition: RolledDefinition?
    /// Who moves its count; nil when Git does.
    let owner: Claim?
    private let context: FindingContext

    /// Nil when the plan leaves the service's tasks where they are.
    init?(_ plan: ResourcePlan, _ claims: [Claim], in context: FindingContext) {
        let calls = plan.calls.filter { ["CreateService", "UpdateService"].contains($0.call.operation) }
        let isNew = plan.action == .create
        guard let call = calls.first(where: { isNew == ($0.call.operation == "CreateService") }),
            isNew || call.effect == .rollsTasks || call.call.input["forceNewDeployment"]?.bool == true
        else { return nil }
        self.plan = plan
        self.isNew = isNew
        self.context = context
        spec = call.call.input.laid(over: plan.observation.live?.spec)
        definition = RolledDefinition(of: plan.id, spec["taskDefinition"], in: context)
        owner = (plan.owned + claims).first { $0.path == "/desiredCount" }
    }

    var id: ResourceID { plan.id }
    var isDaemon: Bool { spec["schedulingStrategy"]?.string == "DAEMON" }
    /// True for ECS's own scheduler with the strategy that replaces tasks under percentages.
    var isRolling: Bool { isControlledByECS && ["ROLLING", nil].contains(configuration?["strategy"]?.string) }
    var isControlledByECS: Bool { ["ECS", nil].contains(spec["deploymentController"]?["type"]?.string) }
    var configuration: Value? { spec["deploymentConfiguration"] }
    /// Tasks wanted once the plan is done; of a DAEMON service, and of one that says nothing, as it is live.
    var desired: Int {
        let live = plan.observation.live
        let count = isDaemon ? nil : spec["desiredCount"]?.integer
        return count ?? live?.detail["desiredCount"]?.integer ?? live?.spec["desiredCount"]?.integer
            ?? (isDaemon ? 0 : 1)
    }
    var bounds: RolloutBounds { RolloutBounds(desired: desired, configuration, isDaemon: isDaemon) }
    /// The cluster's name.
    var cluster: String {
        if let target = context.target(of: "/cluster", in: id) {
            return context.input.desired[target]?.awsName ?? target.name
        }
        return (spec["cluster"]?.string ?? "default").afterLastSlash
    }

    /// Where a member is written, or what holds it.
    func place(of path: FieldPath) -> Place { context.place(of: path, in: id) ?? plan.resource.place }
}

/// The task definition that new tasks are made of.
struct RolledDefinition {
    /// Nil for one that no manifest of the environment describes.
    let resource: ResourceID?
    let spec: Value
    let plan: TaskPlan

    /// Nil when it is not known, or says what it needs in a way that only AWS reads.
    init?(of service: ResourceID, _ live: Value?, in context: FindingContext) {
        let name = live?.string ?? ""
        resource =
            context.target(of: "/taskDefinition", in: service)
            ?? context.index.all("TaskDefinition").first {
                context.plans[$0.id]?.observation.live?.outputs["arn"]?.string == name
            }?.id
        let described = resource.flatMap { context.plans[$0]?.resource.spec } ?? Self.observed(name, context.capacity)
        guard let described else { return nil }
        for member in ["cpu", "memory"] {
            if let value = described[member], Int(value.scalarText ?? "") == nil { return nil }
        }
        var shown = described
        for member in ["cpu", "memory"] { shown[member] = described[member]?.scalarText.map { .string($0) } }
        spec = described
        plan = TaskPlan(shown: shown)
    }

    private static func observed(_ name: String, _ capacity: ObservedCapacity?) -> Value? {
        capacity?.taskDefinitions.first { definition in
            guard let arn = definition["taskDefinitionArn"]?.string else { return false }
            return arn == name || arn.afterLastSlash == name
        }
    }
}
