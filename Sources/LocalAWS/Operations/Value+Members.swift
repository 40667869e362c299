import Model
import Simulation

extension Value {
    /// An object of those members that have a value.
    static func known(_ members: KeyValuePairs<String, Value?>) -> Value {
        var object: [String: Value] = [:]
        for (name, value) in members { object[name] = value }
        return .object(object)
    }

    /// A text; nil stays nil.
    static func text(_ text: String?) -> Value? { text.map { .string($0) } }

    /// A list of texts.
    static func texts(_ texts: [String]) -> Value { .list(texts.map { .string($0) }) }

    /// All scalars at a dotted path, through lists, as text: `attachments.vpcId`.
    func scalars(at path: String) -> [String] {
        var values = [self]
        for step in path.split(separator: ".") {
            values = values.flatMap { value in value[String(step)].map { $0.list ?? [$0] } ?? [] }
        }
        return values.compactMap(\.scalarText)
    }

    /// This object with the members of `other` over its own, one level deep.
    func overlaid(with other: Value) -> Value {
        .object((object ?? [:]).merging(other.object ?? [:]) { _, new in new })
    }

    /// The value of a tag in AWS's list of `{key, value}`.
    func tag(_ key: String) -> String? {
        list?.first { $0["key"]?.string == key }.map { $0["value"]?.string ?? "" }
    }

    /// AWS's list of `{key, value}` with other tags over its own.
    func tagged(with tags: [Value]) -> Value {
        let others: [Value] = tags.map { ["key": $0["key"] ?? "", "value": $0["value"] ?? ""] }
        return .list((list ?? []).withTags(others))
    }
}

extension [Value] {
    /// AWS's rows `{key, value}` with others put in: a known key gets the new row at its old place.
    func withTags(_ others: [Value]) -> [Value] {
        others.reduce(into: self) { rows, tag in
            if let place = rows.firstIndex(where: { $0["key"] == tag["key"] }) {
                rows[place] = tag
            } else {
                rows.append(tag)
            }
        }
    }
}

extension Simulation.Instant {
    /// As AWS's timestamps carry it.
    var shown: Value { Value(.number(seconds)) }
}

extension LocalRequest {
    /// The tags that `TagSpecifications` says for a resource type, as AWS's list of `{key, value}`.
    func tags(for type: String) -> Value { Self.tags(list("tagSpecifications"), for: type) }

    /// The tags of those specifications that name a resource type.
    static func tags(_ specifications: [Value], for type: String) -> Value {
        let rows = specifications.filter { $0["resourceType"]?.string == type }.flatMap { $0["tags"]?.list ?? [] }
        return Value.list([]).tagged(with: rows)
    }
}
