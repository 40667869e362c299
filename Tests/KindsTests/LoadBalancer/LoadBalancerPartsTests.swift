import Model
import Testing

@testable import Kinds

@Suite("A load balancer's parts")
struct LoadBalancerPartsTests {
    private let place = Place(file: "production/lb.yaml", line: 9, column: 5)

    @Test("listeners and rules become resources of their own, bound to what they belong to")
    func parts() {
        let rule: Value = ["priority": 10, "conditions": [], "actions": []]
        let spec: Value = ["scheme": "internal", "listeners": [["port": 443, "rules": [rule]], ["port": 80]]]
        let (parts, diagnostics) = LoadBalancer.manifest.expand(.sample("LoadBalancer", "demo", spec))
        #expect(diagnostics.isEmpty)
        #expect(
            parts.map(\.id.description) == [
                "LoadBalancer/demo", "Listener/demo/443", "ListenerRule/demo/443/10", "Listener/demo/80",
            ])
        #expect(parts[0].spec == ["scheme": "internal"])
        #expect(parts[1].spec["loadBalancerArn"] == .reference(ResourceID("LoadBalancer", "demo"), "arn"))
        #expect(parts[1].spec["rules"] == nil)
        #expect(parts[2].spec["listenerArn"] == .reference(ResourceID("Listener", "demo/443"), "arn"))
        #expect(parts.allSatisfy { $0.manifest == ResourceID("LoadBalancer", "demo") })
    }

    @Test("the same port or priority twice is an error where it stands the second time")
    func duplicates() {
        let again = Value(.integer(443), at: place)
        let priority = Value(.integer(10), at: place)
        let rules: Value = [["priority": 10], .object(["priority": priority])]
        let spec: Value = ["listeners": [["port": 443, "rules": rules], .object(["port": again])]]
        let (parts, diagnostics) = LoadBalancer.manifest.expand(.sample("LoadBalancer", "demo", spec))
        #expect(parts.count == 3)
        #expect(
            diagnostics.map(\.description) == [
                "production/lb.yaml:9:5: LoadBalancer/demo: priority 10 stands here twice",
                "production/lb.yaml:9:5: LoadBalancer/demo: port 443 stands here twice",
            ])
    }

    @Test("a listener without a port and a rule without a priority can not be told apart")
    func missing() {
        let spec: Value = ["listeners": [["protocol": "HTTP"], ["port": 80, "rules": [["actions": []]]]]]
        let found = LoadBalancer.manifest.expand(.sample("LoadBalancer", "demo", spec)).diagnostics
        #expect(found.map(\.message) == ["has no port, which tells it apart", "has no priority, which tells it apart"])
    }

    @Test(
        "what AWS says of a load balancer is its health",
        arguments: [
            ("active", Health.Status.healthy), ("provisioning", .progressing), ("active_impaired", .degraded),
            ("failed", .degraded),
        ])
    func health(code: String, status: Health.Status) {
        let live = Live(spec: [:], detail: ["state": ["code": .string(code)]])
        #expect(LoadBalancer.health(of: .sample("LoadBalancer", "demo", [:]), live: live).status == status)
    }
}
