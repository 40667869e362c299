internal import CYaml
import Model

/// YAML to located values, by YAML 1.2's core schema and within the limits of DESIGN section 13.
struct YAMLReader: ~Copyable {
    /// What an anchor stands for, and what naming it again costs.
    private struct Anchored {
        let value: Value
        let nodes: Int, aliases: Int, height: Int
    }

    private var events: YAMLEvents
    private let file: String
    private let isTemplate: Bool
    /// How many values the file may hold.
    private let limit: Int
    private var anchors: [String: Anchored] = [:]
    private var nodes = 0
    private var aliases = 0
    private var found: [Diagnostic] = []

    private init(_ bytes: UnsafeBufferPointer<UInt8>, file: String, isTemplate: Bool, limit: Int) {
        events = YAMLEvents(bytes, file: file)
        self.file = file
        self.isTemplate = isTemplate
        self.limit = limit
    }

    /// All documents of `bytes`, which are UTF-8. In a template, keys that begin with `${{` may repeat themselves.
    static func read(
        _ bytes: [UInt8], file: String, isTemplate: Bool = false, limit: Int = Limits.nodes
    ) -> DecodedFile {
        bytes.withUnsafeBufferPointer { buffer in
            var reader = YAMLReader(buffer, file: file, isTemplate: isTemplate, limit: limit)
            var result = DecodedFile()
            do throws(Diagnostic) {
                while let document = try reader.document() {
                    if !(document.value.isNull && document.diagnostics.isEmpty) { result.documents.append(document) }
                }
            } catch {
                result.failure = error
            }
            return result
        }
    }

    private mutating func document() throws(Diagnostic) -> Document? {
        while true {
            try events.advance()
            if events.event.type == YAML_STREAM_END_EVENT { return nil }
            if events.event.type == YAML_DOCUMENT_START_EVENT { break }
        }
        anchors = [:]
        found = []
        try events.advance()
        let value = try node(depth: 0).value
        try events.advance()
        return Document(value: value, diagnostics: found)
    }

    /// The node whose first event is at hand; leaves its last event at hand.
    private mutating func node(depth: Int) throws(Diagnostic) -> (value: Value, height: Int) {
        nodes += 1
        guard nodes <= limit else { throw refused("the file holds more than \(limit) values") }
        if events.event.type == YAML_ALIAS_EVENT { return try alias(depth: depth) }
        if let tag = events.tag {
            report("tags such as \(tag) are not read", hint: "quote a text, leave other values bare")
        }
        let (anchor, before) = (events.anchor, (nodes: nodes - 1, aliases: aliases))
        let result = try content(depth: depth)
        if let anchor {
            anchors[anchor] = Anchored(
                value: result.value, nodes: nodes - before.nodes, aliases: aliases - before.aliases,
                height: result.height)
        }
        return result
    }

    private mutating func content(depth: Int) throws(Diagnostic) -> (value: Value, height: Int) {
        switch events.event.type {
        case YAML_SCALAR_EVENT: return (scalar(), 0)
        case YAML_SEQUENCE_START_EVENT: return try sequence(depth: depth + 1)
        case YAML_MAPPING_START_EVENT: return try mapping(depth: depth + 1)
        default: throw refused("not YAML: a value is missing")
        }
    }

    private mutating func alias(depth: Int) throws(Diagnostic) -> (value: Value, height: Int) {
        let name = events.anchor ?? ""
        guard let anchored = anchors[name] else {
            throw refused("the alias *\(name) names no anchor that stands before it")
        }
        aliases += 1 + anchored.aliases
        nodes += anchored.nodes - 1
        guard aliases <= Limits.aliases else {
            throw refused("the file holds more than \(Limits.aliases) aliases, counted as expanded")
        }
        guard nodes <= limit else { throw refused("the file holds more than \(limit) values") }
        try check(depth: depth + anchored.height)
        return (anchored.value, anchored.height)
    }

    private mutating func sequence(depth: Int) throws(Diagnostic) -> (value: Value, height: Int) {
        try check(depth: depth)
        let place = events.place
        var items: [Value] = []
        var height = 0
        try events.advance()
        while events.event.type != YAML_SEQUENCE_END_EVENT {
            let item = try node(depth: depth)
            items.append(item.value)
            height = max(height, item.height)
            try events.advance()
        }
        return (Value(.list(items), at: place), height + 1)
    }

    private mutating func mapping(depth: Int) throws(Diagnostic) -> (value: Value, height: Int) {
        try check(depth: depth)
        let place = events.place
        var members: [String: Value] = [:]
        var height = 0
        try events.advance()
        while events.event.type != YAML_MAPPING_END_EVENT {
            let (key, keyPlace) = try key()
            try events.advance()
            var (value, below) = try node(depth: depth)
            value.keyPlace = keyPlace
            height = max(height, below)
            if isTemplate, key.hasPrefix("${{") {
                // No file can hold this character, so that nobody else can write such a key.
                members["\(key)\0\(members.count)"] = value
            } else if let first = members[key] {
                report(.duplicate(key, first: first.keyPlace, at: keyPlace))
            } else {
                members[key] = value
            }
            try events.advance()
        }
        return (Value(.object(members), at: place), height + 1)
    }

    /// A key as written; numbers and truth values are texts there.
    private mutating func key() throws(Diagnostic) -> (String, Place) {
        nodes += 1
        let place = events.place
        guard events.event.type == YAML_SCALAR_EVENT else {
            throw refused(
                "a key has to be a plain text",
                hint: events.event.type == YAML_MAPPING_START_EVENT ? "charts write ${{ … }}, not {{ … }}" : nil)
        }
        let text = events.text
        if let tag = events.tag { report("tags such as \(tag) are not read") }
        if text == "<<", events.isPlain {
            report("merge keys are not read", hint: "write the members out, or give single values an anchor")
        }
        if text.isEmpty, events.isPlain { throw refused("a key is missing before the colon") }
        if let anchor = events.anchor {
            anchors[anchor] = Anchored(value: Value(.string(text), at: place), nodes: 1, aliases: 0, height: 0)
        }
        return (text, place)
    }

    private mutating func scalar() -> Value {
        let (text, place) = (events.text, events.place)
        guard events.isPlain else { return Value(.string(text), at: place) }
        do throws(CoreScalar.Refusal) {
            return Value(try CoreScalar.content(of: text), at: place)
        } catch {
            // It may be a secret that lacks its quotes, so it is not repeated.
            let problem = error == .tooLarge ? "does not fit into 64 bits" : "is not finite"
            report("the number \(problem)", hint: "put it in quotes when it is a text")
        }
        return Value(.string(text), at: place)
    }

    /// The key of a template as it is written.
    static func directive(_ key: String) -> String {
        key.utf8.firstIndex(of: 0).map { String(key[..<$0]) } ?? key
    }

    private func check(depth: Int) throws(Diagnostic) {
        guard depth <= Limits.depth else { throw refused("more than \(Limits.depth) levels stand inside one another") }
    }

    private func refused(_ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(message, hint: hint, at: events.place)
    }

    private mutating func report(_ message: String, hint: String? = nil) {
        report(Diagnostic(message, hint: hint, at: events.place))
    }

    /// A hostile file can be wrong at every byte; nobody reads more than the first problems.
    private mutating func report(_ problem: Diagnostic) {
        if found.count < Limits.problems { found.append(problem) }
    }
}

extension Diagnostic {
    /// The key `key` stands twice; names both places.
    static func duplicate(_ key: String, first: Place?, at place: Place?) -> Diagnostic {
        let other = first.map { "; it stands at \($0.line):\($0.column) already" } ?? ""
        return Diagnostic("the key \(key) is a duplicate\(other)", hint: "remove one of them", at: place)
    }
}
