import Model

/// Where a kind's table and CloudFormation's schema say different things.
struct TableDifference: Hashable, Comparable, CustomStringConvertible {
    enum Topic: String, CaseIterable {
        /// CloudFormation replaces the resource, Neap does not.
        case createOnly
        /// Neap replaces the resource, CloudFormation never does.
        case replaces
        /// CloudFormation says that only AWS sets it, a manifest may state it.
        case readOnly
        /// CloudFormation can not read it back.
        case writeOnly
        /// CloudFormation has the member, the kind has not.
        case missing
        /// CloudFormation says another default than the table, or one where the table has none.
        case other = "default"
        /// CloudFormation demands the member, the kind's shape does not.
        case required
    }

    let kind: String
    let topic: Topic
    /// In Neap's spelling; nothing but `*` in a listed one stands for all members of the kind.
    let path: FieldPath

    var description: String { "\(kind) \(topic.rawValue) \(path)" }
    static func < (a: Self, b: Self) -> Bool { a.description < b.description }

    /// True when this listed difference is `found`, or stands for it.
    func stands(for found: TableDifference) -> Bool {
        kind == found.kind && topic == found.topic && (path == "/*" || path == found.path)
    }
}

/// `differences.txt`: what differs on purpose, and what has another name, each with its reason.
struct ListedDifferences {
    struct Malformed: Error { let line: String }

    private(set) var differences: [TableDifference] = []
    /// By kind: CloudFormation's path to ours, where it is not only a matter of capitals.
    private(set) var spellings: [String: [FieldPath: FieldPath]] = [:]

    /// The list as text: `KIND TOPIC PATH | reason`, and `KIND spelling PATH OURS | reason`.
    init(_ text: String) throws {
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let halves = line.split(separator: "|", maxSplits: 1).map { $0.split(separator: " ").map(String.init) }
            guard halves.count == 2, !halves[1].isEmpty else { throw Malformed(line: String(line)) }
            try take(halves[0], of: line)
        }
    }

    private mutating func take(_ words: [String], of line: Substring) throws {
        if words.count == 4, words[1] == "spelling" {
            spellings[words[0], default: [:]][FieldPath(pointer: words[2])] = FieldPath(pointer: words[3])
        } else if words.count == 3, let topic = TableDifference.Topic(rawValue: words[1]) {
            differences.append(TableDifference(kind: words[0], topic: topic, path: FieldPath(pointer: words[2])))
        } else {
            throw Malformed(line: String(line))
        }
    }

    /// The committed list.
    static func committed() throws -> ListedDifferences { try ListedDifferences(FactsFolder.text("differences.txt")) }
}
