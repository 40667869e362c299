import Kinds
import Manifest
import Model
import Testing

@testable import Planning

@Suite("What is not taken away although it could be")
struct KeptBackTests {
    private func reasons(_ plan: Plan) -> [String: Reason] {
        plan.departures.reduce(into: [:]) { found, departure in
            if case .blocked(let reason, _) = departure.action { found[departure.id.description] = reason }
        }
    }

    @Test(
        "the service that this process runs in stays with all that it stands on, by its name or its definition's family",
        arguments: [
            OwnService(cluster: "arn:aws:ecs:eu-west-1:123456789012:cluster/main", name: "api", family: "else"),
            OwnService(cluster: "main", name: nil, family: "api"),
        ])
    func own(_ own: OwnService) {
        var teardown = Teardown()
        teardown.own = own
        let held = reasons(teardown.plan)
        let kept = [
            "Service/api", "Cluster/main", "ClusterCapacityProviders/main", "CapacityProvider/spot",
            "AutoScalingGroup/spot", "LaunchTemplate/spot", "TargetGroup/api", "ListenerRule/api",
        ]
        #expect(held == Dictionary(uniqueKeysWithValues: kept.map { ($0, .refused) }))
        #expect(teardown.plan.deletions.map(\.resource) == [.of("LogGroup/api")])
    }

    @Test(
        "another cluster's service of the same name, and another service, are not it",
        arguments: [
            OwnService(cluster: "tools", name: "api", family: "api"),
            OwnService(cluster: "main", name: "neap", family: "api"),
            OwnService(cluster: "main", name: nil, family: "neap"),
        ])
    func others(_ own: OwnService) {
        var teardown = Teardown()
        teardown.own = own
        #expect(reasons(teardown.plan) == [:])
    }

    @Test("a log group stays unless it was said to go, or a person destroys the environment")
    func logs() {
        var teardown = Teardown()
        teardown.isDestroyed = false
        #expect(reasons(teardown.plan)["LogGroup/api"] == .retained)
        teardown.policy.deletionPolicy = .delete
        #expect(reasons(teardown.plan)["LogGroup/api"] == nil)
        (teardown.isDestroyed, teardown.policy.deletionPolicy) = (true, nil)
        #expect(reasons(teardown.plan)["LogGroup/api"] == nil)
        teardown.policy.deletionPolicy = .retain
        #expect(reasons(teardown.plan)["LogGroup/api"] == .retained)
    }

    @Test(
        "a part that AWS protects keeps its manifest's other parts when deletion is by mistake, not when it is asked for"
    )
    func parts() throws {
        #expect(reasons(protected(isDestroyed: false)) == ["LoadBalancer/web": .refused, "Listener/web/80": .refused])
        #expect(reasons(protected(isDestroyed: true)) == ["LoadBalancer/web": .refused])
    }

    private func protected(isDestroyed: Bool) -> Plan {
        let balancer = Resource.sample("LoadBalancer/web", [:])
        var listener = Resource.sample(
            "Listener/web/80", ["loadBalancerArn": .output("arn", of: "LoadBalancer/web"), "port": 80])
        listener.manifest = balancer.id
        let tags = ["neap:environment": "production", "neap:owner": "git.example.org/team/infra"]
        let live = [
            "LoadBalancer/web": Live(
                spec: ["attributes": ["deletion_protection.enabled": "true"]], outputs: ["arn": "arn:lb/web/1"],
                tags: tags),
            "Listener/web/80": Live(spec: ["port": 80], outputs: ["arn": "arn:listener/web/1/2"], tags: tags),
            "TargetGroup/kept": Live(spec: ["port": 80]),
        ]
        var input = PlanInput.of([.sample("TargetGroup/kept", ["port": 80])], live: live)
        var departed = Departed([balancer.id: balancer, listener.id: listener])
        (departed.isDestroyed, departed.cap) = (isDestroyed, .count(9))
        input.departed = departed
        return Planner().plan(input)
    }
}
