import Manifest
import Model
import Testing

@Suite struct ReleaseTests {
    static let chart = [
        "charts/web/Chart.yaml": "apiVersion: neap/v1\nname: web\nversion: 1.0.0\n",
        "charts/web/values.yaml": "image: {tag: latest}\ncount: 2\n",
        "charts/web/values.schema.json": """
        {"type": "object", "required": ["name"], "properties": {
          "name": {"type": "string", "pattern": "^[a-z]+$"},
          "image": {"type": "object", "properties": {"tag": {"type": "string"}}},
          "count": {"type": "integer", "minimum": 1, "maximum": 9},
          "secret": {"type": "string", "enum": ["a", "b"]},
          "labels": {"type": "object", "additionalProperties": {"type": "string"}},
          "wanted": {"type": "boolean", "default": true}}}
        """,
        "charts/web/templates/service.yaml": """
        apiVersion: neap/v1
        kind: Service
        metadata: {name: "${{ values.name }}"}
        spec:
          cluster: main
          tag: ${{ values.image.tag }}
          desiredCount: ${{ values.count }}
          tags: ${{ values.labels }}
        """,
        "charts/web/templates/group.yaml": """
        ${{ if values.wanted }}:
          apiVersion: neap/v1
          kind: TargetGroup
          metadata: {name: "${{ values.name }}-${{ release.name }}"}
          spec: {port: 80, attributes: {region: "${{ default(environment.region, 'none') }}"}}
        """,
    ]

    static func source(_ release: String, _ others: [String: String] = [:]) -> MemorySource {
        let source = MemorySource.demo(["cluster.yaml": manifest("Cluster", "main"), "web.yaml": release])
        for (path, text) in chart.merging(others, uniquingKeysWith: { $1 }) { source.files[path] = Array(text.utf8) }
        return source
    }

    private func release(_ spec: String, _ rest: String = "") -> String {
        manifest("Release", "web", "spec:\n  chart: ../charts/web\n\(spec)\(rest)")
    }

    @Test("a release's manifests are ordinary ones, values put in by type")
    func rendered() throws {
        let desired = try Self.source(release("  values: {name: api, count: 3, labels: {a: b}}")).desired()
        #expect(desired.diagnostics == [])
        let service = desired.resources[ResourceID("Service", "api")]
        #expect(
            service?.spec == [
                "cluster": .reference(ResourceID("Cluster", "main"), "name"), "tag": "latest", "desiredCount": 3,
                "tags": ["a": "b"],
            ])
        #expect(desired.resources[ResourceID("TargetGroup", "api-web")]?.spec["attributes"] == ["region": "none"])
        #expect(desired.resources.count == 3)
        #expect(service?.place.description == "demo/web.yaml:1:1")
        #expect(service?.place.template?.description == "charts/web/templates/service.yaml:1:1")
        #expect(service?.spec["tag"]?.place?.description == "charts/web/values.yaml:1:14")
        #expect(service?.spec["desiredCount"]?.place?.description == "demo/web.yaml:6:30")
    }

    @Test("defaults fill elements too, names without a property are required, and what says nothing takes anything")
    func schemas() throws {
        let schema = """
            {"required": ["name"], "properties": {
              "name": {"type": "string"},
              "ports": {"type": "array", "items": {"properties": {"port": {"type": "integer"}, "weight": {"type": "integer", "default": 7}}}},
              "labels": {"type": "object", "additionalProperties": {"type": "string"}, "required": ["team"]},
              "free": {"type": "object", "additionalProperties": true}}}
            """
        let template = """
            apiVersion: neap/v1
            kind: Service
            metadata: {name: "${{ values.name }}"}
            spec:
              cluster: main
              desiredCount: ${{ values.ports[0].weight }}
              tags: ${{ values.free.deep }}
            """
        let files = [
            "charts/web/values.schema.json": schema, "charts/web/values.yaml": "{}",
            "charts/web/templates/service.yaml": template, "charts/web/templates/group.yaml": "",
        ]
        let values = "name: api, ports: [{port: 1}], free: {deep: {a: b}}"
        let sound = try Self.source(release("  values: {\(values), labels: {team: x}}"), files).desired()
        #expect(sound.diagnostics == [])
        let spec = sound.resources[ResourceID("Service", "api")]?.spec
        #expect(spec?["desiredCount"] == 7 && spec?["tags"] == ["a": "b"])
        let short = try Self.source(release("  values: {\(values), labels: {}}"), files).desired()
        #expect(short.diagnostics.map(\.message) == ["values.labels.team is missing"])
    }

    @Test("files lie over the chart's values in their order, and the release's own over all; null takes away")
    func layers() throws {
        let source = Self.source(
            release("  valuesFiles: [a.yaml, b.yaml]\n  values: {name: api, labels: {x: null}, wanted: false}"),
            ["demo/a.yaml": "image: {tag: a}\ncount: 5\nlabels: {x: '1', y: '1'}", "demo/b.yaml": "count: 6"])
        let desired = try source.desired()
        #expect(desired.diagnostics == [])
        let spec = desired.resources[ResourceID("Service", "api")]?.spec
        #expect(spec?["tag"] == "a")
        #expect(spec?["desiredCount"] == 6)
        #expect(spec?["tags"] == ["y": "1"])
        #expect(desired.resources.count == 2)
    }

    @Test(
        "a release that can not be rendered says why, applies nothing, and stops deletions",
        arguments: [
            ("  values: {}", "demo/web.yaml:6:11: Release/web: values.name is missing"),
            (
                "  values: {name: api, cuont: 3}",
                "demo/web.yaml:6:23: Release/web: no value is named values.cuont (did you mean count?)"
            ),
            (
                "  values: {name: api, count: '3'}",
                "demo/web.yaml:6:30: Release/web: values.count is a string, not an integer (remove the quotes)"
            ),
            (
                "  values: {name: api, count: 10}",
                "demo/web.yaml:6:30: Release/web: values.count is out of range: 1 to 9"
            ),
            ("  values: {name: API}", "demo/web.yaml:6:18: Release/web: values.name does not fit its pattern"),
            (
                "  values: {name: api, secret: hunter2}",
                "demo/web.yaml:6:31: Release/web: values.secret is not one of a, b"
            ),
            (
                "  values: {name: api, image: x}",
                "demo/web.yaml:6:30: Release/web: values.image is a string, not a mapping"
            ),
            ("  valuesFiles: [none.yaml]", "demo/web.yaml:6:17: Release/web: demo/none.yaml does not exist"),
            (
                "  valuesFiles: [../../x.yaml]",
                "demo/web.yaml:6:17: Release/web: ../../x.yaml is no file of the repository (from the folder of demo/web.yaml)"
            ),
            ("  vales: {}", "demo/web.yaml:6:3: Release/web: /spec/vales: unknown field (did you mean values?)"),
        ])
    func problems(_ spec: String, _ expected: String) throws {
        let desired = try Self.source(release(spec)).desired()
        #expect(desired.diagnostics.map(\.description).contains(expected), "\(desired.diagnostics)")
        #expect(desired.unreadable == ["demo/web.yaml"])
        #expect(desired.resources.count == 1)
        #expect(!desired.isComplete)
    }

    @Test(
        "a name that nobody declared is an error also where default stands in, and where no release comes by",
        arguments: [
            ("default(values.image.tga, 'x')", "values.image.tga is in no schema (did you mean tag?)"),
            ("iif(false, values.cuont, 'x')", "values.cuont is in no schema (did you mean count?)"),
            ("default(release.nmae, 'x')", "release has no nmae (did you mean name?; in the template"),
        ])
    func undeclared(_ expression: String, _ expected: String) throws {
        let path = "charts/web/templates/service.yaml"
        let template = Self.chart[path, default: ""].replacing("values.image.tag", with: expression)
        let desired = try Self.source(release("  values: {name: api}"), [path: template]).desired()
        #expect(desired.diagnostics.contains { $0.description.contains(expected) }, "\(desired.diagnostics)")
        #expect(!desired.isComplete)
    }

    @Test("a text of several values names the release's line first, and the chart's beside it")
    func placesOfAText() throws {
        let path = "charts/web/templates/service.yaml"
        let template = Self.chart[path, default: ""].replacing(
            "${{ values.image.tag }}", with: "${{ values.image.tag }}-${{ values.count }}")
        let desired = try Self.source(release("  values: {name: api, count: 3}"), [path: template]).desired()
        let place = desired.resources[ResourceID("Service", "api")]?.spec["tag"]?.place
        #expect(place?.lineDescription == "demo/web.yaml:6")
        #expect(place?.others.map(\.lineDescription) == ["charts/web/values.yaml:1"])
        #expect(place?.template?.lineDescription == "charts/web/templates/service.yaml:6")
    }

    @Test("what Helm would read is told, and Docker's own marks are not")
    func helm() throws {
        let path = "charts/web/templates/service.yaml"
        let helm = Self.chart[path, default: ""].replacing("${{ values.image.tag }}", with: "'{{ .Values.tag }}'")
        let found = try Self.source(release("  values: {name: api}"), [path: helm]).desired().diagnostics
        #expect(found.map(\.message) == ["Helm's {{ … }} is not read"])
        let docker = Self.chart[path, default: ""].replacing("${{ values.image.tag }}", with: "'{{.Name}}'")
        let quiet = try Self.source(release("  values: {name: api}"), [path: docker]).desired()
        #expect(quiet.diagnostics == [])
    }

    @Test("what AWS's shapes refuse names the value's line and the template's")
    func bothLines() throws {
        let schema = Self.chart["charts/web/values.schema.json", default: ""].replacing(
            #""type": "integer", "minimum": 1, "maximum": 9"#, with: "")
        let desired = try Self.source(
            release("  values: {name: api, count: many}"), ["charts/web/values.schema.json": schema]
        ).desired()
        #expect(
            desired.diagnostics.map(\.description) == [
                "demo/web.yaml:6:30: Service/api: /desiredCount: expected an integer, found a string (in the template charts/web/templates/service.yaml:7:17)"
            ])
        #expect(desired.invalid == [ResourceID("Service", "api")])
        #expect(desired.resources[ResourceID("TargetGroup", "api-web")] != nil)
    }

    @Test("two releases of one chart stand side by side; the same name twice is told with both releases")
    func twins() throws {
        let second = manifest("Release", "other", "spec: {chart: ../charts/web, values: {name: second}}")
        let source = Self.source(release("  values: {name: api}"), ["demo/other.yaml": second])
        #expect(try source.desired().resources.count == 5)
        source.files["demo/other.yaml"] = Array(second.replacing("second", with: "api").utf8)
        let found = try source.desired().diagnostics.map(\.description)
        #expect(found.contains { $0.contains("Service/api is written more than once (also at demo/other.yaml:1:1") })
    }

    @Test("labels and policy of a release hold for what it makes")
    func policy() throws {
        let text = release("  values: {name: api}").replacing("{name: web}", with: "{name: web, labels: {team: core}}")
        let desired = try Self.source(text + "\npolicy: {adopt: true}").desired()
        #expect(desired.resources[ResourceID("Service", "api")]?.policy.adopt == true)
        #expect(desired.resources[ResourceID("Service", "api")]?.labels == ["team": "core"])
        #expect(desired.resources[ResourceID("Cluster", "main")]?.policy.adopt == false)
    }

    @Test(
        "a release is rendered again when its chart, its values or a new file of the chart say otherwise, and only then"
    )
    func cache() throws {
        let source = Self.source(release("  valuesFiles: [a.yaml]\n  values: {name: api}"), ["demo/a.yaml": "count: 3"])
        let cache = DecodeCache()
        func count() throws -> Int? {
            try source.desired(cache: cache).resources[ResourceID("Service", "api")]?.spec["desiredCount"]?.integer
        }
        #expect(try count() == 3)
        let reads = source.reads.count
        #expect(try count() == 3)
        #expect(source.reads.dropFirst(reads).filter { $0 != "neap.yaml" } == [])
        source.files["demo/a.yaml"] = Array("count: 4".utf8)
        #expect(try count() == 4)
        source.files["charts/web/templates/service.yaml"] = Array(
            Self.chart["charts/web/templates/service.yaml", default: ""].replacing("${{ values.count }}", with: "7")
                .utf8)
        #expect(try count() == 7)
        source.files["charts/web/templates/more.yaml"] = Array(manifest("Cluster", "more").utf8)
        #expect(try source.desired(cache: cache).resources[ResourceID("Cluster", "more")] != nil)
        source.files["charts/web/templates/more.yaml"] = nil
        #expect(try source.desired(cache: cache).resources[ResourceID("Cluster", "more")] == nil)
    }

    @Test("a release of the cache is the release that is read anew, over many changes")
    func sameResult() throws {
        let source = Self.source(release("  valuesFiles: [a.yaml]\n  values: {name: api}"), ["demo/a.yaml": "count: 3"])
        let cache = DecodeCache()
        var random = SeededRandom(seed: 23)
        let values = ["count: 3", "count: x", "count: 5", "image: {tag: z}", "nope: 1", "[", "wanted: false"]
        let names = ["{name: api}", "{name: other}", "{}", "{name: api, count: 2}"]
        for _ in 0..<150 {
            switch random.next(3) {
            case 0: source.files["demo/a.yaml"] = Array(values[random.next(values.count)].utf8)
            case 1:
                source.files["demo/web.yaml"] = Array(
                    release("  valuesFiles: [a.yaml]\n  values: \(names[random.next(names.count)])").utf8)
            default:
                let name = "charts/web/templates/extra.yaml"
                source.files[name] = random.next(2) == 0 ? nil : Array(manifest("Cluster", "extra").utf8)
            }
            let (cached, fresh) = (try source.desired(cache: cache), try source.desired())
            #expect(cached.diagnostics == fresh.diagnostics)
            #expect(cached.unreadable == fresh.unreadable)
            #expect(cached.resources.mapValues(\.spec) == fresh.resources.mapValues(\.spec))
        }
    }

    @Test("links out of a chart, and files out of it, are refused")
    func escape() throws {
        let template = manifest("TaskDefinition", "t", "spec: {file: ../../../secret.json}")
        let source = Self.source(
            release("  values: {name: api}"),
            ["charts/web/templates/t.yaml": template, "secret.json": #"{"containerDefinitions": []}"#])
        let found = try source.desired().diagnostics.map(\.description)
        #expect(
            found == [
                "charts/web/templates/t.yaml:4:14: TaskDefinition/t: /file: the path leads out of the chart charts/web"
            ])
        let linked = Self.source(release("  values: {name: api}"))
        linked.others = [SourceEntry(path: "charts/web/templates/link.yaml", mode: .symlink, size: 0)]
        #expect(
            try linked.desired().diagnostics.map(\.description).contains {
                $0.contains("link.yaml:1:1") && $0.contains("symlink")
            })
        let outside = Self.source(manifest("Release", "web", "spec: {chart: ../../etc}"))
        #expect(try outside.desired().diagnostics.first?.message == "../../etc is no folder of the repository")
    }

    @Test("a chart that is not there is told where the release names it, with the nearest that is")
    func misspelt() throws {
        let near = Self.source(manifest("Release", "web", "spec: {chart: ../charts/wbe}"))
        #expect(
            try near.desired().diagnostics.map(\.description) == [
                "demo/web.yaml:4:15: Release/web: charts/wbe is no chart (did you mean web?)"
            ])
        let far = Self.source(manifest("Release", "web", "spec: {chart: ../elsewhere/api}"))
        #expect(
            try far.desired().diagnostics.map(\.description) == [
                "demo/web.yaml:4:15: Release/web: elsewhere/api is no chart "
                    + "(a chart is a folder with Chart.yaml, values.schema.json and templates/)"
            ])
    }

    @Test("a chart that would make nothing is an error, so that nothing is deleted over a typing mistake")
    func empty() throws {
        let source = Self.source(release("  values: {name: api}"))
        for path in Array(source.files.keys) where path.hasPrefix("charts/web/templates/") {
            source.files[path.replacing("/templates/", with: "/tmplates/")] = source.files.removeValue(forKey: path)
        }
        let desired = try source.desired()
        #expect(
            desired.diagnostics.map(\.description) == [
                "charts/web/Chart.yaml:1:1: Release/web: the chart has neither templates nor dependencies, and would make "
                    + "nothing (its manifests stand in templates/, not in tmplates/)"
            ])
        #expect(!desired.isComplete)
    }

    @Test("a release of a folder that is no chart, or a Helm chart, says so")
    func noChart() throws {
        let source = Self.source(manifest("Release", "web", "spec: {chart: ../nothing}"))
        #expect(try source.desired().diagnostics.first?.message == "nothing is no chart")
        let helm = Self.source(
            release("  values: {name: api}"), ["charts/web/Chart.yaml": "apiVersion: v2\nname: web\nversion: 1.0.0"])
        #expect(try helm.desired().diagnostics.map(\.message) == ["apiVersion is not neap/v1"])
    }
}

/// Numbers that are the same for the same seed.
struct SeededRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
