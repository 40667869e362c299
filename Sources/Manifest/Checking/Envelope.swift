import Model

/// What stands around a `spec`.
struct Envelope {
    /// Which resource it is.
    let id: ResourceID
    let labels: [String: String]
    let policy: Value?
    let spec: Value
    let place: Place

    /// Kinds that stand for other manifests.
    static let expanded = ["Overlay", "Release"]

    /// Reads a document; nil when it can not be told which resource it means. Adds what is wrong to `found`.
    static func read(_ document: Value, file: String, kinds: [String], into found: inout [Diagnostic]) -> Envelope? {
        let place = document.place ?? Place(file: file, line: 1, column: 1)
        let hint = "a manifest has apiVersion, kind, metadata and spec; .neapignore keeps other files out"
        guard let members = document.object, members["apiVersion"] != nil || members["kind"] != nil else {
            found.append(Diagnostic("the document is no manifest", hint: hint, at: place))
            return nil
        }
        let named = ResourceID(members["kind"]?.string ?? "", members["metadata"]?["name"]?.string ?? "")
        let id = named.kind.isEmpty || named.name.isEmpty ? nil : named
        var reader = FieldReader(document, at: FieldPath(), of: id)
        checkVersion(&reader)
        let kind = readKind(&reader, kinds)
        let metadata = reader.nested("metadata") { readMetadata(&$0) }
        if members["metadata"] == nil { reader.report("metadata is missing", place, "metadata") }
        let spec = reader.take("spec") ?? Value(.object([:]), at: place)
        if spec.object == nil { reader.report("expected a mapping, found \(spec.typeName)", spec.place, "spec") }
        let policy = reader.take("policy")
        found += reader.finished()
        guard let kind, let metadata, let name = metadata.name else { return nil }
        return Envelope(id: ResourceID(kind, name), labels: metadata.labels, policy: policy, spec: spec, place: place)
    }

    private static func checkVersion(_ reader: inout FieldReader) {
        guard let version = reader.require("apiVersion"), version.string != "neap/v1" else { return }
        reader.report("apiVersion is not neap/v1", version.place, "apiVersion")
    }

    private static func readKind(_ reader: inout FieldReader, _ kinds: [String]) -> String? {
        guard let value = reader.require("kind"), let kind = reader.text(value, "kind") else { return nil }
        if kinds.contains(kind) { return kind }
        if kind == "Environment" {
            reader.report(
                "an Environment stands at the repository's root, as neap.yaml or neap.*.yaml", value.place, "kind")
        } else {
            let hint = Nearest.hint(for: kind, among: kinds + expanded)
            reader.report("\(kind) is no kind", hint: hint, value.place, "kind")
        }
        return nil
    }

    private static func readMetadata(_ reader: inout FieldReader) -> (name: String?, labels: [String: String]) {
        var labels: [String: String] = [:]
        if let value = reader.take("labels") {
            if value.object == nil {
                reader.report("expected a mapping, found \(value.typeName)", value.place, "labels")
            }
            for (key, label) in value.object ?? [:] { labels[key] = reader.text(label, "labels") }
        }
        guard let value = reader.require("name"), let name = reader.text(value, "name") else { return (nil, labels) }
        guard let problem = ManifestName.problem(name) else { return (name, labels) }
        reader.report(problem, value.place, "name")
        return (nil, labels)
    }
}
