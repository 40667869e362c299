import Manifest
import Model
import Testing

@Suite struct AWSClaimTests {
    private func desired(_ manifests: String...) throws -> Desired {
        try MemorySource.demo(["a.yaml": manifests.joined(separator: "---\n")]).desired()
    }

    @Test("two manifests with one name of AWS's are both broken, each told where the other stands")
    func twins() throws {
        let desired = try desired(
            manifest("TargetGroup", "a", "spec: {name: web}"), manifest("TargetGroup", "b", "spec: {name: web}"),
            manifest("TargetGroup", "c"))
        #expect(
            desired.diagnostics.map(\.description) == [
                "demo/a.yaml:1:1: TargetGroup/a: /name: AWS's name web is also that of TargetGroup/b at demo/a.yaml:6:1 (each needs a name of its own)",
                "demo/a.yaml:6:1: TargetGroup/b: /name: AWS's name web is also that of TargetGroup/a at demo/a.yaml:1:1 (each needs a name of its own)",
            ])
        #expect(desired.invalid == [ResourceID("TargetGroup", "a"), ResourceID("TargetGroup", "b")])
        #expect(desired.resources.keys.map(\.description) == ["TargetGroup/c"])
    }

    @Test("a name that a manifest has from its own metadata counts, and so does an inline manifest's")
    func implied() throws {
        let metadata = try desired(manifest("Cluster", "a"), manifest("Cluster", "b", "spec: {clusterName: a}"))
        #expect(metadata.invalid.count == 2)
        let inline = try desired(
            manifest("TaskDefinition", "x", "spec: {family: api, containerDefinitions: []}"),
            manifest("Service", "api", "spec: {taskDefinition: {containerDefinitions: []}}"))
        #expect(
            inline.invalid.map(\.description).sorted() == ["Service/api", "TaskDefinition/api", "TaskDefinition/x"])
    }

    @Test(
        "services share a name only in different clusters",
        arguments: [("{cluster: one}", "{cluster: two}", 0), ("{cluster: one}", "{cluster: one}", 2), ("{}", "{}", 2)])
    func clusters(first: String, second: String, broken: Int) throws {
        let specs = [first, second].map { $0 == "{}" ? "{serviceName: web}" : $0.dropLast() + ", serviceName: web}" }
        let desired = try desired(
            manifest("Cluster", "one"), manifest("Cluster", "two"), manifest("Service", "a", "spec: \(specs[0])"),
            manifest("Service", "b", "spec: \(specs[1])"))
        #expect(desired.invalid.count == broken)
    }

    @Test("other kinds of one name, parts, and kinds that AWS names do not stand in each other's way")
    func different() throws {
        let desired = try desired(
            manifest("Cluster", "web"), manifest("TargetGroup", "web"),
            manifest("LoadBalancer", "web", "spec: {listeners: [{port: 80}]}"),
            manifest("LoadBalancer", "other", "spec: {listeners: [{port: 80}]}"),
            manifest("AutoScalingGroup", "web", "spec: {minSize: 1}"),
            manifest("AutoScalingGroup", "b", "spec: {minSize: 1}"))
        #expect(desired.diagnostics.isEmpty)
    }

    @Test("a name that a later commit takes, or frees, is seen with a cache too")
    func cached() throws {
        let source = MemorySource.demo(["a.yaml": manifest("Cluster", "a")])
        let cache = DecodeCache()
        #expect(try source.desired(cache: cache).invalid.isEmpty)
        source.files["demo/b.yaml"] = Array(manifest("Cluster", "b", "spec: {clusterName: a}").utf8)
        #expect(try source.desired(cache: cache).invalid.count == 2)
        source.files["demo/b.yaml"] = Array(manifest("Cluster", "b").utf8)
        #expect(try source.desired(cache: cache).invalid.isEmpty)
    }
}
