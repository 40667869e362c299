import Foundation
import Testing

/// What AWS's service authorization reference says: `permissions.txt`, written by `make facts`.
struct Permissions {
    /// What it says of one action.
    struct Fact {
        /// `Write`, `Tagging`, `Read`, `List`.
        let levels: Set<Substring>
        /// Which tags it can be narrowed by: `request`, `resource`, `create`.
        let keys: Set<Substring>
        /// The resource types that it takes.
        let types: [String]

        /// Whether it changes nothing.
        var isRead: Bool { levels.isSubset(of: ["Read", "List"]) }
    }

    /// By `ecs:CreateService`.
    let facts: [String: Fact]
    /// How a type's ARN ends, by `ecs/service`.
    let ends: [String: String]

    init() throws {
        let url = try #require(Bundle.module.url(forResource: "permissions", withExtension: "txt"))
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { $0.first != "#" }
        var facts: [String: Fact] = [:]
        var ends: [String: String] = [:]
        for words in lines.map({ $0.split(separator: " ") }) where words.count > 1 {
            if words[0].contains(":") {
                facts[String(words[0])] = Fact(
                    levels: Set(words[1].split(separator: ",")), keys: Set(words[2].split(separator: ",")),
                    types: words.dropFirst(3).map(String.init))
            } else {
                ends[String(words[0])] = String(words[1])
            }
        }
        self.facts = facts
        self.ends = ends
    }
}
