import Kinds
import Manifest
import Model

/// What lint rules look at: the manifests of one environment, and the same as if all of it were live and rolled.
struct LintContext {
    let desired: Desired
    let index: ResourceIndex
    /// Everything live as it is written, every service rolling its tasks and every group its instances.
    let rolling: FindingContext

    init(_ desired: Desired) {
        self.desired = desired
        index = ResourceIndex(desired.resources)
        var input = PlanInput(
            desired: desired.resources, observed: [:], outputs: [:],
            ownership: Ownership(environment: desired.environment.name, owner: ""), specHashes: [:], region: "",
            accountID: "")
        let claims = Claims(input, kinds: kindsByName).byResource
        let plans = desired.resources.mapValues { Self.rolled($0, claims[$0.id] ?? []) }
        input.observed = plans.mapValues(\.observation)
        rolling = FindingContext(input, plans, claims)
    }

    /// Every service, by name.
    var services: [RollingService] { rolling.services }

    /// Every container of every task definition, in their order.
    var containers: [LintContainer] {
        index.all("TaskDefinition").flatMap { definition in
            (definition.spec["containerDefinitions"]?.list ?? []).map {
                LintContainer(definition: definition, value: $0)
            }
        }
    }

    /// The plan of a resource that is live as it is written and rolls whatever it can roll.
    private static func rolled(_ resource: Resource, _ claims: [Claim]) -> ResourcePlan {
        var live = Live(spec: resource.spec)
        // A count that nobody states is the least that its owner gives it.
        if resource.spec["desiredCount"] == nil, let least = claims.first(where: { $0.path == "/desiredCount" })?.band {
            live.detail["desiredCount"] = .integer(least.lowerBound)
        }
        var plan = ResourcePlan(resource: resource, observation: .live(live), action: .update, specHash: "")
        plan.calls = call(of: resource).map { [$0] } ?? []
        return plan
    }

    private static func call(of resource: Resource) -> PlannedCall? {
        switch resource.id.kind {
        case "Service":
            PlannedCall(AWSCall("ecs", "UpdateService", resource.spec), .rollsTasks, summary: "tasks")
        case "AutoScalingGroup":
            PlannedCall(
                AWSCall("autoscaling", "StartInstanceRefresh", resource.spec), .rollsInstances, summary: "instances")
        default: nil
        }
    }
}

/// A container of a task definition's manifest.
struct LintContainer {
    let definition: Resource
    let value: Value

    var name: String { value["name"]?.string ?? "" }

    /// A member's path, the container under its name.
    func path(_ member: FieldPath) -> FieldPath { FieldPath(["containerDefinitions", name] + member.parts) }
}
