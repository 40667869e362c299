import Model

/// Values held against their schema. Messages never repeat a value: it may be a secret.
struct ValuesCheck {
    /// What is wrong.
    private(set) var found: [Diagnostic] = []
    private var matching = 0
    // Steps that matching patterns and words may take in all.
    private static let matching = 10_000_000

    /// `values` with defaults of the schema filled in and everything that is declared but not set as null, so that a
    /// path that nobody declared stays an error; with what is wrong. `path` is how messages call the values.
    static func complete(
        _ values: Value, _ schema: ValuesSchema, at path: [String] = ["values"], skipping dependencies: Set<String>
    ) -> (values: Value, found: [Diagnostic]) {
        var check = ValuesCheck()
        let result = check.object(values, schema, path, skipping: dependencies)
        return (result, check.found)
    }

    private mutating func completed(_ value: Value, _ schema: ValuesSchema, _ path: [String]) -> Value {
        if value.isNull { return value }
        if !schema.kinds.isEmpty, schema.kinds.isDisjoint(with: value.schemaKinds) {
            let wanted = ValuesSchema.Kind.allCases.filter { schema.kinds.contains($0) && $0 != .null }.map(\.noun)
            report(
                "\(text(path)) is \(value.typeName), not \(wanted.joined(separator: " or "))", value.place,
                hint(value, schema))
            return value
        }
        matching += schema.words?.count ?? 0
        if let words = schema.words, matching > Self.matching || !words.contains(value) {
            let list = words.compactMap(\.scalarText).joined(separator: ", ")
            report("\(text(path)) is not one of \(list)", value.place)
        }
        switch value.content {
        case .object: return schema.isAnything ? value : object(value, schema, path, skipping: [])
        case .list(let items): return list(items, value, schema, path)
        case .string(let string): check(string, value, schema, path)
        case .integer, .number: check(value.number ?? 0, value, schema, path)
        default: break
        }
        return value
    }

    private mutating func object(
        _ value: Value, _ schema: ValuesSchema, _ path: [String], skipping others: Set<String>
    ) -> Value {
        var members: [String: Value] = [:]
        for (name, member) in schema.filling(value).sortedMembers {
            if others.contains(name) {
                members[name] = member
            } else if let below = schema.member(name) {
                members[name] = completed(member, below, path + [name])
            } else if found.count < Limits.problems {
                let hint = Nearest.hint(for: name, among: schema.properties.keys.sorted())
                report("no value is named \(text(path + [name]))", member.keyPlace ?? member.place, hint)
            }
        }
        for name in Set(schema.properties.keys).union(schema.required).subtracting(others).sorted() {
            guard members[name]?.isNull != false else { continue }
            let below = schema.properties[name]
            if schema.required.contains(name) {
                report("\(text(path + [name])) is missing", value.place, below?.summary)
            }
            members[name] = members[name] ?? Value(.null, at: below?.place)
        }
        return Value(.object(members), at: value.place, key: value.keyPlace)
    }

    private mutating func list(_ items: [Value], _ value: Value, _ schema: ValuesSchema, _ path: [String]) -> Value {
        bounded(items.count, "elements", value, schema, path)
        guard let below = schema.items else { return value }
        var result: [Value] = []
        for (index, item) in items.enumerated() { result.append(completed(item, below, path + ["\(index)"])) }
        return Value(.list(result), at: value.place, key: value.keyPlace)
    }

    private mutating func check(_ string: String, _ value: Value, _ schema: ValuesSchema, _ path: [String]) {
        bounded(string.unicodeScalars.count, "characters", value, schema, path)
        guard let pattern = schema.pattern else { return }
        matching += (string.utf8.count + 1) * pattern.size
        if matching > Self.matching {
            report("\(text(path)) and what stands before it are too long for their patterns", value.place)
        } else if !pattern.fits(string) {
            report("\(text(path)) does not fit its pattern", value.place, schema.summary)
        }
    }

    private mutating func check(_ number: Double, _ value: Value, _ schema: ValuesSchema, _ path: [String]) {
        let isLow = schema.minimum.map { number < $0 } ?? false
        let isHigh = schema.maximum.map { number > $0 } ?? false
        guard isLow || isHigh else { return }
        let range = (schema.minimum ?? -.infinity)...(max(schema.minimum ?? -.infinity, schema.maximum ?? .infinity))
        report("\(text(path)) is out of range: \(RangeText.of(range))", value.place)
    }

    private mutating func bounded(
        _ count: Int, _ noun: String, _ value: Value, _ schema: ValuesSchema, _ path: [String]
    ) {
        let (least, most) = (schema.least ?? 0, schema.most ?? .max)
        guard count < least || count > most else { return }
        report("\(text(path)) has \(count) \(noun): \(RangeText.of(min(least, most)...most))", value.place)
    }

    private func hint(_ value: Value, _ schema: ValuesSchema) -> String? {
        if schema.kinds.contains(.string), value.scalarText != nil { return "put it in quotes" }
        guard let text = value.string else { return nil }
        let wanted =
            schema.kinds.contains(.integer)
            ? "an integer" : schema.kinds.contains(.boolean) ? "true or false" : "a number"
        return CoreScalar.fits(text, wanted) ? "remove the quotes" : nil
    }

    private func text(_ path: [String]) -> String { path.joined(separator: ".") }

    private mutating func report(_ message: String, _ place: Place?, _ hint: String? = nil) {
        guard found.count < Limits.problems else { return }
        found.append(Diagnostic(message, hint: hint, at: place))
    }
}

extension ValuesSchema.Kind {
    /// As messages say it.
    var noun: String {
        switch self {
        case .object: "a mapping"
        case .array: "a list"
        case .string: "a string"
        case .integer: "an integer"
        case .number: "a number"
        case .boolean: "true or false"
        case .null: "null"
        }
    }
}

extension Value {
    /// The schema types that this value has.
    fileprivate var schemaKinds: Set<ValuesSchema.Kind> {
        switch content {
        case .null: [.null]
        case .bool: [.boolean]
        case .integer: [.integer, .number]
        case .number: [.number]
        case .list: [.array]
        case .object: [.object]
        default: [.string]
        }
    }
}
