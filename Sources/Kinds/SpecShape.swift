import AWSWire
import Model

/// Builds a kind's spec shape from AWS's request shape.
enum SpecShape {
    /// The members of AWS's structure without `removed`, with `added`; demanded ones listed in `optional` are not.
    static func structure(
        _ name: String, from source: Shape, without removed: Set<String> = [], optional: Set<String> = [],
        demanded: Set<String> = [], adding added: [Member] = []
    ) -> Shape {
        let kept = (source.members.map(Array.init) ?? []).filter { !removed.contains($0.name) }
        let members = kept.map {
            optional.contains($0.name) ? $0.optional : demanded.contains($0.name) ? $0.demanded : $0
        }
        return Shape(name, .structure(Members(members + added)))
    }

    /// `tags`, a map from name to value.
    static let tags = Member("tags", .stringMap, awsName: "Tags")
}

extension Shape {
    /// A reply cut down to what the shape knows, so that it can be compared and sent back.
    func projecting(_ value: Value) -> Value {
        switch (form, value.content) {
        case (.structure(let members), .object(let fields)):
            let known = members.compactMap { member in
                fields[member.name].flatMap { $0.isNull ? nil : (member.name, member.shape.projecting($0)) }
            }
            return .object(Dictionary(known) { first, _ in first })
        case (.list(let element, _, _), .list(let items)): return .list(items.map(element.shape.projecting))
        case (.map(_, let element, _, _, _), .object(let fields)):
            return .object(fields.mapValues(element.shape.projecting))
        default: return value
        }
    }
}
