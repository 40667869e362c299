import AWSWire
public import Model

/// Resources as they will be compared with AWS, in AWS's names; sensitive values masked.
public struct RenderedText: Sendable {
    private let resources: [Resource]
    private let schemas: [String: KindSchema]

    /// These resources, in this order; `schemas` by kind.
    public init(_ resources: [Resource], _ schemas: [String: KindSchema]) {
        self.resources = resources
        self.schemas = schemas
    }

    /// A YAML document a resource.
    public var yaml: String {
        resources.map { resource in
            let order = schemas[resource.id.kind]?.shape.members?.names ?? []
            let spec = YAMLNode.ordered(spec(of: resource), by: order)
            return YAMLNode.document([
                ("kind", .text(resource.id.kind)), ("metadata", .flow(metadata(of: resource))), ("spec", spec),
            ])
        }.joined(separator: "---\n")
    }

    /// A JSON object a line, each with `kind`, `metadata` and `spec`.
    public var json: String {
        resources.map { resource in
            let metadata = Dictionary(metadata(of: resource)) { first, _ in first }
            let line: Value = [
                "kind": .string(resource.id.kind), "metadata": .object(metadata), "spec": spec(of: resource),
            ]
            return String(decoding: JSON.write(line), as: UTF8.self) + "\n"
        }.joined()
    }

    /// For each value the file and line that set it, and the template's line that used it.
    public var explanation: String {
        resources.map { resource in
            var rows: [(path: String, value: String, place: String)] = []
            collect(spec(of: resource), resource.spec, FieldPath(), into: &rows)
            let width = min(90, rows.map(\.path.count).max() ?? 0)
            let column = min(40, rows.map(\.value.count).max() ?? 0)
            let lines = rows.map { "  \($0.path.padded(width))  \($0.value.padded(column))  \($0.place)\n" }
            return "\(resource.id)  \(place(resource.place))\n" + lines.joined()
        }.joined(separator: "\n")
    }

    private func metadata(of resource: Resource) -> [(String, Value)] {
        var members: [(String, Value)] = [("name", .string(resource.id.name))]
        if resource.awsName != resource.id.name { members.append(("awsName", .string(resource.awsName))) }
        if resource.manifest != resource.id { members.append(("manifest", .string(resource.manifest.description))) }
        return members
    }

    private func spec(of resource: Resource) -> Value {
        let spec = schemas[resource.id.kind].map { Masking.masked(resource.spec, by: $0) } ?? .emptyObject
        return spec.withReferencesNamed
    }

    /// `shown` is what may be seen of `written`, which knows its place.
    private func collect(
        _ shown: Value, _ written: Value, _ path: FieldPath,
        into rows: inout [(path: String, value: String, place: String)]
    ) {
        if let members = shown.object, !members.isEmpty {
            for (name, member) in shown.sortedMembers {
                collect(member, written[name] ?? written, path.appending(name), into: &rows)
            }
        } else if let items = shown.list, !items.isEmpty {
            for (index, item) in items.enumerated() {
                let below = written.list.flatMap { $0.indices.contains(index) ? $0[index] : nil } ?? written
                collect(item, below, path.appending(String(index)), into: &rows)
            }
        } else {
            let text = String(shown.inlineText.prefix(200))
            rows.append((path.description, text, (written.place ?? written.keyPlace).map(place) ?? "-"))
        }
    }

    private func place(_ place: Place) -> String {
        ([place] + place.others).map(\.lineDescription).joined(separator: ", ")
            + (place.template.map { " (in the template \($0.lineDescription))" } ?? "")
    }
}

extension Value {
    /// The same with `${Kind/name.output}` in place of references.
    fileprivate var withReferencesNamed: Value {
        var copy = self
        switch content {
        case .reference(let reference): copy.content = .string("${\(reference.resource).\(reference.output)}")
        case .joined(let parts):
            copy.content = .string(parts.map { $0.withReferencesNamed.scalarText ?? "" }.joined())
        case .list(let items): copy.content = .list(items.map(\.withReferencesNamed))
        case .object(let members): copy.content = .object(members.mapValues(\.withReferencesNamed))
        default: break
        }
        return copy
    }
}
