import AWSWire
import Model

/// A manifest that was drawn, with what it was drawn from.
struct DrawnManifest: Sendable {
    let kind: String
    let name: String
    var spec: Value = .emptyObject
    /// What stands beside `spec`.
    var policy: Value = .emptyObject
    /// Everything that could stand in it.
    let fields: [Field]

    init(_ kind: String, _ name: String, _ fields: [Field], _ chance: inout Chance) {
        self.kind = kind
        self.name = name
        self.fields = fields
        for field in fields where chance.has(field.share) {
            guard let value = field.draw(&chance, spec) else { continue }
            spec = spec.with(value, at: field.path.parts[...])
        }
    }

    var id: ResourceID { ResourceID(kind, name) }
    var file: String { "production/\(kind.lowercased())-\(name).json" }

    /// The manifest as it is written: JSON, which Neap reads as it reads YAML.
    var text: String {
        let metadata: Value = ["name": .string(name)]
        var document: Value = ["apiVersion": "neap/v1", "kind": .string(kind), "metadata": metadata, "spec": spec]
        if policy.object?.isEmpty == false { document["policy"] = policy }
        return String(decoding: JSON.write(document), as: UTF8.self)
    }

    /// The same manifest with another spec.
    func saying(_ spec: Value) -> DrawnManifest {
        var copy = self
        copy.spec = spec
        return copy
    }
}

/// A single change of a manifest.
struct Edit: Sendable, CustomStringConvertible {
    let field: FieldPath
    /// Nil for what did not stand there.
    let before: Value?
    /// Nil takes it out.
    let after: Value?
    let manifest: DrawnManifest

    var description: String {
        "\(manifest.kind)/\(manifest.name) \(field): \(Self.shown(before)) -> \(Self.shown(after))"
    }

    /// The way back.
    var undone: Edit {
        Edit(
            field: field, before: after, after: before,
            manifest: manifest.saying(manifest.spec.with(before, at: field.parts[...])))
    }

    private static func shown(_ value: Value?) -> String {
        value.map { String(decoding: JSON.write($0), as: UTF8.self) } ?? "nothing"
    }
}

extension DrawnManifest {
    /// Another value of `field`, which may be none; nil when there is no other one that fits.
    func edited(_ field: Field, _ chance: inout Chance) -> Edit? {
        guard field.isEdited else { return nil }
        let before = spec[field.path]
        if before != nil, field.share < 100, chance.has(35) {
            return edit(at: field.path, to: nil)
        }
        // A parent that is not there is another field's business.
        if before == nil, let parent = field.path.parts.dropLast().last, Int(parent) != nil,
            spec[FieldPath(field.path.parts.dropLast())] == nil
        {
            return nil
        }
        for _ in 0..<12 {
            guard let after = field.draw(&chance, spec), after != before else { continue }
            return edit(at: field.path, to: after)
        }
        return nil
    }

    /// With another value at `path`, or without one.
    func edit(at path: FieldPath, to after: Value?) -> Edit {
        Edit(
            field: path, before: spec[path], after: after, manifest: saying(spec.with(after, at: path.parts[...])))
    }
}
