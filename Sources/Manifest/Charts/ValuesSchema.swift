import Model

/// A chart's `values.schema.json`: what values there are, and what each may be. A part of JSON Schema draft 7, in
/// which an object is closed unless it says `additionalProperties`, and a keyword that is not read is an error.
final class ValuesSchema: Sendable {
    enum Kind: String, Sendable, CaseIterable { case object, array, string, integer, number, boolean, null }

    /// Types that a value may have; empty for any.
    let kinds: Set<Kind>
    let properties: [String: ValuesSchema]
    let required: [String]
    /// What entries without a property of their own are; nil when there may be none.
    let additional: ValuesSchema?
    let items: ValuesSchema?
    /// The only values that it may have; nil for any.
    let words: [Value]?
    let minimum: Double?
    let maximum: Double?
    /// Characters of a text, elements of a list.
    let least: Int?
    let most: Int?
    let pattern: TextPattern?
    /// What stands in for a value that nobody gives.
    let standard: Value?
    let examples: [Value]
    let summary: String?
    let place: Place?
    /// The defaults that it and its properties state, as a value; nil when they state none.
    let defaults: Value?

    init(_ reading: inout ValuesSchemaReader, _ value: Value) {
        var fields = FieldReader(value, at: FieldPath(), of: nil)
        place = value.place
        kinds = reading.kinds(&fields)
        properties = reading.properties(&fields)
        required = fields.strings("required")?.map(\.text) ?? []
        additional = reading.additional(&fields)
        items = fields.take("items").map { reading.schema($0) }
        words = (fields.take("enum")?.list) ?? fields.take("const").map { [$0] }
        minimum = fields.take("minimum")?.number
        maximum = fields.take("maximum")?.number
        let lengths = (fields.take("minLength")?.integer, fields.take("maxLength")?.integer)
        least = fields.take("minItems")?.integer ?? lengths.0
        most = fields.take("maxItems")?.integer ?? lengths.1
        pattern = reading.pattern(&fields)
        standard = fields.takeAny("default")
        examples = fields.takeAny("examples")?.list ?? []
        let below = properties.compactMapValues(\.defaults)
        defaults =
            below.isEmpty
            ? standard : (standard ?? Value(.object([:]), at: place)).overlaid(by: Value(.object(below)))
        summary = fields.string("description")
        for note in ["title", "$schema", "$id", "$comment", "format", "definitions", "$defs"] {
            _ = fields.takeAny(note)
        }
        reading.found += fields.finished().map(ValuesSchemaReader.explained)
    }

    /// The schema of a member; nil when there can be none of this name.
    func member(_ name: String) -> ValuesSchema? { properties[name] ?? additional }

    /// True for one that says nothing of what a value is: then it may be anything, with whatever it holds.
    var isAnything: Bool {
        kinds.isEmpty && properties.isEmpty && required.isEmpty && additional == nil && items == nil
    }

    /// True for an object.
    var isObject: Bool { kinds.contains(.object) || (kinds.isEmpty && !properties.isEmpty) }
}
