import Model
import Testing

@testable import Controller

@Suite("Leases as rows of a table")
struct LeaseRowTests {
    private static let lease = LeaseItem(
        environment: "production", owner: "a", host: "h", epoch: 7, nonce: "n", sequence: 3, lease: .seconds(30),
        since: 1_795_000_000, written: 1_795_000_001)

    private static func row(_ name: String, _ number: String) -> Value {
        var row = lease.row
        row[name] = ["n": .string(number)]
        return row
    }

    private static func problem(_ row: Value) -> String? {
        do {
            _ = try LeaseItem(row: row, "leases")
            return nil
        } catch {
            return error.description
        }
    }

    @Test("are read as they were written")
    func written() throws { #expect(try LeaseItem(row: Self.lease.row, "leases") == Self.lease) }

    @Test(
        "of an epoch that nobody counts to are refused, and what to do is said",
        arguments: ["9223372036854775807", "-1", "-9223372036854775808"])
    func epochs(number: String) {
        let problem = Self.problem(Self.row("epoch", number)) ?? ""
        #expect(problem.hasPrefix("leases says epoch \(number) of production, to which nobody counts: "))
        #expect(problem.contains("neap lease steal --next"))
    }

    @Test("of the largest epoch that people may begin with are taken, and counted on")
    func largest() throws {
        let item = try LeaseItem(row: Self.row("epoch", "\(LeaseItem.statedEpochs.upperBound)"), "leases")
        var machine = LeaseMachine("production", LeaseSettings(table: "leases", holder: "b"))
        machine.read(item, at: .zero)
        let action = machine.next(at: .seconds(31), nonce: "m", wall: 0)
        guard case .write(let write) = action else {
            Issue.record("it does not take it")
            return
        }
        #expect(write.item.epoch == item.epoch + 1)
    }

    @Test("of a length that is none are no leases", arguments: ["0", "-1", "9223372036854775807"])
    func lengths(number: String) { #expect(Self.problem(Self.row("leaseMs", number))?.contains("is no lease") == true) }

    @Test("say nothing of times that can not be shown", arguments: ["-1", "9223372036854775807"])
    func times(number: String) throws {
        #expect(try LeaseItem(row: Self.row("since", number), "leases").since == 0)
    }
}
