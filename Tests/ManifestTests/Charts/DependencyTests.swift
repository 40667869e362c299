import Model
import Testing

@testable import Manifest

@Suite struct DependencyTests {
    private static let child = [
        "charts/web/charts/base/Chart.yaml": "apiVersion: neap/v1\nname: base\nversion: 2.0.0\n",
        "charts/web/charts/base/values.yaml": "name: shared\n",
        "charts/web/charts/base/values.schema.json": #"{"properties": {"name": {"type": "string"}}}"#,
        "charts/web/charts/base/templates/cluster.yaml":
            "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: '${{ values.name }}'}\n",
    ]
    private static let parent =
        "apiVersion: neap/v1\nname: web\nversion: 1.0.0\ndependencies:\n  - {name: base, version: 2.0.0, condition: values.wanted}\n"

    private func source(_ others: [String: String] = [:], values: String = "{name: api}") throws -> MemorySource {
        var files = Self.child
        files["charts/web/Chart.yaml"] = Self.parent
        let contents = Self.child.map {
            (path: String($0.key.dropFirst("charts/web/charts/base/".count)), bytes: Array($0.value.utf8))
        }
        var lock = ChartLock()
        lock.entries["base"] = ChartLock.Entry(version: "2.0.0", digest: ChartLock.digest(contents))
        files["charts/web/Chart.lock"] = lock.text
        return ReleaseTests.source(
            manifest("Release", "web", "spec: {chart: ../charts/web, values: \(values)}"), files.merging(others) { $1 })
    }

    @Test("a vendored chart is rendered with the values under its name")
    func rendered() throws {
        #expect(try source().desired().diagnostics == [])
        #expect(try source().desired().resources[ResourceID("Cluster", "shared")] != nil)
        let named = try source(values: "{name: api, base: {name: own}}").desired()
        #expect(named.resources[ResourceID("Cluster", "own")] != nil)
        #expect(
            try source(values: "{name: api, wanted: false}").desired().resources[ResourceID("Cluster", "shared")] == nil
        )
        #expect(
            try source(values: "{name: api, base: {nmae: x}}").desired().diagnostics.first?.hint == "did you mean name?"
        )
    }

    @Test(
        "a switch of its own values decides whether it is rendered, and need not be among what it knows",
        arguments: [
            ("{name: api}", true), ("{name: api, base: {enabled: true}}", true),
            ("{name: api, base: {enabled: false}}", false), ("{name: api, base: null}", true),
        ])
    func ownSwitch(_ values: String, _ isRendered: Bool) throws {
        let chart = Self.parent.replacing("values.wanted", with: "values.base.enabled")
        let desired = try source(["charts/web/Chart.yaml": chart], values: values).desired()
        #expect(desired.diagnostics == [])
        #expect((desired.resources[ResourceID("Cluster", "shared")] != nil) == isRendered)
    }

    @Test("what is wrong with a vendored chart's values is told by where they stand in the release")
    func named() throws {
        let found = try source(values: "{name: api, base: {nmae: x}}").desired().diagnostics
        #expect(found.map(\.message) == ["no value is named values.base.nmae"])
    }

    @Test("a vendored chart that changed, is not locked, is missing or is not named is refused")
    func lock() throws {
        let path = "charts/web/charts/base/templates/cluster.yaml"
        let changed = try source([path: Self.child[path, default: ""] + "# changed"]).desired()
        #expect(changed.diagnostics.map(\.message) == ["charts/base is not what Chart.lock says"])
        let unlocked = try source()
        unlocked.files["charts/web/Chart.lock"] = nil
        #expect(try unlocked.desired().diagnostics.map(\.message) == ["charts/base is not in Chart.lock"])
        let missing = try source()
        for path in Self.child.keys { missing.files[path] = nil }
        #expect(try missing.desired().diagnostics.map(\.message) == ["charts/base is missing"])
        let stranger = try source(["charts/web/charts/other/Chart.yaml": "x: 1"]).desired()
        #expect(stranger.diagnostics.map(\.message) == ["charts/other is not named in Chart.yaml"])
    }

    @Test("the digest is what sha256sum says of sha256sum's list")
    func digest() {
        let digest = ChartLock.digest([("b", Array("two\n".utf8)), ("a", Array("one\n".utf8))])
        #expect(digest == "sha256:6e2c2c456e5ca967c0099497b487e88531aac75ff75774b778e264ffa92dd5b1")
    }
}
