import Manifest
import Model
import Testing

@Suite struct ChartFolderTests {
    private func folder(_ changes: [String: String?] = [:]) throws -> ChartFolder {
        var files: [String: String] = [:]
        for (path, text) in ReleaseTests.chart { files[String(path.dropFirst("charts/web/".count))] = text }
        files["values.schema.json"] = files["values.schema.json"]?
            .replacing(#", "pattern": "^[a-z]+$""#, with: #", "examples": ["api"]"#)
            .replacing(#""secret": {"type": "string", "enum": ["a", "b"]},"#, with: "")
        for (path, text) in changes { files[path] = text }
        return try ChartFolder(MemorySource(files))
    }

    private func lint(_ changes: [String: String?]) throws -> [String] {
        try folder(changes).lint(kinds: TestKinds.all).map(\.description)
    }

    @Test("a good chart has nothing that lint speaks of")
    func good() throws {
        #expect(try lint([:]) == [])
        #expect(try folder().name == "web 1.0.0")
    }

    @Test("a chart without templates and dependencies is an error")
    func empty() throws {
        let found = try lint(["templates/service.yaml": nil, "templates/group.yaml": nil])
        #expect(
            found.contains(
                "Chart.yaml:1:1: the chart has neither templates nor dependencies, and would make nothing "
                    + "(its manifests stand in templates/)"))
    }

    @Test("what a vendored chart requires is made up too")
    func vendored() throws {
        let base = [
            "Chart.yaml": "apiVersion: neap/v1\nname: base\nversion: 2.0.0\n",
            "values.schema.json":
                #"{"required": ["owner"], "properties": {"owner": {"type": "string", "examples": ["x"]}}}"#,
            "templates/cluster.yaml":
                "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: shared, labels: {owner: '${{ values.owner }}'}}\n",
        ]
        var files: [String: String?] = [
            "Chart.yaml":
                "apiVersion: neap/v1\nname: web\nversion: 1.0.0\ndependencies: [{name: base, version: 2.0.0}]\n"
        ]
        for (path, text) in base { files["charts/base/\(path)"] = text }
        files["Chart.lock"] = try folder(files).lock()
        #expect(try lint(files) == [])
        files["charts/base/values.schema.json"] =
            #"{"required": ["owner"], "properties": {"owner": {"type": "string", "pattern": "^a[0-9]$"}}}"#
        files["Chart.lock"] = try folder(files).lock()
        #expect(try lint(files).contains { $0.contains("values.base.owner is required and has a pattern") })
    }

    @Test("values that are used and not declared, and declared and not used, are told")
    func use() throws {
        let schema = """
            {"properties": {"name": {"type": "string", "default": "api"}, "list": {"type": "array", "items": {"type": "object",
              "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}}, "idle": {"type": "string"},
              "map": {"type": "object", "additionalProperties": {"type": "string"}},
              "deep": {"type": "object", "properties": {"x": {"type": "string"}, "y": {"type": "string"}}}}}
            """
        let template = """
            apiVersion: neap/v1
            kind: Cluster
            metadata: {name: "${{ values.name }}"}
            spec:
              ${{ if values.deep != null && values.deep.x != null }}:
                tags:
                  - ${{ each item in values.list }}:
                      - {key: "${{ item.a }}", value: "${{ item.c }}"}
                  - ${{ each entry in values.map }}:
                      - {key: "${{ entry.key }}", value: "${{ default(values.nmae, entry.value) }}"}
            """
        func found(_ template: String) throws -> [String] {
            try lint([
                "values.yaml": nil, "values.schema.json": schema, "templates/group.yaml": nil,
                "templates/service.yaml": template,
            ])
        }
        #expect(
            try found(template) == [
                "templates/service.yaml:8:43: values.list.*.c is in no schema (did you mean a?)",
                "templates/service.yaml:10:46: values.nmae is in no schema (did you mean name?)",
            ])
        let mended = template.replacing("item.c", with: "item.a").replacing("values.nmae", with: "values.name")
        #expect(
            try found(mended) == [
                "values.schema.json:2:48: warning: no template uses values.list.*.b (take it out, or use it)",
                "values.schema.json:2:79: warning: no template uses values.idle (take it out, or use it)",
                "values.schema.json:4:75: warning: no template uses values.deep.y (take it out, or use it)",
            ])
    }

    @Test(
        "what is wrong with a chart is told with its place",
        arguments: [
            (
                "values.yaml", "image: {tag: latest}\ncuont: 2\n",
                "values.yaml:2:1: no value is named values.cuont (did you mean count?)"
            ),
            (
                "values.schema.json", nil,
                "values.yaml:1:1: the chart has values and no values.schema.json (every value has an entry there)"
            ),
            (
                "values.schema.json", #"{"properties": {"a": {"oneOf": []}}}"#,
                "values.schema.json:1:23: /oneOf: oneOf is no keyword of a values schema (docs/charts.md lists those that are read)"
            ),
            (
                "values.schema.json", ##"{"properties": {"a": {"$ref": "#/definitions/b"}}}"##,
                "values.schema.json:1:31: $ref leads nowhere in this file (such as #/definitions/name)"
            ),
            (
                "values.schema.json",
                ##"{"definitions": {"a": {"properties": {"a": {"$ref": "#/definitions/a"}}}}, "properties": {"a": {"$ref": "#/definitions/a"}}}"##,
                "the schema holds itself, or is too large"
            ),
            (
                "templates/readme.txt", "x",
                "templates/readme.txt:1:1: the file is no template (templates end in .yaml, .yml or .json)"
            ),
            (
                "templates/service.yaml", "a: ${{ values. }}",
                "templates/service.yaml:1:4: a name should stand after the dot"
            ),
            (
                "templates/service.yaml", manifest("Service", "a", "spec: {nope: 1}"),
                "templates/service.yaml:4:8: Service/a: /nope: unknown field"
            ),
            ("templates/service.yaml", manifest("Release", "a"), "Release is no kind"),
            (
                "Chart.yaml", "apiVersion: neap/v1\nname: web\nversion: one",
                "Chart.yaml:3:10: /version: one is no version (such as 1.4.0)"
            ),
            ("Chart.yaml", nil, "Chart.yaml:1:1: . is no chart"),
        ] as [(String, String?, String)])
    func problems(_ path: String, _ text: String?, _ expected: String) throws {
        let found = try lint([path: text])
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test("the lock that is written is the lock that rendering wants")
    func lock() throws {
        #expect(try folder().lock() == nil)
        let child = [
            "charts/base/Chart.yaml": "apiVersion: neap/v1\nname: base\nversion: 2.0.0\n",
            "charts/base/templates/c.yaml": manifest("Cluster", "c"),
            "Chart.yaml":
                "apiVersion: neap/v1\nname: web\nversion: 1.0.0\ndependencies: [{name: base, version: 2.0.0}]",
        ]
        #expect(try folder(child).problems.map(\.message) == ["charts/base is not in Chart.lock"])
        let text = try #require(try folder(child).lock())
        #expect(text.contains("- {name: base, version: 2.0.0, digest: \"sha256:"))
        #expect(try folder(child.merging(["Chart.lock": text]) { $1 }).problems == [])
    }
}
