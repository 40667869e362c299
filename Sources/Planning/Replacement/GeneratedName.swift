import Kinds
import Manifest
import Model

/// The name of a new thing beside an old one: the same for the same manifest and the same members that only creation sets, so
/// that whoever looks again after a crash finds what was made before.
enum GeneratedName {
    /// `api-1f3a9c20`; `marks` are what it is made for besides its own members.
    static func of(
        _ resource: Resource, schema: KindSchema, environment: String, marks: [String], limit: Int
    ) -> String {
        let content: Value = [
            "environment": .string(environment), "resource": .string(resource.id.description),
            "members": creationMembers(of: resource.spec, schema), "marks": .list(marks.sorted().map { .string($0) }),
        ]
        let hash = SpecHash.of(content).split(separator: ":").last.map(String.init) ?? ""
        return stem(of: resource, limit) + hash.prefix(digits)
    }

    /// True when `name` is one that `resource` may have been given.
    static func isOne(_ name: String, of resource: Resource, limit: Int) -> Bool {
        let stem = stem(of: resource, limit)
        let rest = name.dropFirst(stem.count)
        return name.hasPrefix(stem) && rest.count == digits && rest.allSatisfy(\.isHexDigit)
    }

    private static func stem(of resource: Resource, _ limit: Int) -> String {
        "\(resource.awsName.prefix(limit - digits - 1))-".replacing("--", with: "-")
    }

    private static let digits = 8

    /// The stated members that only creation sets, without those at AWS's default; references by name.
    private static func creationMembers(of spec: Value, _ schema: KindSchema) -> Value {
        let paths =
            schema.createOnly.map { FieldPath([$0]) } + schema.rules.filter { $0.effect == .replaces }.map(\.path)
        return .object(
            paths.reduce(into: [:]) { members, path in
                guard let stated = spec[path], !stated.isNull else { return }
                let rule = schema.rule(at: path)
                let value = rule?.normal.map { $0(stated) } ?? stated
                if value != rule?.absent { members[path.description] = value }
            })
    }
}
