import Manifest
import Model
import Testing

@Suite struct DecodeCacheTests {
    private let source = MemorySource.demo([
        "cluster.yaml": manifest("Cluster", "main"), "a.yaml": manifest("Service", "a", "spec: {cluster: main}"),
        "b.yaml": manifest("Service", "b", "spec: {cluster: main}"),
    ])
    private let cache = DecodeCache()

    private func change(_ path: String, _ text: String?) { source.files[path] = text.map { Array($0.utf8) } }
    private func readSince(_ count: Int) -> [String] {
        source.reads.dropFirst(count).filter { $0 != "neap.yaml" }.sorted()
    }

    @Test("only what changed is read again")
    func oneFile() throws {
        _ = try source.desired(cache: cache)
        let count = source.reads.count
        #expect(try source.desired(cache: cache).resources.count == 3)
        #expect(readSince(count) == [])
        change("demo/a.yaml", manifest("Service", "a", "spec: {cluster: main, tag: x}"))
        let desired = try source.desired(cache: cache)
        #expect(readSince(count) == ["demo/a.yaml"])
        #expect(desired.resources[ResourceID("Service", "a")]?.spec["tag"] == "x")
    }

    @Test("a file that did not change is linked again when what it names did")
    func names() throws {
        _ = try source.desired(cache: cache)
        change("demo/cluster.yaml", nil)
        let without = try source.desired(cache: cache)
        #expect(without.diagnostics.count == 2)
        #expect(without.resources.isEmpty)
        change("demo/cluster.yaml", manifest("Cluster", "main", "spec: {tags: [1]}"))
        #expect(try source.desired(cache: cache).standsOnInvalid.count == 2)
        change("demo/cluster.yaml", manifest("Cluster", "main"))
        #expect(try source.desired(cache: cache).diagnostics.isEmpty)
    }

    @Test("a circle is found when one file closes it, and gone when it opens")
    func circles() throws {
        change("demo/a.yaml", manifest("Service", "a", "spec: {after: b}"))
        #expect(try source.desired(cache: cache).diagnostics.isEmpty)
        change("demo/b.yaml", manifest("Service", "b", "spec: {after: a}"))
        #expect(try source.desired(cache: cache).diagnostics.count == 1)
        #expect(try source.desired(cache: cache).diagnostics.count == 1)
        change("demo/b.yaml", manifest("Service", "b"))
        #expect(try source.desired(cache: cache).diagnostics.isEmpty)
    }

    @Test("a manifest is read again when the file that it names appears or changes")
    func namedFile() throws {
        change("demo/t.yaml", manifest("TaskDefinition", "t", "spec: {file: ../t.json}"))
        #expect(try source.desired(cache: cache).diagnostics.count == 1)
        change("t.json", #"{"containerDefinitions": [], "cpu": "1"}"#)
        #expect(try source.desired(cache: cache).resources[ResourceID("TaskDefinition", "t")]?.spec["cpu"] == "1")
        change("t.json", #"{"containerDefinitions": [], "cpu": "2"}"#)
        #expect(try source.desired(cache: cache).resources[ResourceID("TaskDefinition", "t")]?.spec["cpu"] == "2")
    }

    @Test("a change of the environment's defaults reaches every manifest")
    func defaults() throws {
        _ = try source.desired(cache: cache)
        change("neap.yaml", MemorySource.environment.replacing("[demo]", with: "[demo], policy: {adopt: true}"))
        #expect(try source.desired(cache: cache).resources.values.allSatisfy { $0.policy.adopt })
    }

    @Test("with and without a cache the same is read, over many changes")
    func sameResult() throws {
        var seed = UInt64(7)
        func next(_ bound: UInt64) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % bound)
        }
        for _ in 0..<200 {
            let name = ["a", "b", "c"][next(3)]
            let specs = [
                "spec: {cluster: main}", "spec: {cluster: other}", "spec: {after: a}", "spec: {after: b}",
                "spec: {nope: 1}", "spec: [",
                "policy: {dependsOn: [Service/c]}", "spec: {clusterHint: main}",
                "spec: {taskDefinition: {containerDefinitions: []}}", "spec: {serviceName: same}",
                "spec: {serviceName: same, cluster: main}", "spec: {serviceName: b, cluster: main}",
                "policy: {onRollback: hold}",
            ]
            let text = next(5) == 0 ? nil : manifest("Service", name, specs[next(UInt64(specs.count))])
            change("demo/\(name).yaml", text)
            if next(4) == 0 {
                change("demo/cluster.yaml", manifest("Cluster", "main", "spec: {clusterName: n\(next(3))}"))
            }
            let (cached, fresh) = (try source.desired(cache: cache), try source.desired())
            #expect(cached.diagnostics == fresh.diagnostics)
            #expect(cached.invalid == fresh.invalid)
            #expect(cached.standsOnInvalid == fresh.standsOnInvalid)
            #expect(cached.unreadable == fresh.unreadable)
            #expect(cached.resources.mapValues(\.spec) == fresh.resources.mapValues(\.spec))
        }
    }
}
