import Model
import Planning
import Testing

@testable import Kinds

@Suite("A service's calls")
struct ServiceCallsTests {
    private let resource = Resource.sample("Service", "api", ["taskDefinition": "api:7", "desiredCount": 3])
    private let arn: Value = "arn:aws:ecs:eu-west-1:123456789012:service/demo/api"

    private func change(
        _ resource: Resource, live: Value? = nil, _ paths: [FieldPath] = [], claims: [Claim] = []
    ) -> ResourceChange {
        ResourceChange(
            resource, live: live.map { Live(spec: $0, outputs: ["arn": arn]) },
            changes: paths.map {
                FieldChange(
                    $0, live: live?[$0], desired: resource.spec[$0], effect: Service.schema.effect(at: $0),
                    reason: .declared)
            }, claims: claims, region: "eu-west-1", accountID: "123456789012")
    }

    private func claim(_ band: ClosedRange<Int>) -> Claim {
        Claim(resource.id, "/desiredCount", owner: "ScalingPolicy/api", band: band)
    }

    @Test(
        "a new service has the stated count, inside the bounds of whoever moves it",
        arguments: [(1, 2), (3, 3), (9, 5)])
    func firstCount(stated: Int, sent: Int) {
        var wanted = resource
        wanted.spec["desiredCount"] = .integer(stated)
        let calls = Service.calls(for: change(wanted, claims: [claim(2...5)]))
        #expect(calls.map(\.call.operation) == ["CreateService"])
        #expect(calls.first?.call.input["desiredCount"] == .integer(sent))
    }

    @Test("a new service without a count has one task")
    func noCount() {
        var wanted = resource
        wanted.spec["desiredCount"] = nil
        #expect(Service.calls(for: change(wanted)).first?.call.input["desiredCount"] == 1)
    }

    @Test("a daemon service never has a count")
    func daemon() {
        var wanted = resource
        wanted.spec["schedulingStrategy"] = "DAEMON"
        #expect(Service.calls(for: change(wanted)).first?.call.input["desiredCount"] == nil)
    }

    @Test("what a daemon's manifest no longer says goes back to a daemon's own defaults")
    func daemonDefaults() {
        var daemon = resource
        daemon.spec["schedulingStrategy"] = "DAEMON"
        let bounds = ["minimumHealthyPercent", "maximumPercent"].map {
            FieldPath(["deploymentConfiguration", $0])
        }
        #expect(bounds.map { Service.absent(at: $0, of: daemon) } == [0, 100])
        #expect(bounds.map { Service.absent(at: $0, of: resource) } == [100, 200])
        #expect(Service.absent(at: "/propagateTags", of: daemon) == "NONE")
    }

    @Test("a count outside its owner's bounds is written as the change says")
    func outside() {
        let live: Value = ["taskDefinition": "api:7", "desiredCount": 9, "cluster": "demo"]
        let calls = Service.calls(for: change(resource, live: live, ["/desiredCount"], claims: [claim(2...5)]))
        #expect(calls.map { $0.call.input["desiredCount"] } == [resource.spec["desiredCount"]])
    }

    @Test("a count that somebody else moves inside its bounds is never written")
    func claimed() {
        let live: Value = ["taskDefinition": "api:6", "desiredCount": 4, "cluster": "demo"]
        let paths: [FieldPath] = ["/desiredCount", "/taskDefinition"]
        let calls = Service.calls(for: change(resource, live: live, paths, claims: [claim(2...5)]))
        #expect(calls.map(\.call.input) == [["cluster": "demo", "service": "api", "taskDefinition": "api:7"]])
        #expect(Service.calls(for: change(resource, live: live, ["/desiredCount"], claims: [claim(2...5)])).isEmpty)
    }

    @Test("Service Connect that leaves the manifest is switched off, whatever was stated of it")
    func withoutServiceConnect() {
        let connect: Value = [
            "enabled": true, "namespace": "shop", "services": [["portName": "http"]],
            "logConfiguration": ["logDriver": "awslogs", "options": ["awslogs-group": "/mesh"]],
        ]
        let live: Value = ["taskDefinition": "api:7", "cluster": "demo", "serviceConnectConfiguration": connect]
        let stated = StatedFields.of(["serviceConnectConfiguration": connect], by: Service.schema)
        let resource = Resource.sample("Service", "api", ["taskDefinition": "api:7"])
        var change = self.change(resource, live: live)
        change.changes =
            Diff(schema: Service.schema, stated: Set(stated)).compare(desired: resource.spec, live: live).changes
        #expect(change.changes.first { $0.path == "/serviceConnectConfiguration/enabled" }?.desired == false)
        let off: Value = ["enabled": false]
        #expect(
            Service.calls(for: change).map(\.call.input) == [
                ["cluster": "demo", "service": "api", "serviceConnectConfiguration": off]
            ])
    }

    @Test("a new capacity provider strategy forces a deployment")
    func strategy() {
        var wanted = resource
        wanted.spec["capacityProviderStrategy"] = [["capacityProvider": "spot", "weight": 1]]
        let live: Value = ["cluster": "demo", "capacityProviderStrategy": []]
        let calls = Service.calls(for: change(wanted, live: live, ["/capacityProviderStrategy/spot"]))
        #expect(calls.first?.call.input["forceNewDeployment"] == true)
        #expect(calls.first?.effect == .rollsTasks)
    }

    @Test("of the deployment configuration only what changes is sent, each part whole")
    func deploymentConfiguration() {
        var wanted = resource
        wanted.spec["deploymentConfiguration"] = ["deploymentCircuitBreaker": ["enable": true]]
        let live: Value = [
            "deploymentConfiguration": [
                "maximumPercent": 150, "deploymentCircuitBreaker": ["enable": false, "rollback": true],
            ]
        ]
        let path: FieldPath = "/deploymentConfiguration/deploymentCircuitBreaker/enable"
        let input = Service.calls(for: change(wanted, live: live, [path])).first?.call.input
        #expect(
            input?["deploymentConfiguration"] == ["deploymentCircuitBreaker": ["enable": true, "rollback": true]])
    }

    @Test("Application Auto Scaling's name of a service is known before the service is")
    func resourceID() {
        var wanted = resource
        #expect(Service.outputs(of: wanted)["resourceId"] == "service/default/api")
        wanted.spec["cluster"] = "arn:aws:ecs:eu-west-1:123456789012:cluster/demo"
        #expect(Service.outputs(of: wanted)["resourceId"] == "service/demo/api")
        wanted.spec["cluster"] = .reference(ResourceID("Cluster", "demo"), "arn")
        let known = [Reference(ResourceID("Cluster", "demo"), "name"): Value.string("demo-1")]
        #expect(Service.outputs(of: wanted)["resourceId"]?.resolved(known) == "service/demo-1/api")
    }

    @Test("a service waits for what forwards to its target groups, and for its cluster's providers")
    func dependencies() {
        let group = Value.reference(ResourceID("TargetGroup", "api"), "arn")
        let cluster = ResourceID("Cluster", "demo")
        var wanted = resource
        wanted.spec["loadBalancers"] = [["targetGroupArn": group]]
        wanted.spec["cluster"] = .reference(cluster, "arn")
        let listener = Resource.sample(
            "Listener", "demo/443",
            ["defaultActions": [["forwardConfig": ["targetGroups": [["targetGroupArn": group]]]]]])
        let others = Resource.sample("ListenerRule", "other", ["actions": []])
        let providers = Resource.sample("ClusterCapacityProviders", "demo", [:], of: cluster)
        let elsewhere = Resource.sample("ClusterCapacityProviders", "x", [:], of: ResourceID("Cluster", "x"))
        let all = Dictionary([wanted, listener, others, providers, elsewhere].map { ($0.id, $0) }) { first, _ in first }
        #expect(Service.dependencies(of: wanted, among: ResourceIndex(all)) == [listener.id, providers.id])
        wanted.spec["launchType"] = "EC2"
        #expect(Service.dependencies(of: wanted, among: ResourceIndex(all)) == [listener.id])
    }
}
