import Model
import Planning

/// A schema with every sort of field that the difference treats in its own way.
enum Thing {
    static let schema = KindSchema(
        kind: "Thing", shape: ShapeReference.structure("Thing", members).shape, rules: rules, nameMember: nil,
        createOnly: ["zone"], summary: "A thing.")

    private static let members: [Member] =
        ["size", "count", "keepers"].map { Member($0, .integer) }
        + ["zone", "mode", "must", "base", "secret", "amount", "link"].map { Member($0, .string) }
        + ["ratio", "timeout"].map { Member($0, ShapeReference(Shape("Double", .number(nil)))) }
        + ["tags", "labels", "secrets"].map { Member($0, .stringMap) }
        + ["groups", "owners", "steps"].map { Member($0, .stringList) }
        + ["items", "hooks"].map { Member($0, .list(of: item)) }
        + [
            Member("pairs", .list(of: pair)), Member("pair", pair), Member("options", options),
            Member("settings", options),
        ]

    private static let item = ShapeReference.structure(
        "Item", [Member("name", .string), Member("port", .integer), Member("value", .string)])
    private static let pair = ShapeReference.structure(
        "Pair", [Member("id", .string, required: true), Member("value", .string, required: true)])
    private static let options = ShapeReference.structure(
        "Options",
        [
            Member("a", .integer), Member("b", .integer),
            Member("nested", .structure("Nested", [Member("c", .string), Member("d", .string)])),
        ])

    private static let rules = [
        FieldRule("/size", .rollsTasks), FieldRule("/count", .scalesNow), FieldRule("/mode", absent: "auto"),
        FieldRule("/timeout", absent: 60), FieldRule("/keepers", onRemoval: .keep),
        FieldRule("/must", onRemoval: .required), FieldRule("/secret", sensitive: true),
        FieldRule("/secrets", sensitive: true), FieldRule("/amount", normal: thousands),
        FieldRule("/tags", shared: true),
        FieldRule("/items", .rollsTasks, elements: .keyed(["name", "port"])), FieldRule("/items/*/port", absent: 80),
        FieldRule("/hooks", elements: .keyed(["name"]), shared: true), FieldRule("/groups", elements: .set, absent: []),
        FieldRule("/owners", elements: .set, shared: true), FieldRule("/pairs", elements: .set),
        FieldRule("/options", whole: true), FieldRule("/options/b", absent: 1),
    ]

    /// `2k` is `2000`.
    private static let thousands: @Sendable (Value) -> Value = { value in
        guard let text = value.scalarText, text.hasSuffix("k") else { return value }
        return Value(.string(text.dropLast() + "000"), at: value.place, key: value.keyPlace)
    }

    /// What differs between the two.
    static func changes(
        _ desired: Value, _ live: Value, claims: [Claim] = [], ignore: [FieldPath] = [], stated: Set<FieldPath>? = nil,
        unchanged: Bool = false
    ) -> Diff.Result {
        Diff(schema: schema, claims: claims, ignore: ignore, stated: stated, unchanged: unchanged)
            .compare(desired: desired, live: live)
    }
}
