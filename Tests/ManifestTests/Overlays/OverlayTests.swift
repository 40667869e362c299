import Manifest
import Model
import Testing

@Suite struct OverlayTests {
    private static let base = """
        apiVersion: neap/v1
        kind: TaskDefinition
        metadata: {name: t, labels: {team: core}}
        spec:
          cpu: "256"
          containerDefinitions:
            - {name: app, image: "app:1", memory: 128, environment: {A: "1", B: "2"}, command: [x, y]}
            - {name: sidecar, image: "side:1"}
          tags: [{key: a, value: b}]
        """
    private static let task = ResourceID("TaskDefinition", "t")

    private func source(_ patches: String, base: String = base) -> MemorySource {
        let source = MemorySource.demo([
            "overlay.yaml": manifest("Overlay", "prod", "spec:\n  base: [../base]\n  patches:\n\(patches)")
        ])
        source.files["base/t.yaml"] = Array(base.utf8)
        return source
    }

    private func spec(_ patches: String) throws -> Value? {
        let desired = try source(patches).desired()
        #expect(desired.diagnostics == [])
        return desired.resources[Self.task]?.spec
    }

    private static let target = "    - target: {kind: TaskDefinition, name: t}\n"

    @Test("an overlay without patches is its base")
    func plain() throws {
        let desired = try source("    []").desired()
        #expect(desired.diagnostics == [])
        #expect(desired.resources[Self.task]?.place.description == "base/t.yaml:1:1")
        #expect(desired.resources[Self.task]?.spec["tags"] == ["a": "b"])
    }

    @Test("a merge patch meets containers by name, replaces plain lists, and takes away by null")
    func merge() throws {
        let spec = try spec(
            Self.target + """
                      merge:
                        spec:
                          cpu: null
                          containerDefinitions: [{name: app, image: "app:2", environment: {B: "3"}, command: [z]}, {name: new, image: "n:1"}]
                          Tags: {c: d}
                """)
        #expect(spec?["cpu"] == nil)
        #expect(spec?["tags"] == ["a": "b", "c": "d"])
        let containers = spec?["containerDefinitions"]?.list ?? []
        #expect(containers.map { $0["name"]?.string } == ["app", "sidecar", "new"])
        #expect(
            containers.first == [
                "name": "app", "image": "app:2", "memory": 128, "environment": ["A": "1", "B": "3"], "command": ["z"],
            ])
        #expect(containers.first?["image"]?.place?.file == "demo/overlay.yaml")
        #expect(containers.first?["memory"]?.place?.file == "base/t.yaml")
    }

    @Test("what a patch repeats is written in the patch")
    func repeated() throws {
        let spec = try spec(
            Self.target + "      merge: {spec: {cpu: \"256\", containerDefinitions: [{name: app, image: \"app:1\"}]}}")
        #expect(spec?["cpu"]?.place?.file == "demo/overlay.yaml")
        let containers = spec?["containerDefinitions"]?.list ?? []
        #expect(containers.first?["image"]?.place?.file == "demo/overlay.yaml")
        #expect(containers.first?["memory"]?.place?.file == "base/t.yaml")
    }

    @Test("an element is deleted and a list or mapping replaced by $patch")
    func directives() throws {
        let gone = try spec(
            Self.target + "      merge: {spec: {containerDefinitions: [{name: sidecar, $patch: delete}]}}")
        #expect(gone?["containerDefinitions"]?.list?.count == 1)
        let replaced = try spec(
            Self.target + "      merge: {spec: {containerDefinitions: [{$patch: replace}, {name: only}]}}")
        #expect(replaced?["containerDefinitions"] == [["name": "only"]])
        let mapping = try spec(
            Self.target
                + "      merge: {spec: {containerDefinitions: [{name: app, environment: {$patch: replace, C: x}}]}}")
        #expect(mapping?["containerDefinitions"]?.list?.first?["environment"] == ["C": "x"])
        let plain = try spec(
            Self.target
                + "      merge: {spec: {containerDefinitions: [{name: app, command: [{$patch: replace}, z]}]}}")
        #expect(plain?["containerDefinitions"]?.list?.first?["command"] == ["z"])
        let new = try spec(
            Self.target
                + "      merge: {spec: {containerDefinitions: [{name: sidecar, command: [{$patch: replace}, z]}]}}")
        #expect(new?["containerDefinitions"]?.list?.last?["command"] == ["z"])
    }

    @Test("JSON patch's operations, elements by index or by key")
    func json() throws {
        let spec = try spec(
            Self.target + """
                      json:
                        - {op: test, path: /spec/cpu, value: "256"}
                        - {op: replace, path: /spec/containerDefinitions/app/image, value: "app:3"}
                        - {op: add, path: /spec/containerDefinitions/0/command/-, value: z}
                        - {op: add, path: /spec/containerDefinitions/0/command/0, value: w}
                        - {op: remove, path: /spec/containerDefinitions/app/environment/A}
                        - {op: copy, from: /spec/containerDefinitions/app/memory, path: /spec/containerDefinitions/sidecar/memory}
                        - {op: move, from: /spec/cpu, path: /spec/tags}
                        - {op: replace, path: /spec/tags, value: {x: y}}
                """)
        let containers = spec?["containerDefinitions"]?.list ?? []
        #expect(
            containers.first == [
                "name": "app", "image": "app:3", "memory": 128, "environment": ["B": "2"],
                "command": ["w", "x", "y", "z"],
            ])
        #expect(containers.last == ["name": "sidecar", "image": "side:1", "memory": 128])
        #expect(spec?["cpu"] == nil)
        #expect(spec?["tags"] == ["x": "y"])
    }

    @Test(
        "a patch that does not fit is an error",
        arguments: [
            (
                "    - target: {kind: TaskDefinition, name: x}\n      merge: {spec: {}}",
                "demo/overlay.yaml:7:7: the patch finds no TaskDefinition/x (did you mean TaskDefinition/t?)"
            ),
            (
                "    - target: {kind: Service}\n      merge: {spec: {}}",
                "the patch finds no Service (there are: TaskDefinition/t)"
            ),
            (target + "      json: [{op: add, path: spec}]", "spec is no JSON pointer"),
            ("    - target: {kind: TaskDefinition}", "a patch changes nothing (give it merge or json)"),
            ("    - merge: {spec: {}}", "a patch names its target"),
            (
                target + "      merge: {spec: {containerDefinitions: [{image: x}]}}",
                "an element needs name to be told apart"
            ),
            (target + "      merge: {spec: {containerDefinitions: [{name: z, $patch: delete}]}}", "nothing here is z"),
            (
                target
                    + "      merge: {spec: {containerDefinitions: [{name: z, portMappings: [{containerPort: 1, $patch: delete}]}]}}",
                "there is nothing here to delete"
            ),
            (
                target + "      merge: {spec: {containerDefinitions: [{name: z, environment: {$patch: remove}}]}}",
                "$patch is delete for an element, or replace"
            ),
            (target + "      json: [{op: remove, path: /spec/}]", "/spec/ is no JSON pointer"),
            (target + "      json: [{op: remove, path: /spec//cpu}]", "/spec//cpu is no JSON pointer"),
            (target + "      json: [{op: remove, path: /spec/memory}]", "there is no /spec/memory"),
            (target + "      json: [{op: test, path: /spec/cpu, value: '1'}]", "/spec/cpu is something else"),
            (target + "      json: [{op: change, path: /spec/cpu}]", "change is not one of"),
        ])
    func problems(_ patches: String, _ expected: String) throws {
        let desired = try source(patches).desired()
        #expect(desired.diagnostics.contains { $0.description.contains(expected) }, "\(desired.diagnostics)")
        #expect(!desired.isComplete)
    }

    @Test("a base that is not there is one error, however many patches look for their target in it")
    func noBase() throws {
        let source = self.source(Self.target + "      merge: {spec: {cpu: null}}")
        source.files["base/t.yaml"] = nil
        #expect(
            try source.desired().diagnostics.map(\.message) == [
                "../base is no folder or file of the repository, from the folder of demo/overlay.yaml"
            ])
    }

    @Test("a step that is one element's number and another one's key is refused")
    func ambiguous() throws {
        let base = """
            apiVersion: neap/v1
            kind: TaskDefinition
            metadata: {name: t}
            spec:
              containerDefinitions:
                - {name: "1", image: "zero:1"}
                - {name: other, image: "one:1"}
                - {name: "2", image: "two:1"}
            """
        let remove: (String) -> String = { step in
            Self.target + "      json: [{op: remove, path: /spec/containerDefinitions/\(step)}]"
        }
        let refused = try source(remove("1"), base: base).desired().diagnostics
        #expect(refused.count == 1)
        #expect(refused.first?.message.hasPrefix("1 is one element's number and another's key") == true)
        let taken = try source(remove("2"), base: base).desired()
        #expect(taken.diagnostics == [])
        let left = taken.resources[Self.task]?.spec["containerDefinitions"]?.list ?? []
        #expect(left.map { $0["name"]?.string } == ["1", "other"])
    }

    @Test("a base with a release is patched in its values, and in what it makes")
    func release() throws {
        let source = ReleaseTests.source("")
        source.files["demo/web.yaml"] = nil
        source.files["base/web.yaml"] = Array(
            manifest("Release", "web", "spec: {chart: ../charts/web, values: {name: api}}").utf8)
        source.files["demo/overlay.yaml"] = Array(
            manifest(
                "Overlay", "prod",
                """
                spec:
                  base: [../base]
                  patches:
                    - {target: {kind: Release, name: web}, merge: {spec: {values: {count: 7}}}}
                    - {target: {kind: Service, name: api}, merge: {spec: {tag: patched}}}
                """
            ).utf8)
        let desired = try source.desired()
        #expect(desired.diagnostics == [])
        let service = desired.resources[ResourceID("Service", "api")]
        #expect(service?.spec["desiredCount"] == 7)
        #expect(service?.spec["desiredCount"]?.place?.file == "demo/overlay.yaml")
        #expect(service?.spec["tag"] == "patched")
    }

    @Test("an overlay patches values of a release that stands in another overlay's base, after that one's own patches")
    func nested() throws {
        let source = ReleaseTests.source("")
        source.files["demo/web.yaml"] = nil
        source.files["base/web.yaml"] = Array(
            manifest("Release", "web", "spec: {chart: ../charts/web, values: {name: api}}").utf8)
        let patches = { (count: Int, tag: String) in
            """
              patches:
                - {target: {kind: Release, name: web}, merge: {spec: {values: {count: \(count), image: {tag: \(tag)}}}}}
            """
        }
        source.files["inner/overlay.yaml"] = Array(
            manifest("Overlay", "inner", "spec:\n  base: [../base]\n\(patches(3, "inner"))").utf8)
        let outer = { (spec: String) in Array(manifest("Overlay", "outer", "spec:\n  base: [../inner]\n\(spec)").utf8) }
        source.files["demo/overlay.yaml"] = outer(patches(7, "outer"))
        let desired = try source.desired()
        #expect(desired.diagnostics == [])
        let service = desired.resources[ResourceID("Service", "api")]
        #expect(service?.spec["desiredCount"] == 7 && service?.spec["tag"] == "outer")
        #expect(service?.spec["desiredCount"]?.place?.file == "demo/overlay.yaml")
        source.files["demo/overlay.yaml"] = outer(
            "  patches: [{target: {kind: Release, name: web}, merge: {spec: {values: {count: 4}}}}]")
        #expect(try source.desired().resources[ResourceID("Service", "api")]?.spec["tag"] == "inner")
        source.files["demo/overlay.yaml"] = outer(
            "  patches: [{target: {kind: Service, name: api}, merge: {spec: {tag: made}}}]")
        #expect(try source.desired().resources[ResourceID("Service", "api")]?.spec["tag"] == "made")
        source.files["demo/overlay.yaml"] = outer(
            "  patches: [{target: {kind: Release, name: wep}, merge: {spec: {values: {count: 4}}}}]")
        #expect(try source.desired().diagnostics.map(\.message) == ["the patch finds no Release/wep"])
    }

    @Test("a release's own patches change what its chart makes, and have to find it")
    func ownPatches() throws {
        let spec =
            "spec: {chart: ../charts/web, values: {name: api}, patches: [{target: {kind: Service, name: NAME}, merge: {spec: {tag: p}}}]}"
        let good = try ReleaseTests.source(manifest("Release", "web", spec.replacing("NAME", with: "api"))).desired()
        #expect(good.resources[ResourceID("Service", "api")]?.spec["tag"] == "p")
        let bad = try ReleaseTests.source(manifest("Release", "web", spec.replacing("NAME", with: "apo"))).desired()
        #expect(bad.diagnostics.map(\.message) == ["the patch finds no Service/apo"])
    }

    @Test("an overlay that stands on itself, or on nothing, is refused")
    func circles() throws {
        let source = MemorySource.demo(["a.yaml": manifest("Overlay", "a", "spec: {base: [.]}")])
        #expect(try source.desired().hasErrors)
        source.files["demo/a.yaml"] = Array(manifest("Overlay", "a", "spec: {base: [../demo]}").utf8)
        #expect(try source.desired().diagnostics.map(\.message).contains("demo holds demo/a.yaml, which stands on it"))
        source.files["demo/a.yaml"] = Array(manifest("Overlay", "a", "spec: {base: [../nothing]}").utf8)
        #expect(try source.desired().diagnostics.count == 1)
    }

    @Test("overlays that stand on one another in a circle are refused")
    func innerCircle() throws {
        let source = MemorySource.demo(["a.yaml": manifest("Overlay", "a", "spec: {base: [../b]}")])
        source.files["b/b.yaml"] = Array(manifest("Overlay", "b", "spec: {base: [../c]}").utf8)
        source.files["c/c.yaml"] = Array(manifest("Overlay", "c", "spec: {base: [../b]}").utf8)
        #expect(try source.desired().diagnostics.map(\.message) == ["b holds b/b.yaml, which stands on it"])
        source.files["c/c.yaml"] = Array(manifest("Cluster", "c").utf8)
        #expect(try source.desired().resources.count == 1)
    }

    @Test("a patch meets a task definition that stands in a file of its own")
    func file() throws {
        let base = "apiVersion: neap/v1\nkind: TaskDefinition\nmetadata: {name: t}\nspec: {file: t.json}"
        let merge = "      merge: {spec: {containerDefinitions: [{name: app, memory: 64}]}}"
        let source = source(Self.target + merge, base: base)
        source.files["base/t.json"] = Array(
            #"{"cpu": "256", "containerDefinitions": [{"name": "app", "image": "app:1"}]}"#.utf8)
        #expect(try source.desired().diagnostics == [])
        let spec = try source.desired().resources[Self.task]?.spec
        #expect(spec == ["cpu": "256", "containerDefinitions": [["name": "app", "image": "app:1", "memory": 64]]])
        let other = self.source(Self.target + "      merge: {spec: {file: u.json}}", base: base)
        other.files["demo/u.json"] = Array(#"{"containerDefinitions": [{"name": "u"}]}"#.utf8)
        other.files["base/t.json"] = source.files["base/t.json"]
        #expect(try other.desired().resources[Self.task]?.spec == ["containerDefinitions": [["name": "u"]]])
    }

    @Test("a base is read again when a file in it changes, comes or goes")
    func cache() throws {
        let source = source("    - {target: {kind: TaskDefinition, name: t}, merge: {spec: {cpu: '512'}}}")
        let cache = DecodeCache()
        #expect(try source.desired(cache: cache).resources.count == 1)
        source.files["base/c.yaml"] = Array(manifest("Cluster", "main").utf8)
        #expect(try source.desired(cache: cache).resources.count == 2)
        source.files["base/t.yaml"] = Array(Self.base.replacing("app:1", with: "app:9").utf8)
        let spec = try source.desired(cache: cache).resources[Self.task]?.spec
        #expect(spec?["containerDefinitions"]?.list?.first?["image"] == "app:9")
        source.files["base/c.yaml"] = nil
        #expect(try source.desired(cache: cache).resources.count == 1)
    }

    @Test("merging a patch twice is merging it once, and merging what is there changes nothing, over many trees")
    func laws() throws {
        var random = SeededRandom(seed: 41)
        func text(_ depth: Int) -> String {
            let names = ["app", "sidecar", "new"]
            let members = (0..<random.next(3)).map { _ in
                [
                    "image: \"i\(random.next(3))\"", "memory: \(random.next(9))", "command: [c\(random.next(2))]",
                    "environment: {A: 'e'}", "essential: null",
                ][random.next(5)]
            }
            let unique = Set(members.map { String($0.prefix { $0 != ":" }) }).sorted().compactMap { key in
                members.first { $0.hasPrefix("\(key):") }
            }
            return "{" + (["name: \(names[random.next(3)])"] + unique).joined(separator: ", ") + "}"
        }
        for _ in 0..<200 {
            let patch = "      merge: {spec: {containerDefinitions: [\(text(1))]}}"
            let (once, twice) = (
                try spec(Self.target + patch), try spec(Self.target + patch + "\n" + Self.target + patch)
            )
            #expect(once == twice)
        }
        let same = try spec(
            Self.target + "      merge: {spec: {containerDefinitions: [{name: app, image: \"app:1\"}]}}")
        #expect(same == (try spec("    []")))
    }
}

@Suite struct PatchLimitTests {
    @Test("copies of copies are refused before they fill the memory")
    func copies() throws {
        let copies = (0..<40).map { "{op: copy, from: /spec/tags, path: /spec/tags/x\($0)}" }.joined(separator: ", ")
        let source = MemorySource.demo([
            "overlay.yaml": manifest(
                "Overlay", "o",
                "spec: {base: [../base], patches: [{target: {kind: Cluster, name: c}, json: [\(copies)]}]}")
        ])
        source.files["base/c.yaml"] = Array(manifest("Cluster", "c", "spec: {tags: {a: b}}").utf8)
        #expect(
            try source.desired().diagnostics.map(\.message) == [
                "the patch makes a manifest that is larger or deeper than a file may be"
            ])
    }

    @Test("patches of many manifests end at a bound")
    func many() throws {
        let patch =
            "{target: {kind: Cluster}, merge: {spec: {tags: {" + (0..<100).map { "t\($0): x" }.joined(separator: ", ")
            + "}}}}"
        let patches = Array(repeating: patch, count: 100).joined(separator: ", ")
        let source = MemorySource.demo([
            "overlay.yaml": manifest("Overlay", "o", "spec: {base: [../base], patches: [\(patches)]}")
        ])
        for number in 0..<250 { source.files["base/c\(number).yaml"] = Array(manifest("Cluster", "c\(number)").utf8) }
        #expect(try source.desired().diagnostics.map(\.message) == ["patches take more than 2000000 steps"])
    }

    @Test("two releases of one name are told, with and without a cache")
    func twice() throws {
        let spec = { (name: String) in "spec: {chart: ../charts/web, values: {name: \(name)}}" }
        let source = ReleaseTests.source(manifest("Release", "web", spec("a")))
        let cache = DecodeCache()
        #expect(try source.desired(cache: cache).diagnostics == [])
        source.files["demo/x.yaml"] = Array(manifest("Release", "web", spec("b")).utf8)
        let found = try source.desired(cache: cache).diagnostics.map(\.description)
        #expect(found == (try source.desired().diagnostics.map(\.description)))
        #expect(
            found.contains(
                "demo/web.yaml:1:1: Release/web: Release/web is written more than once (also at demo/x.yaml:1:1)"))
    }
}
