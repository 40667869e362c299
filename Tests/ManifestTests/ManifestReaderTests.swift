import Manifest
import Model
import Testing

@Suite struct ManifestReaderTests {
    @Test("a small repository is read, checked and linked")
    func smallRepository() throws {
        let desired = try MemorySource.demo([
            "cluster.yaml": manifest("Cluster", "main", "spec: {clusterName: demo-main}"),
            "api.yml": manifest("TargetGroup", "api", "spec: {Protocol: HTTP, port: 80, vpc: {tags: {Name: main}}}")
                + "---\n"
                + manifest(
                    "Service", "api",
                    "spec:\n  cluster: main\n  clusterHint: main\n  loadBalancers: [{targetGroup: api, containerName: c}]"
                ),
            "README.md": "# no manifest",
        ]).desired()
        #expect(desired.diagnostics.map(\.description) == [])
        #expect(
            desired.resources.keys.sorted().map(\.description) == ["Cluster/main", "Service/api", "TargetGroup/api"])
        let cluster = try #require(desired.resources[ResourceID("Cluster", "main")])
        #expect(cluster.awsName == "demo-main")
        #expect(cluster.spec == [:])
        let service = try #require(desired.resources[ResourceID("Service", "api")])
        #expect(service.spec["cluster"] == .reference(ResourceID("Cluster", "main"), "name"))
        #expect(service.spec["clusterHint"] == "demo-main")
        #expect(
            service.spec["loadBalancers"]
                == [["targetGroupArn": .reference(ResourceID("TargetGroup", "api"), "arn"), "containerName": "c"]])
        let group = try #require(desired.resources[ResourceID("TargetGroup", "api")])
        let lookup = Lookup("VPC", .tags(["Name": "main"]))
        #expect(group.spec["vpcId"] == .reference(lookup.id, "id"))
        #expect(desired.lookups.keys.map(\.self) == [lookup.id])
        #expect(desired.isComplete)
    }
}
