import Model
import Testing

@testable import Kinds

@Suite("Rules of shared listeners")
struct ListenerRuleTests {
    private let alone = Resource.sample("ListenerRule", "admin", ["listenerArn": "arn:listener", "priority": 20])
    private let part = Resource.sample(
        "ListenerRule", "demo/443/20", ["listenerArn": "arn:listener", "priority": 20], awsName: "20",
        of: ResourceID("LoadBalancer", "demo"))

    @Test("a manifest's rule is found by its tag after its priority changed")
    func byTag() async {
        let aws = scripted([("arn:rule/1", "20", "ListenerRule/other"), ("arn:rule/2", "50", "ListenerRule/admin")])
        let live = await ListenerRule.observe([alone], context(aws))[alone.id]?.live
        #expect(live?.outputs["arn"] == "arn:rule/2")
        #expect(live?.spec["priority"] == 50)
    }

    @Test("another environment's rule of the same name is not taken for its own")
    func otherEnvironment() async {
        for tags in [["neap:environment": "production"], ["neap:owner": "example.com/other"]] {
            let aws = scripted([("arn:rule/1", "10", "ListenerRule/admin")], tags)
            guard case .absent = await ListenerRule.observe([alone], context(aws))[alone.id] else {
                Issue.record("not absent")
                continue
            }
        }
    }

    @Test("a rule that is not there yet lets no other rule be taken for another environment's of the same name")
    func beside() async {
        let other = Resource.sample("ListenerRule", "web", ["listenerArn": "arn:listener", "priority": 30])
        let aws = scripted(
            [("arn:rule/1", "10", "ListenerRule/admin"), ("arn:rule/2", "20", "ListenerRule/admin")],
            ["neap:environment": "production"], at: ["10"])
        let found = await ListenerRule.observe([alone, other], context(aws))
        #expect(found[alone.id]?.live?.outputs["arn"] == "arn:rule/2")
    }

    @Test("another team's rule at the priority is shown as it is, with its tags, so that it is refused")
    func foreign() async {
        let aws = scripted([("arn:rule/1", "20", "ListenerRule/other")])
        let live = await ListenerRule.observe([alone], aws.context)[alone.id]?.live
        #expect(live?.tags?["neap:resource"] == "ListenerRule/other")
    }

    @Test("a load balancer's own rule is known by its priority, and the tags of others are not read")
    func byPriority() async {
        let aws = scripted([("arn:rule/1", "20", part.id.description), ("arn:rule/2", "50", "ListenerRule/x")])
        let live = await ListenerRule.observe([part], aws.context)[part.id]?.live
        #expect(live?.outputs["arn"] == "arn:rule/1")
        let asked = await aws.calls.filter { $0.operation == "DescribeTags" }.flatMap {
            $0.input["resourceArns"]?.list ?? []
        }
        #expect(asked == ["arn:rule/1"])
    }

    @Test("a rule whose listener does not exist yet is absent without asking")
    func withoutListener() async {
        var rule = alone
        rule.spec["listenerArn"] = .reference(ResourceID("Listener", "demo/443"), "arn")
        let aws = scripted([])
        if case .absent = await ListenerRule.observe([rule], aws.context)[rule.id] {
        } else {
            Issue.record("not absent")
        }
        #expect(await aws.calls.isEmpty)
    }

    @Test("the default rule belongs to the listener")
    func defaultRule() async {
        let rule: Value = ["ruleArn": "arn:rule/0", "priority": "default", "isDefault": true]
        let aws = Scripted(["DescribeRules": ["rules": [rule]]])
        if case .absent = await ListenerRule.observe([alone], aws.context)[alone.id] {
        } else {
            Issue.record("not absent")
        }
    }

    @Test("withdrawn transforms are reset")
    func transforms() {
        var change = ResourceChange(
            alone, live: Live(spec: ["transforms": [["type": "url-rewrite"]]], outputs: ["arn": "arn:rule/1"]),
            region: "eu-west-1", accountID: "1")
        change.changes = [
            FieldChange(
                "/transforms", live: [["type": "url-rewrite"]], desired: [], effect: .movesTraffic, reason: .withdrawn)
        ]
        #expect(
            ListenerRule.calls(for: change).map(\.call.input) == [["ruleArn": "arn:rule/1", "resetTransforms": true]])
    }

    private static let own = ["neap:environment": "staging", "neap:owner": "example.com/shop"]

    /// What `staging` sees of `aws`.
    private func context(_ aws: Scripted) -> ObservationContext {
        var context = aws.context
        context.ownership = [alone.id: Self.own, ResourceID("ListenerRule", "web"): Self.own]
        return context
    }

    /// A listener with these rules, all of `staging` but for what `others` says of those at `priorities` (nil for all).
    private func scripted(
        _ rules: [(arn: String, priority: String, owner: String)], _ others: [String: String] = [:],
        at priorities: [String]? = nil
    ) -> Scripted {
        let list = rules.map { rule -> Value in
            ["ruleArn": .string(rule.arn), "priority": .string(rule.priority), "isDefault": false]
        }
        let tags = rules.map { rule -> Value in
            let isOther = priorities?.contains(rule.priority) ?? true
            let tags = Self.own.merging(isOther ? others : [:]) { $1 }.merging(["neap:resource": rule.owner]) { $1 }
            return ["resourceArn": .string(rule.arn), "tags": TagStyle.list(tags)]
        }
        return Scripted(["DescribeRules": ["rules": .list(list)], "DescribeTags": ["tagDescriptions": .list(tags)]])
    }
}
