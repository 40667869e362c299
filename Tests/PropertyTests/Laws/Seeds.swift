import Foundation

/// Which seeds are played: a sample, `NEAP_SEEDS` many, or the one that `NEAP_SEED` names.
enum Seeds {
    private static let environment = ProcessInfo.processInfo.environment

    /// True when the full numbers are played.
    static let areMany = ["NEAP_SEEDS", "NEAP_SEED", "NEAP_HOURS"].contains { environment[$0] != nil }

    static func played(sample: Int) -> [UInt64] {
        if let one = environment["NEAP_SEED"].flatMap({ UInt64($0) }) { return [one] }
        let first = environment["NEAP_FIRST_SEED"].flatMap { UInt64($0) } ?? 0
        let count = environment["NEAP_SEEDS"].flatMap { UInt64($0) } ?? UInt64(sample)
        return (first..<first + count).map { $0 }
    }

    /// How many edits of each stack are made: `NEAP_EDITS`, or a sample.
    static func edits(sample: Int) -> Int { environment["NEAP_EDITS"].flatMap { Int($0) } ?? sample }

    /// A line of the full numbers, for `docs/evidence.md`.
    static func tell(_ line: String) { if areMany { print(line) } }
}
