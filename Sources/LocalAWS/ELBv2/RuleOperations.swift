import Model
import Simulation

// CreateRule, ModifyRule, DescribeRules, DeleteRule, SetRulePriorities (aws-facts 4.9).
extension LocalELBv2 {
    static func createRule(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (listener, _) = try world.listener(request)
        var settings = request.input.picking(["transforms"])
        settings["conditions"] = .list(try ConditionRules.expanded(request.list("conditions")))
        try BalancingTagRules.check(request.list("tags"))
        let id = try world.createRule(
            on: listener, priority: request["priority"]?.integer ?? 1, settings: settings,
            actions: request.list("actions"), tags: request["tags"] ?? .list([]))
        return ["rules": .list(world.balancing.rules[id].map { [shown($0)] } ?? [])]
    }

    static func modifyRule(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let arn = request.text("ruleArn") ?? ""
        var settings = request.input.picking(["transforms"])
        if let conditions = request["conditions"]?.list {
            settings["conditions"] = .list(try ConditionRules.expanded(conditions))
        }
        if request["resetTransforms"]?.bool == true { settings["transforms"] = .null }
        try world.modifyRule(arn, settings: settings, actions: request["actions"]?.list)
        return ["rules": .list(rule(world, arn).map { [$0] } ?? [])]
    }

    static func describeRules(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let arns = request.texts("ruleArns")
        guard arns.isEmpty != (request["listenerArn"] == nil) else {
            throw .validation("You must specify either listener rule ARNs or a listener ARN")
        }
        var rows: [Value] = arns.isEmpty ? rules(world, of: try world.listener(request).value) : []
        for arn in arns {
            guard let row = rule(world, arn) else { throw Refusal("RuleNotFound", "One or more rules not found") }
            rows.append(row)
        }
        let page = try page(request, rows)
        var reply: Value = ["rules": .list(page.items)]
        reply["nextMarker"] = page.next.map { .string($0) }
        return reply
    }

    static func deleteRule(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        try world.deleteRule(request.text("ruleArn") ?? "")
        return .emptyObject
    }

    static func setRulePriorities(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let pairs = request.list("rulePriorities").map { pair in
            (arn: pair["ruleArn"]?.string ?? "", priority: pair["priority"]?.integer ?? 1)
        }
        try world.setRulePriorities(pairs)
        return ["rules": .list(pairs.compactMap { rule(world, $0.arn) })]
    }

    /// A listener's rules by priority, the default one last.
    private static func rules(_ world: World, of listener: Listener) -> [Value] {
        let rules = listener.rules.compactMap { world.balancing.rules[$0] }.sorted { $0.priority < $1.priority }
        return rules.map(shown) + [defaultRule(of: listener)]
    }

    /// DescribeRules' view of a rule, a default one too.
    private static func rule(_ world: World, _ arn: String) -> Value? {
        if let id = world.balancing.defaultRules[arn] { return world.balancing.listeners[id].map(defaultRule) }
        return world.balancing.ruleArns[arn].flatMap { world.balancing.rules[$0] }.map(shown)
    }

    private static func shown(_ rule: ListenerRule) -> Value {
        var shown = rule.shown
        shown["priority"] = .string(String(rule.priority))
        shown["actions"] = .list(rule.actions)
        return shown
    }

    private static func defaultRule(of listener: Listener) -> Value {
        [
            "ruleArn": .string(listener.defaultRuleArn), "priority": "default", "conditions": .list([]),
            "actions": .list(listener.defaultActions), "isDefault": true,
        ]
    }
}
