import Kinds
import Model

/// Services go from a capacity provider to the one that replaces it; the cluster keeps both until nothing runs on the old one
/// and the group behind it has drained (docs/replacement.md).
struct CapacityMove: ReplacementMove {
    let subject: ResourceID
    private let generation: Generation
    private let old: [Predecessor]
    private let users: [Resource]
    private let input: PlanInput

    init(_ subject: ResourceID, _ generation: Generation, _ input: PlanInput) {
        self.subject = subject
        self.generation = generation
        self.input = input
        old = generation.living
        users = input.desired.values.filter { $0.id.kind == "Service" }.sorted { $0.id < $1.id }
    }

    var phases: [MovePhase] {
        if !leaving.isEmpty { return [leaving.allSatisfy(isStated) ? .attach : .hold, .done] }
        // The group's own deletion empties it, and waits for nothing of this.
        return drainingGroup == nil ? [.done] : [.hold, .done]
    }

    var inUse: String? { leaving.first.map { "\($0.id) runs on it" } }

    /// Services that run on an old one, or that are still on their way to the new one.
    private var leaving: [Resource] {
        let names = Set(old.map(\.awsName))
        return users.filter { service in
            guard let live = input.observed[service.id]?.live else { return false }
            let strategy = (live.spec["capacityProviderStrategy"]?.list ?? []).compactMap {
                $0["capacityProvider"]?.string
            }
            let isMoving = isStated(service) && live.outputs["rollout"]?.string != "settled"
            return isMoving || !names.isDisjoint(with: strategy)
        }
    }

    /// A strategy that no manifest states is nobody's to change.
    private func isStated(_ service: Resource) -> Bool {
        service.spec["capacityProviderStrategy"]?.names(subject) == true
    }

    /// A group of an old one that leaves Git and still has instances: ECS completes their hooks only while it is attached.
    private var drainingGroup: ResourceID? {
        let arns = Set(old.compactMap(\.groupARN))
        let groups = (input.departed?.resources ?? [:]).keys.filter { $0.kind == "AutoScalingGroup" }.sorted()
        return groups.first { id in
            guard let observed = input.observed[id], !observed.isAbsent else { return false }
            guard let live = observed.live else { return true }
            return arns.contains(live.outputs["arn"]?.string ?? "") && live.detail["instances"]?.list?.isEmpty == false
        }
    }

    func spec(of resource: Resource, in phase: MovePhase) -> Value {
        guard phase != .done, resource.id.kind == "ClusterCapacityProviders",
            let providers = resource.spec["capacityProviders"]?.list,
            resource.spec["capacityProviders"]?.names(subject) == true
        else { return resource.spec }
        let there = input.observed[resource.id]?.live?.spec["capacityProviders"]?.list ?? []
        let kept = old.map { Value.string($0.awsName) }.filter { there.contains($0) && !providers.contains($0) }
        var spec = resource.spec
        spec["capacityProviders"] = .list(providers + kept)
        return spec
    }

    func summary(of id: ResourceID, in phase: MovePhase) -> String? {
        phase == .done ? "only \(generation.awsName)" : nil
    }

    func wait(for phase: MovePhase) -> PlannedCall.Requirement {
        let names = old.map(\.awsName).joined(separator: " and ")
        let service = leaving.first ?? users.first(where: isStated)
        let group = drainingGroup.map { ", and \($0) has drained" } ?? ""
        return .awaiting(service?.id ?? subject, "until nothing runs on \(names)\(group)")
    }
}

extension Predecessor {
    /// The group of a capacity provider.
    var groupARN: String? { live?.spec["autoScalingGroupProvider"]?["autoScalingGroupArn"]?.string }
}
