import AWSWire
import Foundation
import Model

/// What CloudFormation's schemas say, as `Tools/facts/cloudformation.py` wrote it down.
struct CloudFormationFacts {
    /// A line about one resource type.
    struct Fact {
        let type: String
        let topic: String
        /// CloudFormation's spelling, `*` for any element of a list.
        let paths: [FieldPath]
        /// The value of a `default`; null otherwise.
        let value: Value
    }

    struct Malformed: Error { let line: String }

    /// The version of cfn-lint that the schemas are from.
    let version: String
    let facts: [Fact]

    /// The table as text.
    init(_ text: String) throws {
        var version = ""
        var facts: [Fact] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let words = line.split(separator: " ").map(String.init)
            if words.count == 2, words[0] == "cfn-lint" {
                version = words[1]
            } else {
                facts.append(try Self.fact(words, line))
            }
        }
        self.version = version
        self.facts = facts
    }

    private static func fact(_ words: [String], _ line: Substring) throws -> Fact {
        guard words.count > 2 else { throw Malformed(line: String(line)) }
        let at = FieldPath(pointer: words[2])
        let rest = words.dropFirst(3)
        switch words[1] {
        case "default":
            let value = try JSON.parse(Array(rest.joined(separator: " ").utf8))
            return Fact(type: words[0], topic: words[1], paths: [at], value: value)
        case "members", "required":
            return Fact(type: words[0], topic: words[1], paths: rest.map(at.appending), value: .null)
        default:
            let paths = words.dropFirst(2).map { FieldPath(pointer: $0) }
            return Fact(type: words[0], topic: words[1], paths: paths, value: .null)
        }
    }

    /// The paths of `topic` in `type`, in the table's order.
    func paths(_ topic: String, of type: String) -> [FieldPath] {
        facts.filter { $0.type == type && $0.topic == topic }.flatMap(\.paths)
    }

    /// Defaults of `type` by path.
    func defaults(of type: String) -> [(path: FieldPath, value: Value)] {
        facts.filter { $0.type == type && $0.topic == "default" }.flatMap { fact in
            fact.paths.map { ($0, fact.value) }
        }
    }

    /// The committed table.
    static func committed() throws -> CloudFormationFacts {
        try CloudFormationFacts(FactsFolder.text("cloudformation.txt"))
    }
}

/// Where the committed facts are.
enum FactsFolder {
    private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// A file by its path below the repository.
    static func repository(_ path: String) throws -> String {
        let root = (0..<3).reduce(folder) { url, _ in url.deletingLastPathComponent() }
        return try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}
