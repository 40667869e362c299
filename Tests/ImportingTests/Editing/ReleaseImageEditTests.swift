import Manifest
import Model
import Testing

@testable import Importing

/// An image that a chart makes is set where its value is written.
struct ReleaseImageEditTests {
    private static let chart = [
        "charts/web/Chart.yaml": "apiVersion: neap/v1\nname: web\nversion: 1.0.0\n",
        "charts/web/values.yaml": "image: {repository: api, tag: '1'}\nwhole: \"api:1\"\n",
        "charts/web/values.schema.json": """
        {"type": "object", "properties": {
          "image": {"type": "object", "properties": {
            "repository": {"type": "string"}, "tag": {"type": ["string", "number"]}}},
          "whole": {"type": "string"}}}
        """,
    ]

    private func files(_ image: String, _ release: String, _ others: [String: String] = [:]) -> [String: String] {
        let template = """
            apiVersion: neap/v1
            kind: TaskDefinition
            metadata: {name: "${{ release.name }}"}
            spec:
              containerDefinitions:
                - name: api
                  memory: 64
                  image: \(image)
            """
        let own = ["demo/web.yaml": release, "charts/web/templates/task.yaml": template]
        return Self.chart.merging(own) { $1 }.merging(others) { $1 }
    }

    private func release(_ spec: String, _ name: String = "web") -> String {
        "apiVersion: neap/v1\nkind: Release\nmetadata: {name: \(name)}\nspec:\n  chart: ../charts/web\n\(spec)"
    }

    private func edit(_ files: [String: String], _ image: String, _ name: String = "web") throws -> ImageEdit {
        try ImageEdit(
            DemoFiles(files), environment: nil, target: ResourceID("TaskDefinition", name),
            [try #require(ImageAssignment(parsing: image))])
    }

    private static let whole = "${{ values.whole }}"
    private static let parts = "\"${{ values.image.repository }}:${{ values.image.tag }}\""

    @Test(
        "a value of the release is rewritten where it stands, and nothing else is",
        arguments: [
            (whole, "  values: {whole: \"api:1\"} # why", "  values: {whole: \"api:2\"} # why"),
            (whole, "  values:\n    # the image\n    whole: api:1\n", "  values:\n    # the image\n    whole: api:2\n"),
            (parts, "  values: {image: {tag: '1'}}", "  values: {image: {tag: '2'}}"),
            (parts, "  values:\n    image:\n      tag: '1' # old\n", "  values:\n    image:\n      tag: '2' # old\n"),
        ])
    func rewritten(_ image: String, _ before: String, _ after: String) throws {
        let edit = try edit(files(image, release(before)), "api:2")
        #expect(edit.files.keys.sorted() == ["demo/web.yaml"])
        #expect(edit.files["demo/web.yaml"].map { String(decoding: $0, as: UTF8.self) } == release(after))
        #expect(edit.changes.map(\.new) == [image == Self.whole ? "api:2" : "2"])
        #expect(edit.changes.map(\.value) == [image == Self.whole ? "values.whole" : "values.image.tag"])
    }

    @Test(
        "a value that only the chart states is written into the release",
        arguments: [
            (whole, "  values: {image: {tag: x}}", "  values: {whole: \"api:2\", image: {tag: x}}"),
            (
                whole, "  values:\n    # first\n    image: {tag: x}\n",
                "  values:\n    whole: api:2\n    # first\n    image: {tag: x}\n"
            ),
            (whole, "  values: {}", "  values: {whole: \"api:2\"}"),
            (
                parts, "  values:\n    image:\n      repository: api\n",
                "  values:\n    image:\n      tag: \"2\"\n      repository: api\n"
            ),
            (parts, "  values:\n    whole: x\n", "  values:\n    image: {tag: \"2\"}\n    whole: x\n"),
        ])
    func inserted(_ image: String, _ before: String, _ after: String) throws {
        let edit = try edit(files(image, release(before)), "api:2")
        #expect(edit.files["demo/web.yaml"].map { String(decoding: $0, as: UTF8.self) } == release(after))
    }

    @Test("a release without values gets some")
    func withoutValues() throws {
        let edit = try edit(files(Self.whole, release("")), "api:2")
        let text = edit.files["demo/web.yaml"].map { String(decoding: $0, as: UTF8.self) }
        #expect(text?.contains("spec:\n  values: {whole: \"api:2\"}\n  chart: ../charts/web\n") == true)
    }

    @Test("repository and tag are set together, a tag that reads like a number in quotes")
    func both() throws {
        let before = "  values:\n    image:\n      repository: api\n      tag: latest\n"
        let edit = try edit(files(Self.parts, release(before)), "registry:5000/web/api:1.10")
        let text = edit.files["demo/web.yaml"].map { String(decoding: $0, as: UTF8.self) }
        #expect(text?.contains("repository: registry:5000/web/api\n") == true)
        #expect(text?.contains("tag: \"1.10\"\n") == true)
        #expect(edit.changes.count == 2)
    }

    @Test(
        "repository and tag are written together into a release that has neither",
        arguments: [
            ("", "spec:\n  values: {image: {repository: foo, tag: \"2.1\"}}\n  chart: ../charts/web\n", 5),
            ("  values: {}\n", "  values: {image: {repository: foo, tag: \"2.1\"}}\n", 6),
            ("  values:\n    whole: x\n", "  values:\n    image: {repository: foo, tag: \"2.1\"}\n    whole: x\n", 7),
            ("  values: {image: {}}\n", "  values: {image: {repository: foo, tag: \"2.1\"}}\n", 6),
            ("  values:\n    image:\n      tag: '1'\n", "    image:\n      repository: foo\n      tag: '2.1'\n", 8),
        ])
    func bothInserted(_ before: String, _ after: String, _ line: Int) throws {
        let edit = try edit(files(Self.parts, release(before)), "foo:2.1")
        let text = edit.files["demo/web.yaml"].map { String(decoding: $0, as: UTF8.self) }
        #expect(text?.contains(after) == true, "\(text ?? "")")
        #expect(edit.changes.map(\.value) == ["values.image.repository", "values.image.tag"])
        #expect(edit.changes.first?.place.line == Int32(line))
    }

    @Test("a values file is rewritten, unless another release has it too: then the release itself says it")
    func valuesFile() throws {
        let files = files(
            Self.whole, release("  valuesFiles: [../values.yaml]\n  values: {}\n"),
            ["values.yaml": "whole: api:1 # all\n"])
        let alone = try edit(files, "api:2")
        #expect(alone.files["values.yaml"].map { String(decoding: $0, as: UTF8.self) } == "whole: api:2 # all\n")
        var shared = files
        shared["demo/other.yaml"] = release("  valuesFiles: [../values.yaml]\n", "other")
        let both = try edit(shared, "api:2")
        #expect(both.files.keys.sorted() == ["demo/web.yaml"])
        #expect(
            both.files["demo/web.yaml"].map { String(decoding: $0, as: UTF8.self) }?.contains(
                "values: {whole: \"api:2\"}") == true)
    }

    @Test("what else the release makes of the value is told")
    func others() throws {
        let second = """
            apiVersion: neap/v1
            kind: TaskDefinition
            metadata: {name: migrate}
            spec: {containerDefinitions: [{name: m, memory: 64, image: "${{ values.whole }}"}]}
            """
        let files = files(
            Self.whole, release("  values: {whole: \"api:1\"}"), ["charts/web/templates/migrate.yaml": second])
        let edit = try edit(files, "api:2")
        #expect(edit.changes.map(\.others) == [[ResourceID("TaskDefinition", "migrate")]])
    }

    @Test(
        "where no value alone is the image or its tag, the line of the chart is named",
        arguments: [
            "${{ default(values.whole, 'x') }}", "api:1", "\"${{ values.image.repository }}${{ values.image.tag }}\"",
        ])
    func refused(_ image: String) throws {
        do {
            let edit = try edit(files(image, release("  values: {}")), "else/where:2")
            Issue.record("it was edited: \(edit.changes)")
        } catch EditError.refused(let place, let why) {
            #expect(place?.description == "charts/web/templates/task.yaml:8:14", "\(why)")
            #expect(why.hasPrefix("Release/web takes the image of api from this line of its chart"))
        }
    }

    @Test("a digest does not fit a template of repository and tag")
    func digest() {
        let image = "other@sha256:" + String(repeating: "a", count: 64)
        #expect(throws: EditError.self) { try edit(files(Self.parts, release("  values: {}")), image) }
    }

    @Test(
        "an overlay that states the value is what is edited, also where the base states it",
        arguments: ["", "  values: {whole: \"api:0\"}", "  values: {whole: \"api:1\"}"])
    func overlay(_ values: String) throws {
        var files = files(Self.whole, "")
        files["demo/web.yaml"] = """
            apiVersion: neap/v1
            kind: Overlay
            metadata: {name: demo}
            spec:
              base: [../base]
              patches: [{target: {kind: Release, name: web}, merge: {spec: {values: {whole: "api:1"}}}}]
            """
        files["base/web.yaml"] = release(values)
        let edit = try edit(files, "api:2")
        #expect(edit.files.keys.sorted() == ["demo/web.yaml"] && edit.changes.map(\.place.line) == [6])
    }
}
