import Model

/// A change of manifests that are written elsewhere.
struct Patch: Sendable {
    let kind: String
    /// Nil for every manifest of the kind.
    let name: String?
    let place: Place?
    /// Laid over the manifest; nil when there is none.
    let merge: Value?
    /// RFC 6902's operations, in their order.
    let operations: [Operation]

    struct Operation: Sendable {
        enum Word: String, Sendable, CaseIterable { case add, remove, replace, move, copy, test }

        let word: Word
        let path: FieldPath
        let from: FieldPath?
        let value: Value?
        let place: Place?
    }

    /// An entry of `patches`.
    static func read(_ fields: inout FieldReader) -> Patch? {
        let place = fields.place(of: "target")
        let target = fields.nested("target") { fields in (kind: fields.string("kind"), name: fields.string("name")) }
        let merge = fields.take("merge")
        if let merge, merge.object == nil {
            fields.report("expected a mapping, found \(merge.typeName)", merge.place, "merge")
        }
        let hasOperations = fields.holds("json")
        let operations = fields.mappings("json", operation) ?? []
        guard let kind = target?.kind else {
            fields.report(
                "a patch names its target", hint: "target: {kind: Service, name: api}; without a name all of the kind",
                place)
            return nil
        }
        if merge == nil, !hasOperations {
            fields.report("a patch changes nothing", hint: "give it merge or json", place)
        }
        return Patch(kind: kind, name: target?.name, place: place, merge: merge, operations: operations)
    }

    private static func operation(_ fields: inout FieldReader) -> Operation? {
        let place = fields.place(of: "op")
        let word = fields.word("op", Operation.Word.self)
        let path = pointer("path", &fields)
        let from = fields.holds("from") ? pointer("from", &fields) : nil
        let value = fields.takeAny("value")
        guard let word, let path else {
            if word == nil, place == nil { fields.report("op is missing", nil) }
            return nil
        }
        if [.add, .replace, .test].contains(word), value == nil {
            fields.report("\(word.rawValue) needs a value", place)
        }
        if [.move, .copy].contains(word), from == nil { fields.report("\(word.rawValue) needs from", place) }
        return Operation(word: word, path: path, from: from, value: value, place: place)
    }

    private static func pointer(_ name: String, _ fields: inout FieldReader) -> FieldPath? {
        guard let value = fields.require(name), let text = fields.text(value, name) else { return nil }
        let isWhole = !text.hasSuffix("/") && !text.contains("//")
        if text.hasPrefix("/"), isWhole { return FieldPath(pointer: text) }
        fields.report("\(text) is no JSON pointer", hint: "begin with a slash: /spec/desiredCount", value.place, name)
        return nil
    }

    /// True when it is about `document`.
    func fits(_ document: Value) -> Bool {
        document["kind"]?.string == kind && (name == nil || document["metadata"]?["name"]?.string == name)
    }

    /// The manifest with the patch over it, and what is wrong. `kinds` says how elements are told apart.
    func applied(to document: Value, _ kinds: KindTable) -> (value: Value, found: [Diagnostic]) {
        let node = ManifestNode(kinds, document["kind"]?.string ?? "")
        var result = document
        var found: [Diagnostic] = []
        if let merge {
            var patch = MergePatch()
            result = patch.merged(result, merge, node)
            found += patch.found
        }
        for operation in operations {
            do throws(Diagnostic) {
                try operation.apply(to: &result, node)
                if operation.word == .copy, result.isTooLarge { return (document, found + [tooLarge]) }
            } catch {
                found.append(error)
            }
        }
        return result.isTooLarge ? (document, found + [tooLarge]) : (result, found)
    }

    private var tooLarge: Diagnostic {
        Diagnostic("the patch makes a manifest that is larger or deeper than a file may be", at: place)
    }

    /// What it is about, for messages.
    var target: String { name.map { "\(kind)/\($0)" } ?? kind }
}
