import Model

/// A member of a manifest that may be drawn, changed and taken out again.
struct Field: Sendable {
    /// Below `spec`; list elements by index.
    var path: FieldPath
    /// In how many of a hundred manifests it stands.
    let share: Int
    /// False for what tells things apart or decides about other members: it is drawn once and then stays.
    let isEdited: Bool
    /// A value that fits the rest of the manifest; nil where none does.
    let draw: @Sendable (inout Chance, Value) -> Value?

    init(
        _ path: FieldPath, _ share: Int, isEdited: Bool = true,
        _ draw: @escaping @Sendable (inout Chance, Value) -> Value?
    ) {
        self.path = path
        self.share = share
        self.isEdited = isEdited
        self.draw = draw
    }

    /// One of `values`.
    static func one(_ path: FieldPath, _ share: Int, of values: [Value]) -> Field {
        Field(path, share) { chance, _ in chance.pick(values) }
    }

    /// A whole number.
    static func number(_ path: FieldPath, _ share: Int, _ range: ClosedRange<Int>) -> Field {
        Field(path, share) { chance, _ in .integer(chance.draw(range)) }
    }

    /// True or false.
    static func flag(_ path: FieldPath, _ share: Int) -> Field { one(path, share, of: [true, false]) }

    /// Text as people write it.
    static func text(_ path: FieldPath, _ share: Int) -> Field {
        Field(path, share) { chance, _ in .string(chance.text()) }
    }

    /// A word between two other texts.
    static func word(_ path: FieldPath, _ share: Int, _ before: String = "", _ after: String = "") -> Field {
        Field(path, share) { chance, _ in .string(before + chance.word() + after) }
    }

    /// What always stands there.
    static func fixed(_ path: FieldPath, _ value: Value, share: Int = 100) -> Field {
        Field(path, share, isEdited: false) { _, _ in value }
    }

    /// Tags, which are text whatever they look like.
    static let tags = [
        Field("/tags/team", 50) { chance, _ in .string(chance.text()) },
        one("/tags/cost", 30, of: [7, "7", true, 1.5, ""]),
    ]

    /// The same below `prefix`.
    func below(_ prefix: FieldPath) -> Field {
        Field(FieldPath(prefix.parts + path.parts), share, isEdited: isEdited) { [draw] chance, spec in
            draw(&chance, spec[prefix] ?? .emptyObject)
        }
    }
}

extension [Field] {
    /// All of them below `prefix`; they see what stands there as the rest of the manifest.
    func below(_ prefix: FieldPath) -> [Field] { map { $0.below(prefix) } }
}

extension Value {
    /// The same with `value` at a path; lists grow by one where their next element is meant. Nil takes it away, and with it
    /// what is left empty above.
    func with(_ value: Value?, at path: ArraySlice<String>) -> Value {
        guard let first = path.first else { return value ?? .null }
        let isIndex = first.allSatisfy(\.isNumber)
        if isIndex, let index = Int(first), list != nil || object?.isEmpty != false {
            var items = list ?? []
            let below = (items.indices.contains(index) ? items[index] : .emptyObject)
                .with(value, at: path.dropFirst())
            if path.count == 1, value == nil {
                if items.indices.contains(index) { items.remove(at: index) }
            } else if items.indices.contains(index) {
                items[index] = below
            } else {
                items.append(below)
            }
            return .list(items)
        }
        var copy = self
        if path.count == 1 {
            copy[first] = value
            return copy
        }
        let below = (self[first] ?? .emptyObject).with(value, at: path.dropFirst())
        copy[first] = value == nil && (below.object?.isEmpty ?? below.list?.isEmpty ?? false) ? nil : below
        return copy
    }
}
