import AWSWire
import ArgumentParser
import Controller
import FoundationEssentials
import Model

/// `neap lease show`: who holds what, and whether renewals are seen.
struct LeaseShowVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show who leads which environment.",
        discussion: """
            Looks until it saw each lease renewed, at most for --observe: a holder that lives renews every sixth of a lease. \
            States: held (a renewal was seen), silent (none yet), expired (none for a whole lease), released, stolen. \
            Exit codes: 0, or with --environment 3 when nobody was seen holding it.
            """)

    /// How leases are shown.
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @Option(name: [.long, .customShort("e")], help: "One environment; all of the table without it.")
    var environment: String?

    @OptionGroup var leases: LeaseTableOptions

    @Option(help: "How long it looks for renewals; 0 for one look.")
    var observe = TimeSpan(seconds: 6)

    @Option(name: .shortAndLong, help: "table or json.")
    var output: Format = .table

    func run() async throws {
        try await reporting {
            let sightings = try await LeaseWatch(try leases.store()).look(at: environment, for: observe.duration)
            switch output {
            case .table: Terminal.out(Self.table(sightings))
            case .json:
                let values = sightings.map(Self.value)
                let bytes = JSON.write(["schema": "neap/lease/v1", "leases": .list(values)])
                Terminal.out(String(decoding: bytes, as: UTF8.self) + "\n")
            }
            guard environment != nil else { return .done }
            let isHeld = sightings.contains { $0.isRenewed || observe.seconds == 0 && $0.item.hasHolder }
            return isHeld ? .done : .unhealthy
        }
    }

    private static func table(_ sightings: [LeaseWatch.Sighting]) -> String {
        guard !sightings.isEmpty else { return "no lease was ever taken\n" }
        let heads = ["ENVIRONMENT", "STATE", "EPOCH", "HOLDER", "HOST", "SEEN", "REMAINING", "SINCE"]
        let rows = [heads] + sightings.map(row)
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return cells.joined(separator: "  ").trimmedEnd + "\n"
        }.joined()
    }

    private static func row(_ seen: LeaseWatch.Sighting) -> [String] {
        [
            seen.item.environment, seen.state, String(seen.item.epoch), seen.item.owner, seen.item.host,
            "\(seconds(seen.age)) ago", seconds(seen.remaining), since(seen.item),
        ]
    }

    private static func value(_ seen: LeaseWatch.Sighting) -> Value {
        [
            "environment": .string(seen.item.environment), "state": .string(seen.state),
            "epoch": .integer(seen.item.epoch), "holder": .string(seen.item.owner), "host": .string(seen.item.host),
            "renewals": .integer(seen.item.sequence), "leaseSeconds": .integer(whole(seen.item.lease)),
            "seenSecondsAgo": .integer(whole(seen.age)), "remainingSeconds": .integer(whole(seen.remaining)),
            "since": .string(since(seen.item)),
        ]
    }

    private static func whole(_ duration: Duration) -> Int { Int(duration / .seconds(1)) }
    private static func seconds(_ duration: Duration) -> String { DurationText.rounded(whole(duration)) }
    private static func since(_ item: LeaseItem) -> String {
        Date(timeIntervalSince1970: Double(item.since)).ISO8601Format()
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
