import Kinds
import Manifest
import Model
import Testing

@Suite("A TaskDefinition's manifest")
struct TaskDefinitionManifestTests {
    private static let head = "apiVersion: neap/v1\nkind: TaskDefinition\nmetadata: {name: web}\nspec:\n"
    private static let base =
        head + """
              containerDefinitions:
                - name: web
                  image: web:1
                  memory: 64
                  portMappings: [{containerPort: 80}, {containerPort: 80, protocol: udp}, {containerPort: 81}, {containerPortRange: 9000-9010}]
            """
    private static let environment =
        "apiVersion: neap/v1\nkind: Environment\nmetadata: {name: demo}\nspec: {paths: [demo]}\n"

    private func read(_ files: [String: String]) throws -> Desired {
        var all = files.mapValues { Array($0.utf8) }
        all["neap.yaml"] = Array(Self.environment.utf8)
        return try ManifestReader(kinds: allKinds.map { $0.manifest }).read(HeldFiles(all))
    }

    /// The port mappings that a patch leaves.
    private func ports(_ patch: String) throws -> (ports: [Value], problems: [String]) {
        let overlay = """
            apiVersion: neap/v1
            kind: Overlay
            metadata: {name: o}
            spec:
              base: [../base]
              patches:
                - target: {kind: TaskDefinition, name: web}
                  \(patch)
            """
        let desired = try read(["demo/o.yaml": overlay, "base/web.yaml": Self.base])
        let spec = desired.resources[ResourceID("TaskDefinition", "web")]?.spec
        return (
            spec?["containerDefinitions"]?.list?.first?["portMappings"]?.list ?? [],
            desired.diagnostics.map(\.description)
        )
    }

    private func merge(_ mapping: String) -> String {
        "merge: {spec: {containerDefinitions: [{name: web, portMappings: [\(mapping)]}]}}"
    }

    @Test(
        "an overlay meets a port mapping by its port or range, and its protocol",
        arguments: [
            ("{containerPort: 81, hostPort: 8081}", 2), ("{containerPort: 80, hostPort: 8081, protocol: tcp}", 0),
            ("{containerPort: 80, hostPort: 8081, protocol: udp}", 1),
            ("{containerPortRange: 9000-9010, hostPort: 8081}", 3), ("{containerPort: 82, hostPort: 8081}", 4),
        ])
    func merged(_ mapping: String, _ index: Int) throws {
        let found = try ports(merge(mapping))
        #expect(found.problems == [])
        #expect(found.ports.count == max(4, index + 1))
        #expect(found.ports.firstIndex { $0["hostPort"] == 8081 } == index)
    }

    @Test("an element of a patch that says neither port nor range is refused")
    func unnamed() throws {
        let found = try ports(merge("{hostPort: 9000, protocol: tcp}"))
        #expect(found.problems.contains { $0.contains("needs containerPort or containerPortRange or protocol") })
    }

    @Test(
        "a JSON patch finds a port mapping by its port where one has it, and by port and protocol",
        arguments: [("81", 2), ("81~1tcp", 2), ("80~1udp", 1), ("9000-9010", 3)])
    func pointed(_ name: String, _ index: Int) throws {
        let path = "/spec/containerDefinitions/web/portMappings/\(name)/hostPort"
        let found = try ports("json: [{op: add, path: \(path), value: 8081}]")
        #expect(found.problems == [])
        #expect(found.ports.firstIndex { $0["hostPort"] == 8081 } == index)
    }

    @Test(
        "a container without a name or an image is refused before AWS does so",
        arguments: [("image: web:1", "name"), ("name: web", "image")])
    func required(_ members: String, _ missing: String) throws {
        let desired = try read(["demo/web.yaml": Self.head + "  containerDefinitions: [{\(members), memory: 64}]\n"])
        #expect(
            desired.diagnostics.contains { $0.path == FieldPath(pointer: "/containerDefinitions/0/\(missing)") },
            "\(desired.diagnostics)")
        #expect(desired.invalid == [ResourceID("TaskDefinition", "web")])
    }
}
