package import Model

/// Reads the members of a mapping that Neap itself defines, and says everything that is wrong with them.
package struct FieldReader {
    /// Where diagnostics go.
    package private(set) var found: [Diagnostic] = []
    private let object: Value
    private var left: [String: Value]
    private var known: [String] = []
    private let path: FieldPath
    private let resource: ResourceID?

    /// The members of `object`, which stands at `path`.
    package init(_ object: Value, at path: FieldPath, of resource: ResourceID?) {
        self.object = object
        self.path = path
        self.resource = resource
        left = object.object ?? [:]
        if object.object == nil { report("expected a mapping, found \(object.typeName)", object.place) }
    }

    /// The member `name`; nil when it is not there. An explicit null is an error.
    package mutating func take(_ name: String) -> Value? {
        known.append(name)
        guard let value = left.removeValue(forKey: name) else { return nil }
        if value.isNull {
            report("\(name) is null", hint: "remove the line", value.keyPlace ?? value.place, name)
            return nil
        }
        return value
    }

    /// Where the member `name` is written; nil when it is not there, is null, or was taken.
    package func place(of name: String) -> Place? {
        guard let value = left[name], !value.isNull else { return nil }
        return value.keyPlace ?? value.place
    }

    /// The member `name`, which has to be there.
    package mutating func require(_ name: String) -> Value? {
        let isThere = left[name] != nil
        if !isThere { report("\(name) is missing", object.place, name) }
        return take(name)
    }

    /// A text.
    package mutating func string(_ name: String) -> String? { take(name).flatMap { text($0, name) } }

    /// A text that is `value`.
    package mutating func text(_ value: Value, _ name: String) -> String? {
        if value.string == nil {
            let hint = value.scalarText == nil ? nil : "put it in quotes"
            report("expected a string, found \(value.typeName)", hint: hint, value.place, name)
        }
        return value.string
    }

    /// A truth value.
    package mutating func bool(_ name: String) -> Bool? {
        guard let value = take(name) else { return nil }
        if value.bool == nil { report("expected true or false, found \(value.typeName)", value.place, name) }
        return value.bool
    }

    /// One of an enumeration's words.
    package mutating func word<Word: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Word.Type = Word.self
    ) -> Word? where Word.RawValue == String {
        guard let value = take(name), let text = text(value, name) else { return nil }
        let words = Word.allCases.map(\.rawValue)
        if Word(rawValue: text) == nil {
            let near = Nearest.sorted(to: text, words).joined(separator: ", ")
            report("\(text) is not one of \(near)", value.place, name)
        }
        return Word(rawValue: text)
    }

    /// The member `name`, null or not.
    package mutating func takeAny(_ name: String) -> Value? {
        known.append(name)
        return left.removeValue(forKey: name)
    }

    /// A duration with units, at least and at most so many seconds.
    package mutating func duration(_ name: String, in range: ClosedRange<Int>) -> Duration? {
        guard let value = take(name) else { return nil }
        let example = "such as \(DurationText.text(range.lowerBound)), 5m or 1h30m"
        guard value.number == nil else {
            report("a duration needs a unit", hint: "write it \(example)", value.place, name)
            return nil
        }
        guard let text = text(value, name) else { return nil }
        guard let seconds = DurationText.seconds(text) else {
            report("\(text) is no duration", hint: "write it \(example)", value.place, name)
            return nil
        }
        guard range.contains(seconds) else {
            let (least, most) = (DurationText.text(range.lowerBound), DurationText.text(range.upperBound))
            report("\(text) is outside \(least) to \(most)", value.place, name)
            return nil
        }
        return .seconds(seconds)
    }

    /// A list of texts.
    package mutating func strings(_ name: String) -> [(text: String, place: Place?)]? {
        guard let value = take(name) else { return nil }
        guard let items = value.list else {
            report("expected a list, found \(value.typeName)", value.place, name)
            return nil
        }
        return items.compactMap { item in text(item, name).map { ($0, item.place) } }
    }

    /// A mapping, read by `body`.
    package mutating func nested<T>(_ name: String, _ body: (inout FieldReader) -> T) -> T? {
        guard let value = take(name) else { return nil }
        var reader = FieldReader(value, at: path.appending(name), of: resource)
        defer { found += reader.finished() }
        return value.object == nil ? nil : body(&reader)
    }

    /// A list of mappings, each read by `body`; those that `body` gives nil for are left out.
    package mutating func mappings<T>(_ name: String, _ body: (inout FieldReader) -> T?) -> [T]? {
        guard let value = take(name) else { return nil }
        guard let items = value.list else {
            report("expected a list, found \(value.typeName)", value.place, name)
            return nil
        }
        var read: [T] = []
        for (index, item) in items.enumerated() {
            var reader = FieldReader(item, at: path.appending(name).appending("\(index)"), of: resource)
            if item.object != nil, let result = body(&reader) { read.append(result) }
            found += reader.finished()
        }
        return read
    }

    /// True when the member `name` is there, is not null, and was not taken.
    package func holds(_ name: String) -> Bool { left[name].map { !$0.isNull } ?? false }

    /// True when there are members that nobody asked for so far.
    package var hasMore: Bool { !left.isEmpty }

    /// Says what is wrong with the member `name`, or with the whole.
    package mutating func report(
        _ message: String, hint: String? = nil, _ place: Place?, _ name: String? = nil,
        severity: Diagnostic.Severity = .error
    ) {
        let path = name.map(path.appending) ?? path
        found.append(
            Diagnostic(message, hint: hint, at: place ?? object.place, of: resource, path: path, severity: severity))
    }

    /// Takes over what a reader of something inside has found.
    package mutating func pass(_ diagnostic: Diagnostic) { found.append(diagnostic) }

    /// Everything that is wrong, members that nobody asked for among it.
    package consuming func finished() -> [Diagnostic] {
        for (name, value) in left.prefix(Limits.problems) {
            report("unknown field", hint: Nearest.hint(for: name, among: known), value.keyPlace, name)
        }
        return found
    }
}

extension Value {
    /// What it is, for "found …".
    var typeName: String {
        switch content {
        case .null: "null"
        case .bool: "true or false"
        case .integer: "an integer"
        case .number: "a number with a fraction"
        case .string, .joined: "a string"
        case .bytes: "bytes"
        case .list: "a list"
        case .object: "a mapping"
        case .reference: "a reference"
        }
    }
}
