import Manifest
import Model
import Testing

@Suite struct FileMemberTests {
    private let bare = #"{"family": "api", "containerDefinitions": [{"name": "a", "memory": null}], "revision": 3}"#

    private func desired(_ path: String, _ files: [String: String], _ rest: String = "") throws -> Desired {
        let source = MemorySource.demo([
            "td/api.yaml": manifest("TaskDefinition", "api", "spec:\n  file: \(path)\n\(rest)")
        ])
        for (name, text) in files { source.files[name] = Array(text.utf8) }
        return try source.desired()
    }

    @Test(
        "a file in AWS's own shape is the spec",
        arguments: ["task.json", "./task.json", "../td/task.json", "../../demo/td/task.json"])
    func bareFile(path: String) throws {
        let desired = try desired(path, ["demo/td/task.json": bare])
        #expect(desired.diagnostics.filter { $0.severity == .error } == [])
        let resource = try #require(desired.resources[ResourceID("TaskDefinition", "api")])
        #expect(resource.spec == ["containerDefinitions": [["name": "a"]]])
        #expect(resource.awsName == "api")
        #expect(resource.spec["containerDefinitions"]?.place?.description == "demo/td/task.json:1:43")
    }

    @Test("what describe-task-definition prints is unwrapped")
    func wrapped() throws {
        let text = #"{"taskDefinition": \#(bare), "tags": [{"key": "a", "value": "b"}]}"#
        let desired = try desired("task.json", ["demo/td/task.json": text])
        #expect(desired.resources.values.first?.spec == ["containerDefinitions": [["name": "a"]], "tags": ["a": "b"]])
    }

    @Test("what stands beside file is laid over its members")
    func overlay() throws {
        let desired = try desired(
            "task.yaml", ["demo/td/task.yaml": "family: x\ncpu: '256'\ncontainerDefinitions: []"],
            "  family: y\n  cpu: '512'\n")
        let resource = try #require(desired.resources.values.first)
        #expect(resource.awsName == "y")
        #expect(resource.spec == ["cpu": "512", "containerDefinitions": []])
    }

    @Test(
        "paths that lead elsewhere are refused with the manifest's place",
        arguments: [
            "../../../x.json", "/etc/passwd", "../..", "a/", "''", "\"a\\0.json\"", "'..\\x.json'", "a//b.json",
            ".hidden/x.json",
            "[]", "../../../demo/td/task.json", ".git/config",
        ])
    func escapes(path: String) throws {
        let desired = try desired(path, [:])
        #expect(
            desired.diagnostics.map(\.description) == [
                "demo/td/api.yaml:5:9: TaskDefinition/api: /file: no path inside the repository, from the folder of demo/td/api.yaml"
            ])
        #expect(desired.invalid == [ResourceID("TaskDefinition", "api")])
    }

    @Test("a file that does not exist, is broken, a manifest or a symlink is an error of the manifest")
    func brokenFiles() throws {
        #expect(
            try desired("x.json", [:]).diagnostics.map(\.description)
                == ["demo/td/api.yaml:5:9: TaskDefinition/api: /file: demo/td/x.json does not exist"])
        #expect(
            try desired("x.json", ["demo/td/x.json": "{,}"]).diagnostics.map(\.description)
                == ["demo/td/x.json:1:2: TaskDefinition/api: not JSON: a key in double quotes should stand here"])
        #expect(
            try desired("x.json", ["demo/td/x.json": "{\"cpus\": 1, \"containerDefinitions\": []}"]).diagnostics.map(
                \.description)
                == ["demo/td/x.json:1:2: TaskDefinition/api: /cpus: unknown field (did you mean cpu?)"])
        #expect(
            try desired("x.yaml", ["demo/td/x.yaml": manifest("Cluster", "c")]).diagnostics.map(\.message)
                == ["demo/td/x.yaml is a manifest itself"])
        let source = MemorySource.demo(["a.yaml": manifest("TaskDefinition", "a", "spec: {file: ../x.json}")])
        source.others = [SourceEntry(path: "x.json", mode: .symlink, size: 4)]
        #expect(try source.desired().diagnostics.map(\.message) == ["x.json is a symlink, and those are not followed"])
        #expect(!source.reads.contains("x.json"))
    }

    @Test("a task definition may be written inside a service, and a file named there")
    func inline() throws {
        let source = MemorySource.demo([
            "a.yaml": manifest("Service", "api", "spec: {taskDefinition: {containerDefinitions: [{name: a}]}}"),
            "b.yaml": manifest("Service", "web", "spec: {taskDefinition: {file: web.json}}"),
            "web.json": bare.replacing("api", with: "web"),
        ])
        let desired = try source.desired()
        #expect(desired.diagnostics.filter { $0.severity == .error } == [])
        #expect(
            desired.resources[ResourceID("Service", "api")]?.spec["taskDefinition"]
                == .reference(ResourceID("TaskDefinition", "api"), "arn"))
        let inline = try #require(desired.resources[ResourceID("TaskDefinition", "api")])
        #expect(inline.manifest == ResourceID("Service", "api"))
        #expect(inline.spec == ["containerDefinitions": [["name": "a"]]])
        #expect(
            desired.resources[ResourceID("TaskDefinition", "web")]?.spec == ["containerDefinitions": [["name": "a"]]])
    }
}
