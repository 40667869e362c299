public import Model

/// What was replaced, among what is to be taken away.
public enum ReplacedThings {
    /// Each as a resource of its own, with its state, for `departed`.
    public static func add(to input: inout PlanInput) {
        guard input.departed != nil else { return }
        let known = input.desired.merging(input.departed?.resources ?? [:]) { wanted, _ in wanted }
        for (id, generation) in input.generations.sorted(by: { $0.key < $1.key }) {
            guard let successor = known[id] else { continue }
            for one in generation.predecessors {
                let resource = resource(one, of: successor, input)
                input.departed?.resources[one.id] = resource
                input.observed[one.id] = one.observation
            }
        }
    }

    private static func resource(_ one: Predecessor, of successor: Resource, _ input: PlanInput) -> Resource {
        var spec = one.live?.spec ?? .emptyObject
        if let arn = one.groupARN, let group = departedGroup(arn, input) {
            spec["autoScalingGroupProvider"]?["autoScalingGroupArn"] = .reference(group, "arn")
        }
        return Resource(
            one.id, awsName: one.awsName, spec: spec, policy: successor.policy, labels: successor.labels,
            place: successor.place, dependsOn: groups(behind: one, input))
    }

    /// The group of a capacity provider that goes too: it has to be empty before.
    private static func departedGroup(_ arn: String, _ input: PlanInput) -> ResourceID? {
        (input.departed?.resources ?? [:]).keys.filter { $0.kind == "AutoScalingGroup" }.sorted().first {
            input.observed[$0]?.live?.outputs["arn"]?.string == arn
        }
    }

    /// A load balancer goes before the target groups that it forwards to.
    private static func groups(behind one: Predecessor, _ input: PlanInput) -> Set<ResourceID> {
        guard one.id.kind == "LoadBalancer", let arn = one.arn else { return [] }
        let all = input.generations.values.flatMap(\.living)
        return Set(all.filter { $0.id.kind == "TargetGroup" && $0.balancers.contains(arn) }.map(\.id))
    }

    /// Why `id` stays while it is in use, or while deletion is off; nil when it is not what was replaced, or may go.
    static func hold(_ id: ResourceID, _ departed: Departed, _ input: PlanInput) -> String? {
        if let user = input.inUse[id] { return "is being replaced and stays: \(user)" }
        guard !departed.prunes, !departed.isDestroyed, Predecessor.successor(of: id) != nil,
            !departed.confirmed.contains(id.description)
        else { return nil }
        return "was replaced and stays, because prune is off; it goes once \(departed.file) has "
            + "spec.confirmDelete: [\"\(id)\"]"
    }
}

extension PlanInput {
    /// What is wanted in the present phase of each replacement: where nothing is replaced, what Git says.
    public var presentlyDesired: [ResourceID: Resource] { Replacements(self).staged.desired }
}
