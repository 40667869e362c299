import Foundation
import Testing

/// A file of members with reasons, `Kind /member: why`; a line covers what lies below it.
struct Listing {
    let members: [String]

    /// The file of this name among the tests' resources.
    init(_ name: String) throws {
        let url = try #require(Bundle.module.url(forResource: name, withExtension: "txt"))
        members = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: ":", maxSplits: 1)[0].trimmingCharacters(in: .whitespaces) }
    }

    func covers(_ member: String) -> Bool { members.contains { member == $0 || member.hasPrefix($0 + "/") } }
}
