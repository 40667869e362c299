import Manifest
import Model
import Testing

@Suite struct LinkerTests {
    private func desired(_ manifests: String...) throws -> Desired {
        try MemorySource.demo(["a.yaml": manifests.joined(separator: "---\n")]).desired()
    }

    @Test("what AWS calls a thing stays text")
    func external() throws {
        let arn = "arn:aws:ecs:eu-west-1:123456789012:cluster/x"
        let desired = try desired(
            manifest("Service", "a", "spec: {cluster: '\(arn)', taskDefinition: 'api:3'}"),
            manifest("LoadBalancer", "lb", "spec: {subnets: [subnet-1]}"))
        #expect(desired.diagnostics.isEmpty)
        #expect(
            desired.resources[ResourceID("Service", "a")]?.spec == ["cluster": .string(arn), "taskDefinition": "api:3"])
        #expect(desired.resources[ResourceID("LoadBalancer", "lb")]?.spec == ["subnets": ["subnet-1"]])
    }

    @Test("a name that nothing has is an error with the nearest one")
    func dangling() throws {
        let desired = try desired(
            manifest("Cluster", "main"), manifest("Service", "a", "spec: {cluster: mian}"),
            manifest("LoadBalancer", "lb", "spec:\n  listeners: [{port: 80, targetGroup: api}]\n  subnets: [private]"))
        #expect(
            desired.diagnostics.map(\.description) == [
                "demo/a.yaml:9:17: Service/a: /cluster: no Cluster is named mian (did you mean main?)",
                "demo/a.yaml:15:39: Listener/lb/80: /targetGroupArn: no TargetGroup is named api",
                "demo/a.yaml:16:13: LoadBalancer/lb: /subnets/0: no Subnet is named private (write subnet-…, {tags: …} or {ssm: …})",
            ])
        #expect(desired.invalid.map(\.description).sorted() == ["Listener/lb/80", "LoadBalancer/lb", "Service/a"])
    }

    @Test("parts are linked by their own kind's rules")
    func parts() throws {
        let desired = try desired(
            manifest("TargetGroup", "api"),
            manifest("LoadBalancer", "lb", "spec: {listeners: [{Port: 80, TargetGroupArn: api}]}"))
        #expect(desired.diagnostics.isEmpty)
        let listener = try #require(desired.resources[ResourceID("Listener", "lb/80")])
        #expect(listener.spec == ["port": 80, "targetGroupArn": .reference(ResourceID("TargetGroup", "api"), "arn")])
        #expect(listener.manifest == ResourceID("LoadBalancer", "lb"))
    }

    @Test("lookups become references to one or to all of what they find")
    func lookups() throws {
        let desired = try desired(
            manifest("LoadBalancer", "one", "spec: {subnets: [{tags: {Tier: a}}, subnet-1]}"),
            manifest("LoadBalancer", "all", "spec: {subnets: {tags: {Tier: a}}}"),
            manifest("TargetGroup", "api", "spec: {vpc: {ssm: /vpc}}"))
        let subnets = Lookup("Subnet", .tags(["Tier": "a"]))
        let vpc = Lookup("VPC", .ssm("/vpc"))
        #expect(desired.diagnostics.isEmpty)
        #expect(
            desired.resources[ResourceID("LoadBalancer", "one")]?.spec["subnets"] == [
                .reference(subnets.id, "ids"), "subnet-1",
            ])
        #expect(
            desired.resources[ResourceID("LoadBalancer", "all")]?.spec["subnets"] == [.reference(subnets.id, "ids")])
        #expect(desired.resources[ResourceID("TargetGroup", "api")]?.spec["vpcId"] == .reference(vpc.id, "id"))
        #expect(Set(desired.lookups.keys) == [subnets.id, vpc.id])
        #expect(desired.lookups[subnets.id]?.place?.description == "demo/a.yaml:4:18")
    }

    @Test("a list's own rule speaks for its elements")
    func listRule() throws {
        let desired = try desired(
            manifest("AutoScalingGroup", "a", "spec: {minSize: 1, vpcZoneIdentifier: [{ssm: /x}, subnet-1]}"),
            manifest("AutoScalingGroup", "b", "spec: {minSize: 1, vpcZoneIdentifier: {ssm: /x}}"))
        let lookup = Lookup("Subnet", .ssm("/x"))
        #expect(desired.diagnostics.isEmpty)
        let (a, b) = (
            desired.resources[ResourceID("AutoScalingGroup", "a")],
            desired.resources[ResourceID("AutoScalingGroup", "b")]
        )
        #expect(a?.spec["vpcZoneIdentifier"] == [.reference(lookup.id, "ids"), "subnet-1"])
        #expect(b?.spec["vpcZoneIdentifier"] == [.reference(lookup.id, "ids")])
        #expect(
            try self.desired(manifest("AutoScalingGroup", "c", "spec: {minSize: 1, vpcZoneIdentifier: [private]}"))
                .hasErrors)
    }

    @Test("what stands on a broken manifest is kept and marked")
    func standsOnInvalid() throws {
        let desired = try desired(
            manifest("Cluster", "main", "spec: {clusterNam: x}"), manifest("Service", "a", "spec: {cluster: main}"),
            manifest("Service", "b", "spec: {after: a}"), manifest("Service", "c"))
        let main = ResourceID("Cluster", "main")
        #expect(desired.diagnostics.count == 1)
        #expect(desired.invalid == [main])
        #expect(desired.standsOnInvalid == [ResourceID("Service", "a"): [main], ResourceID("Service", "b"): [main]])
        #expect(desired.resources.count == 3)
    }

    @Test("resources that wait for one another are an error that names the circle")
    func circles() throws {
        let desired = try desired(
            manifest("Service", "b", "spec: {after: c}"), manifest("Service", "c", "spec: {after: a}"),
            manifest("Service", "a", "policy: {dependsOn: [Service/b]}"), manifest("Service", "d", "spec: {after: a}"))
        #expect(
            desired.diagnostics.map(\.description) == [
                "demo/a.yaml:11:1: Service/a: resources wait for one another: Service/a -> Service/b -> Service/c -> Service/a"
            ])
        #expect(desired.invalid.count == 3)
        #expect(desired.resources.keys.map(\.name) == ["d"])
        #expect(desired.standsOnInvalid[ResourceID("Service", "d")] == [ResourceID("Service", "a")])
    }

    @Test("a resource that waits for itself is a circle")
    func selfReference() throws {
        #expect(
            try desired(manifest("Service", "a", "spec: {after: a}")).diagnostics.map(\.message)
                == ["resources wait for one another: Service/a -> Service/a"])
    }

    @Test("a name that stands twice is an error at each place, and neither is served")
    func duplicateNames() throws {
        let source = MemorySource.demo(["a.yaml": manifest("Cluster", "main"), "b.yaml": manifest("Cluster", "main")])
        let desired = try source.desired()
        #expect(
            desired.diagnostics.map(\.description) == [
                "demo/a.yaml:1:1: Cluster/main: Cluster/main is written more than once (also at demo/b.yaml:1:1)",
                "demo/b.yaml:1:1: Cluster/main: Cluster/main is written more than once (also at demo/a.yaml:1:1)",
            ])
        #expect(desired.invalid == [ResourceID("Cluster", "main")])
        #expect(desired.resources.isEmpty)
    }
}
