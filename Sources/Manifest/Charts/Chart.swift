import Model

/// A chart: templates, the values that they take, and the charts that it is made of.
struct Chart: Sendable {
    /// Its folder in the repository.
    let root: String
    let about: ChartMetadata
    let templates: [Template]
    /// What values are unless a release says otherwise: the schema's defaults, `values.yaml` over them.
    let defaults: Value
    let schema: ValuesSchema
    let dependencies: [ChartDependency]

    /// What `chart` is in an expression.
    var scope: Value {
        [
            "name": Value(.string(about.name), at: about.place),
            "version": Value(.string(about.version), at: about.place),
            "appVersion": about.appVersion ?? .null,
        ]
    }
}

/// A vendored chart that is a part of another one.
struct ChartDependency: Sendable {
    /// Its folder in `charts/`, and the value that holds its values.
    let name: String
    /// Whether it is rendered, over its parent's values; nil for always.
    let condition: Expression?
    let conditionPlace: Place?
    let chart: Chart

    /// The member of its own values that the condition is, `enabled` for `values.name.enabled`; nil for anything else.
    var ownSwitch: String? {
        guard case .member(.member(.name("values"), name), let member)? = condition else { return nil }
        return member
    }

    /// What the chart itself is given of `values`: without the switch, where it has no such value.
    func given(of values: Value) -> Value {
        var below = values.set(name) ?? Value(.object([:]), at: values.place)
        if let ownSwitch, chart.schema.member(ownSwitch) == nil, below.object != nil { below[ownSwitch] = nil }
        return below
    }
}

/// `Chart.yaml`.
struct ChartMetadata: Sendable {
    /// An entry of `dependencies`.
    struct Dependency: Sendable {
        let name: String
        let version: String
        let condition: String?
        let place: Place?
    }

    var name = ""
    var version = ""
    var appVersion: Value?
    var dependencies: [Dependency] = []
    let place: Place

    /// Reads the bytes of `path`; nil when they are no chart's, with what is wrong.
    static func read(_ bytes: [UInt8], path: String) -> (metadata: ChartMetadata?, found: [Diagnostic]) {
        let (document, found) = ChartReader.document(bytes, path)
        guard let document else { return (nil, found) }
        var metadata = ChartMetadata(place: document.place ?? Place(file: path, line: 1, column: 1))
        var fields = FieldReader(document, at: FieldPath(), of: nil)
        metadata.read(&fields)
        let all = found + fields.finished()
        return (all.contains { $0.severity == .error } ? nil : metadata, all)
    }

    private mutating func read(_ fields: inout FieldReader) {
        if let version = fields.require("apiVersion"), version.string != "neap/v1" {
            let hint = "a Helm chart makes Kubernetes objects; this one has to make Neap's manifests"
            fields.report("apiVersion is not neap/v1", hint: hint, version.place, "apiVersion")
        }
        if let value = fields.require("name"), let text = fields.text(value, "name") {
            name = text
            if let problem = ManifestName.problem(text) { fields.report(problem, value.place, "name") }
        }
        version = Self.version(&fields) ?? ""
        appVersion = fields.string("appVersion").map { Value(.string($0), at: place) }
        for note in ["description", "home", "icon"] { _ = fields.string(note) }
        for note in ["keywords", "sources", "maintainers", "annotations"] { _ = fields.take(note) }
        dependencies = fields.mappings("dependencies") { Self.dependency(&$0) } ?? []
        for (index, one) in dependencies.enumerated()
        where dependencies[..<index].contains(where: { $0.name == one.name }) {
            fields.report("\(one.name) stands twice", one.place, "dependencies")
        }
    }

    private static func version(_ fields: inout FieldReader) -> String? {
        guard let value = fields.require("version"), let text = fields.text(value, "version") else { return nil }
        if text.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.+-]+)?/) == nil {
            fields.report("\(text) is no version", hint: "such as 1.4.0", value.place, "version")
        }
        return text
    }

    private static func dependency(_ fields: inout FieldReader) -> Dependency? {
        let value = fields.require("name")
        let (version, condition) = (version(&fields), fields.string("condition"))
        guard let value, let name = fields.text(value, "name") else { return nil }
        if let problem = ManifestName.problem(name) {
            fields.report(problem, value.place, "name")
            return nil
        }
        return version.map { Dependency(name: name, version: $0, condition: condition, place: value.place) }
    }
}
