import Kinds
import Model
import Planning
import Testing

/// A rule whose weights a service's deployments move.
@Suite("Weights that a deployment owns")
struct SplitClaimTests {
    private let rule = ResourceID.of("ListenerRule/demo/443/10")

    private func actions(_ weights: [(String, Int)], stickiness: Int? = nil) -> Value {
        let groups = weights.map { name, weight -> Value in
            ["targetGroupArn": .string(name), "weight": .integer(weight)]
        }
        var config: Value = ["targetGroups": .list(groups)]
        config["targetGroupStickinessConfig"] = stickiness.map { ["enabled": true, "durationSeconds": .integer($0)] }
        return ["actions": [["type": "forward", "order": 1, "forwardConfig": config]]]
    }

    private func changes(_ live: Value, claimed: Bool = true) throws -> [String] {
        let schema = try #require(kindsByName["ListenerRule"]?.schema)
        let claims = claimed ? [Claim(rule, "/actions", owner: "Service/api", reach: .split)] : []
        let desired = actions([("arn:blue", 1), ("arn:green", 0)], stickiness: live.isSticky ? 60 : nil)
        return Diff(schema: schema, claims: claims).compare(desired: desired, live: live).changes
            .map(\.path.description)
    }

    @Test("any split over the declared target groups is in sync", arguments: [(1, 0), (0, 100), (95, 5), (0, 0)])
    func inSync(_ blue: Int, _ green: Int) throws {
        #expect(try changes(actions([("arn:blue", blue), ("arn:green", green)])) == [])
        #expect(try changes(actions([("arn:green", green), ("arn:blue", blue)])) == [])
    }

    @Test("without the claim Git's weights count")
    func unclaimed() throws {
        let found = try changes(actions([("arn:blue", 0), ("arn:green", 100)]), claimed: false)
        #expect(found.count == 2)
    }

    @Test("a target group that is not declared there is drift, and so is one that is gone")
    func groups() throws {
        let third = try changes(actions([("arn:blue", 0), ("arn:green", 90), ("arn:third", 10)]))
        #expect(third == ["/actions/0/forwardConfig/targetGroups/arn:third"])
        #expect(try !changes(actions([("arn:green", 100)])).isEmpty)
    }

    @Test("what else the action has is Git's")
    func rest() throws {
        #expect(try changes(actions([("arn:blue", 0), ("arn:green", 100)], stickiness: 60)) == [])
        let found = try changes(actions([("arn:blue", 0), ("arn:green", 100)], stickiness: 300))
        #expect(found == ["/actions/0/forwardConfig/targetGroupStickinessConfig/durationSeconds"])
        #expect(try changes(["actions": [["type": "fixed-response", "order": 1]]]) != [])
    }

    @Test("a claim that is gone from Git leaves the weights where they are until Git's change")
    func returned() throws {
        let resource = Resource.sample(rule.description, actions([("arn:blue", 1), ("arn:green", 0)]))
        let live = Live(spec: actions([("arn:blue", 0), ("arn:green", 100)]), outputs: ["arn": "arn:rule"])
        let input = PlanInput.of([resource], live: [rule.description: live]).remembering([resource], kinds: kindsByName)
            .with { $0.memory[rule]?.owned = [Claim(rule, "/actions", owner: "Service/api", reach: .split)] }
        #expect(Planner().plan(input)[rule]?.changes == [])
        let forgotten = input.with { $0.memory[rule]?.owned = [] }
        #expect(Planner().plan(forgotten)[rule]?.changes.count == 2)
    }
}

extension Value {
    fileprivate var isSticky: Bool {
        self["actions"]?.list?.first?["forwardConfig"]?["targetGroupStickinessConfig"] != nil
    }
}
