import Kinds
import Model
import Planning
import Testing

@Suite("What is not replaced, and why")
struct ReplacementRefusalTests {
    private let group = Resource.sample("TargetGroup/api", ["port": 80])

    private func why(_ field: FieldPath, _ others: [Resource]) -> String? {
        let all = Dictionary(([group] + others).map { ($0.id, $0) }) { first, _ in first }
        let change = FieldChange(field, live: 1, desired: 2, effect: .replaces, reason: .declared)
        return ReplacementRefusal(group, needing: nil, among: all).why([change])
    }

    private func service(_ more: Value = .emptyObject, entry: Value = .emptyObject) -> Resource {
        let target: Value = ["targetGroupArn": .output("arn", of: "TargetGroup/api"), "containerName": "api"]
        return .sample("Service/api", more.laid(over: ["loadBalancers": [entry.laid(over: target)]]))
    }

    @Test("a port is replaced, an address type with tasks behind it is not")
    func types() {
        #expect(why("/port", [service()]) == nil)
        #expect(why("/targetType", []) == nil)
        #expect(why("/targetType", [service()])?.contains("can not register its tasks with both") == true)
    }

    @Test("target groups that ECS's own strategies or another controller move are left to those")
    func strategies() {
        let native: Value = ["advancedConfiguration": ["alternateTargetGroupArn": "arn:other"]]
        #expect(why("/port", [service(entry: native)])?.contains("moves the traffic") == true)
        let foreign = service(["deploymentController": ["type": "CODE_DEPLOY"]])
        #expect(why("/port", [foreign])?.contains("another deployment controller") == true)
    }

    @Test("listeners that split no traffic, and groups that register instances, are done by hand")
    func networks() {
        let actions: Value = [["type": "forward", "targetGroupArn": .output("arn", of: "TargetGroup/api")]]
        let listener = Resource.sample("Listener/nlb/80", ["protocol": "TCP", "defaultActions": actions])
        #expect(why("/port", [listener])?.contains("splits no traffic") == true)
        let fleet = Resource.sample(
            "AutoScalingGroup/a", ["targetGroupARNs": [.output("arn", of: "TargetGroup/api")]])
        #expect(why("/port", [fleet])?.contains("registers its instances itself") == true)
    }

    @Test("a load balancer needs a person's word that its new DNS name is well")
    func permission() {
        var balancer = Resource.sample("LoadBalancer/a", ["scheme": "internal"])
        let refusal = ReplacementRefusal(balancer, needing: "new-dns-name", among: [:]).why([])
        #expect(refusal?.contains("policy.allow: {new-dns-name:") == true)
        balancer.policy.allow["new-dns-name"] = "an alias of our own"
        #expect(ReplacementRefusal(balancer, needing: "new-dns-name", among: [:]).why([]) == nil)
    }

    @Test("a service or cluster is refused with what to do by hand")
    func general() {
        let service = Resource.sample("Service/api", ["schedulingStrategy": "DAEMON", "taskDefinition": "api:1"])
        let live = Live(
            spec: ["schedulingStrategy": "REPLICA", "taskDefinition": "api:1"], outputs: ["rollout": "settled"],
            tags: [
                "neap:environment": "production", "neap:owner": "git.example.org/team/infra",
                "neap:resource": "Service/api",
            ])
        let plan = Planner().plan(PlanInput.of([service], live: ["Service/api": live]))
        #expect(plan.action("Service/api") == .replace)
        let text = PlanText(plan, Stack.header).text
        #expect(text.contains("refuse  Service/api: schedulingStrategy can only be set at creation."))
        #expect(text.contains("A service is not replaced: its name is unique in its cluster"))
        #expect(text.contains("Plan: refused."))
    }
}
