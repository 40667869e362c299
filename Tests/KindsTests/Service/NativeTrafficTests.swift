import Model
import Testing

@testable import Kinds

@Suite("Traffic that deployments move")
struct NativeTrafficTests {
    private let rule = ResourceID("ListenerRule", "demo/443/10")
    private let blue = Value.reference(ResourceID("TargetGroup", "blue"), "arn")
    private let green = Value.reference(ResourceID("TargetGroup", "green"), "arn")

    private func service(rule: ResourceID, test: ResourceID? = nil) -> Resource {
        var advanced: Value = [
            "alternateTargetGroupArn": green, "productionListenerRule": .reference(rule, "arn"), "roleArn": "arn:role",
        ]
        advanced["testListenerRule"] = test.map { .reference($0, "arn") }
        return .sample(
            "Service", "api", ["loadBalancers": [["targetGroupArn": blue, "advancedConfiguration": advanced]]])
    }

    private func forward(_ weights: [(Value, Int)], _ id: ResourceID) -> Resource {
        let groups = weights.map { group, weight -> Value in ["targetGroupArn": group, "weight": .integer(weight)] }
        let actions: Value = [["type": "forward", "forwardConfig": ["targetGroups": .list(groups)]]]
        return .sample(id.kind, id.name, [id.kind == "Listener" ? "defaultActions" : "actions": actions])
    }

    private func said(_ service: Resource, _ rules: [Resource]) -> [String] {
        let all = ResourceIndex(Dictionary((rules + [service]).map { ($0.id, $0) }) { first, _ in first })
        return Service.faults(of: service, among: all).map(\.message)
    }

    @Test("the weights of production's and the test's rule are the service's")
    func claims() {
        let test = ResourceID("ListenerRule", "demo/8443/10")
        #expect(
            Service.claims(of: service(rule: rule, test: test)) == [
                Claim(rule, "/actions", owner: "Service/api", reach: .split),
                Claim(test, "/actions", owner: "Service/api", reach: .split),
            ])
    }

    @Test("of a Network Load Balancer they are its listener's")
    func listener() {
        let listener = ResourceID("Listener", "nlb/80")
        let service = service(rule: listener)
        #expect(
            Service.claims(of: service) == [
                Claim(listener, "/defaultActions", owner: "Service/api", reach: .split)
            ])
        #expect(said(service, [forward([(blue, 1), (green, 0)], listener)]) == [])
    }

    @Test("the rule must forward to both target groups, all to one of them")
    func faults() {
        let service = service(rule: rule)
        #expect(said(service, [forward([(blue, 1), (green, 0)], rule)]) == [])
        #expect(said(service, [forward([(blue, 0), (green, 1)], rule)]) == [])
        #expect(
            said(service, [forward([(blue, 1)], rule)]) == [
                "ListenerRule/demo/443/10 does not forward to TargetGroup/green, between which a deployment moves"
            ])
        #expect(
            said(service, [forward([(blue, 1), (green, 1)], rule)]) == [
                "ListenerRule/demo/443/10 splits traffic before the first deployment did"
            ])
        #expect(said(service, []) == [], "a rule that is not this environment's can not be looked into")
    }

    @Test("the live weights stay when something else of the actions is written")
    func writing() throws {
        let live = Live(
            spec: [
                "actions": [
                    [
                        "type": "forward",
                        "forwardConfig": [
                            "targetGroups": [
                                ["targetGroupArn": "arn:blue", "weight": 0],
                                ["targetGroupArn": "arn:green", "weight": 100],
                                ["targetGroupArn": "arn:third", "weight": 5],
                            ]
                        ],
                    ]
                ]
            ], outputs: ["arn": "arn:rule"])
        let wanted = Resource.sample(
            "ListenerRule", "demo/443/10",
            [
                "actions": [
                    [
                        "type": "forward",
                        "forwardConfig": [
                            "targetGroups": [
                                ["targetGroupArn": "arn:blue", "weight": 1],
                                ["targetGroupArn": "arn:green", "weight": 0],
                            ]
                        ],
                    ]
                ]
            ])
        let change = ResourceChange(
            wanted, live: live,
            changes: [
                FieldChange(
                    "/actions/0/forwardConfig/targetGroups/arn:third", live: nil, desired: nil, effect: .movesTraffic,
                    reason: .drift)
            ], claims: [Claim(rule, "/actions", owner: "Service/api", reach: .split)], region: "eu-west-1",
            accountID: "123456789012")
        let sent = ListenerRule.calls(for: change).first?.call.input["actions"]?.list?.first
        let groups = sent?["forwardConfig"]?["targetGroups"]
        #expect(
            groups == [
                ["targetGroupArn": "arn:blue", "weight": 0], ["targetGroupArn": "arn:green", "weight": 100],
            ])
    }
}
