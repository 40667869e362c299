import AWSELBv2
import AWSWire
import Model

/// A rule of a listener: written inside its load balancer's manifest, or alone for a listener that several teams share.
enum ListenerRule: Kind {
    static let writers = ["ModifyRule", "SetRulePriorities", "DeleteRule"]

    static let schema = KindSchema(
        kind: "ListenerRule", shape: shape, rules: rules + FieldRule.readOnly(readOnlyNames), nameMember: nil,
        createOnly: ["listenerArn"],
        summary: "A rule of a listener: which requests it takes, and where they go.")

    static let parentMember: FieldPath? = "/listenerArn"

    private static let described = ELBv2.model.shapes["Rule"]
    private static let readOnlyNames = SpecShape.readOnlyNames(
        described, beyond: ELBv2.model.shapes["CreateRuleInput"])

    private static let shape = SpecShape.structure(
        "ListenerRule", from: ELBv2.model.shapes["CreateRuleInput"],
        adding: [SpecShape.tags] + described.picking(readOnlyNames))

    private static let rules: [FieldRule] =
        [
            .tags,
            FieldRule(
                "/listenerArn", target: .init("Listener", "arn", alias: "listener"),
                note: "A listener of this environment, as `load-balancer/port`, or an ARN."),
            FieldRule("/priority", .movesTraffic, operation: "SetRulePriorities", normal: Normal.integer),
            FieldRule("/conditions", .movesTraffic, elements: .set, whole: true, normal: Conditions.normal),
            FieldRule("/transforms", .movesTraffic, elements: .ordered, absent: [], whole: true),
        ] + Conditions.rules + Actions.rules(at: "/actions")

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        guard change.live != nil else { return [creation(change)] }
        let arn = ["ruleArn": change.output("arn")]
        var steps: [PlannedCall] = []
        if change.touches("priority"), let priority = change.merged["priority"] {
            steps.append(move(change, to: arn.merging(["priority": Normal.integer(priority)]) { $1 }))
        }
        let touched = change.touched(["actions", "conditions", "transforms"])
        if !touched.isEmpty {
            var input = change.keepingSplit(change.merged(touched), of: "actions").merging(arn) { $1 }
            if change.touches("transforms"), input["transforms"]?.list?.isEmpty != false {
                input["transforms"] = nil
                input["resetTransforms"] = true
            }
            steps.append(change.step("elbv2", "ModifyRule", input, of: touched))
        }
        return steps + change.loadBalancingTagSteps()
    }

    /// A place that another rule leaves is free only when both move at once.
    private static func move(_ change: ResourceChange, to place: [String: Value]) -> PlannedCall {
        var step = change.step("elbv2", "SetRulePriorities", ["rulePriorities": [.object(place)]], of: ["priority"])
        step.joint = PlannedCall.Joint("rulePriorities", of: change.spec["listenerArn"] ?? .null)
        return step
    }

    private static func creation(_ change: ResourceChange) -> PlannedCall {
        var input = change.stated()
        input["priority"] = input["priority"].map(Normal.integer)
        if !change.creationTags.isEmpty { input["tags"] = TagStyle.list(change.creationTags) }
        return PlannedCall(
            AWSCall("elbv2", "CreateRule", .object(input)), .movesTraffic, summary: "rule",
            captures: ["arn": "/rules/0/ruleArn"])
    }
}
