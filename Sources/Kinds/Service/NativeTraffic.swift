import Model

/// The traffic that a service's deployments move by one of ECS's own strategies: which rules, over which target groups.
struct NativeTraffic {
    /// One of the service's load balancers with its alternate target group.
    private struct Balancer {
        let group: Value?
        let advanced: Value

        init?(_ value: Value) {
            guard let advanced = value["advancedConfiguration"] else { return nil }
            group = value["targetGroupArn"]
            self.advanced = advanced
        }

        /// The rules by member, production first.
        var rules: [(member: String, value: Value)] {
            ["productionListenerRule", "testListenerRule"].compactMap { name in advanced[name].map { (name, $0) } }
        }
        var groups: [Value] { [group, advanced["alternateTargetGroupArn"]].compactMap { $0 } }
    }

    private let id: ResourceID
    private let balancers: [Balancer]

    /// The traffic of the service `resource`; none when it has no alternate target group.
    init(_ resource: Resource) {
        id = resource.id
        balancers = (resource.spec["loadBalancers"]?.list ?? []).compactMap(Balancer.init)
    }

    /// The weights are the service's, while a deployment moves them and after: ECS leaves production where it ended.
    var claims: [Claim] {
        var claimed: Set<ResourceID> = []
        return balancers.flatMap(\.rules).compactMap { _, value in
            guard let rule = value.reference?.resource, claimed.insert(rule).inserted else { return nil }
            return Claim(rule, Self.actions(of: rule), owner: id.description, reach: .split)
        }
    }

    /// Rules of this environment that do not forward to both target groups, which ECS demands before it begins.
    func faults(among all: ResourceIndex) -> [Diagnostic] {
        balancers.flatMap { balancer in
            balancer.rules.flatMap { member, value in
                guard let rule = value.reference.flatMap({ all[$0.resource] }) else { return [Diagnostic]() }
                return faults(of: rule, balancer, member, value)
            }
        }
    }

    private func faults(
        of rule: Resource, _ balancer: Balancer, _ member: String, _ value: Value
    ) -> [Diagnostic] {
        let path = FieldPath(["loadBalancers", "*", "advancedConfiguration", member])
        let weights = Self.weights(of: rule)
        let missing = balancer.groups.filter { weights[$0] == nil }.map(Self.name)
        if !missing.isEmpty {
            return [
                Diagnostic(
                    "\(rule.id) does not forward to \(missing.joined(separator: " and ")), between which a deployment moves",
                    hint: "give its forward action both target groups, with the weights 1 and 0",
                    at: value.place, of: id, path: path)
            ]
        }
        guard member == "productionListenerRule", balancer.groups.count(where: { weights[$0] != 0 }) != 1 else {
            return []
        }
        return [
            Diagnostic(
                "\(rule.id) splits traffic before the first deployment did", hint: "weights 1 and 0 to begin with",
                at: value.place, of: id, path: path)
        ]
    }

    /// The weights of the target groups that a rule's forward actions name.
    private static func weights(of rule: Resource) -> [Value: Int] {
        let actions = rule.spec[actions(of: rule.id)].map(Actions.normal)?.list ?? []
        let groups = actions.flatMap { action -> [(Value, Int)] in
            let several = action["forwardConfig"]?["targetGroups"]?.list ?? []
            let one = action["targetGroupArn"].map { [($0, 1)] } ?? []
            return one
                + several.compactMap { item in
                    item["targetGroupArn"].map { ($0, item["weight"]?.integer ?? 1) }
                }
        }
        return Dictionary(groups) { first, _ in first }
    }

    private static func actions(of rule: ResourceID) -> FieldPath {
        rule.kind == Listener.schema.kind ? "/defaultActions" : "/actions"
    }

    private static func name(_ group: Value) -> String {
        group.reference?.resource.description ?? group.string ?? "a target group"
    }
}
