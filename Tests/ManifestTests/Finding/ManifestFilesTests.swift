import Manifest
import Model
import Testing

@Suite struct ManifestFilesTests {
    @Test("manifests are found under the paths, and nothing else is read")
    func finding() throws {
        let source = MemorySource.demo([
            "a.yaml": manifest("Cluster", "a"), "deep/b.yml": manifest("Cluster", "b"),
            "c.json": #"{"apiVersion": "neap/v1", "kind": "Cluster", "metadata": {"name": "c"}}"#,
            "README.md": "no manifest", ".hidden.yaml": "no: manifest", ".hidden/x.yaml": "no: manifest",
            "chart/Chart.yaml": "name: x", "chart/templates/x.yaml": "{{", "empty.yaml": "# nothing\n",
        ])
        source.files["elsewhere/x.yaml"] = Array("no: manifest".utf8)
        source.files["demonstration/x.yaml"] = Array("no: manifest".utf8)
        let desired = try source.desired()
        #expect(desired.diagnostics.isEmpty)
        #expect(desired.resources.keys.map(\.name).sorted() == ["a", "b", "c"])
        #expect(
            source.reads.sorted() == ["demo/a.yaml", "demo/c.json", "demo/deep/b.yml", "demo/empty.yaml", "neap.yaml"])
    }

    @Test("the environments' own files are no manifests of an environment over the whole repository")
    func wholeRepository() throws {
        let whole = MemorySource.environment.replacing("[demo]", with: "[.]")
        let source = MemorySource([
            "neap.yaml": whole, "neap.b.yaml": whole.replacing("name: demo", with: "name: b"),
            "a.yaml": manifest("Cluster", "a"),
        ])
        let desired = try source.desired("demo")
        #expect(desired.diagnostics.isEmpty)
        #expect(desired.resources.count == 1)
    }

    @Test("symlinks, submodules and endings in capitals are errors that name them")
    func strangeEntries() throws {
        let source = MemorySource.demo(["a.yaml": manifest("Cluster", "a"), "B.YAML": manifest("Cluster", "b")])
        source.others = [
            SourceEntry(path: "demo/link.yaml", mode: .symlink, size: 10),
            SourceEntry(path: "demo/module", mode: .submodule, size: 0),
            SourceEntry(path: "link", mode: .symlink, size: 10),
        ]
        let desired = try source.desired()
        let hint = "(remove it, or name it in .neapignore)"
        #expect(
            desired.diagnostics.map(\.description) == [
                "demo/B.YAML:1:1: the file's ending .YAML is not in small letters \(hint)",
                "demo/link.yaml:1:1: the file is a symlink, and those are not followed \(hint)",
                "demo/module:1:1: the folder is a submodule, and those are not read \(hint)",
            ])
        #expect(desired.resources.count == 1)
        #expect(!desired.isComplete)
    }

    @Test(
        ".neapignore keeps files out",
        arguments: [
            ("x.yaml", ["demo/x.yaml", "demo/deep/x.yaml"]), ("/demo/x.yaml", ["demo/x.yaml"]),
            ("demo/*/x.yaml", ["demo/deep/x.yaml"]), ("deep/", ["demo/deep/x.yaml", "demo/deep/y.yaml"]),
            ("x.yaml/", []), ("**/y.yaml", ["demo/deep/y.yaml"]),
            ("demo/**", ["demo/x.yaml", "demo/deep/x.yaml", "demo/deep/y.yaml"]),
            ("*.yaml\n!y.yaml", ["demo/x.yaml", "demo/deep/x.yaml"]),
            ("?.yaml\r\n# x\n\n", ["demo/x.yaml", "demo/deep/x.yaml", "demo/deep/y.yaml"]),
            ("deep\n!y.yaml", ["demo/deep/x.yaml", "demo/deep/y.yaml"]),
        ])
    func ignoring(patterns: String, ignored: [String]) throws {
        let all = ["x.yaml", "deep/x.yaml", "deep/y.yaml"]
        let source = MemorySource.demo(Dictionary(uniqueKeysWithValues: all.map { ($0, "") }))
        source.files[".neapignore"] = Array(patterns.utf8)
        _ = try source.desired()
        let read = source.reads.filter { $0.hasPrefix("demo/") }
        #expect(Set(all.map { "demo/\($0)" }).subtracting(read) == Set(ignored))
    }

    @Test("a path that holds no file is an error, so that nothing is deleted over a typing mistake")
    func emptyPath() throws {
        let desired = try MemorySource(["neap.yaml": MemorySource.environment]).desired()
        #expect(desired.diagnostics.map(\.description) == ["neap.yaml:4:16: /spec/paths: no file stands in demo"])
        #expect(!desired.isComplete)
    }

    @Test("a broken file leaves the good ones served, and may hold anything")
    func brokenFile() throws {
        let desired = try MemorySource.demo([
            "a.yaml": manifest("Cluster", "a"), "b.yaml": manifest("Cluster", "b") + "---\n{",
            "c.yaml": "a: 1",
        ]).desired()
        #expect(desired.resources.keys.map(\.description) == ["Cluster/a"])
        #expect(desired.invalid == [ResourceID("Cluster", "b")])
        #expect(desired.unreadable == ["demo/b.yaml", "demo/c.yaml"])
        #expect(!desired.isComplete)
    }

    @Test("files beyond the limits are refused")
    func limits() throws {
        let source = MemorySource.demo(["a.yaml": manifest("Cluster", "a"), "b.yaml": manifest("Cluster", "b")])
        #expect(throws: ReadError.tooLarge("more than 2 manifest files")) {
            try source.desired(limits: Limits(files: 2))
        }
        #expect(throws: ReadError.tooLarge("manifest files of more than 99 bytes")) {
            try source.desired(limits: Limits(totalBytes: 99))
        }
        source.files["demo/big.yaml"] = [UInt8](repeating: 0x20, count: 2 << 20)
        let desired = try source.desired()
        #expect(
            desired.diagnostics.map(\.description)
                == ["demo/big.yaml:1:1: the file has 2097152 bytes, at most 1048576 are read"])
        #expect(!source.reads.contains("demo/big.yaml"))
    }
}
