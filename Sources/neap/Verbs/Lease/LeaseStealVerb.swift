import Model
import ArgumentParser
import Controller
import FoundationEssentials

/// `neap lease steal`: takes a lease from its holder.
struct LeaseStealVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "steal", abstract: "Take an environment's lease from its holder.",
        discussion: """
            The holder notices at its next renewal, within a sixth of a lease, and writes nothing more; others wait a whole \
            lease, so that there are never two writers. It is never needed after a crash: leases run out by themselves. \
            Exit codes: 6 when the lease is in another epoch than --epoch, or somebody wrote it meanwhile.
            """)

    @Option(name: [.long, .customShort("e")], help: "The environment.")
    var environment: String

    @OptionGroup var leases: LeaseTableOptions

    @Option(help: "The epoch that `neap lease show` said; refused in another one.")
    var epoch: Int?

    @Option(help: "The epoch that the next holder begins with, at least: for a table that was made anew.")
    var next: Int?

    @Flag(help: "You know that the holder's process is gone: nobody waits.")
    var holderIsGone = false

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    func validate() throws {
        let range = LeaseItem.statedEpochs
        guard let next, !range.contains(next) else { return }
        throw ValidationError("--next is an epoch from \(range.lowerBound) to \(range.upperBound), and not \(next)")
    }

    func run() async throws {
        try await reporting {
            let (table, store) = (try leases.name, try leases.store())
            let found = try await store.read(environment)
            if let epoch, found?.epoch ?? 0 != epoch {
                return refuse("the lease of \(environment) is in epoch \(found?.epoch ?? 0), not \(epoch)")
            }
            guard found != nil || next != nil else {
                throw ValidationError("there is no lease of \(environment) in \(table)")
            }
            guard try confirms(found) else { return refuse("nothing was done") }
            let taken = item(found)
            guard try await store.swap(LeaseWrite(taken, expecting: found?.nonce)) else {
                return refuse("somebody wrote the lease of \(environment) meanwhile")
            }
            let when = taken.isReleased ? "now" : "in \(Int(taken.lease / .seconds(1)))s"
            Terminal.out("\(environment)  stolen  the next controller leads in epoch \(taken.epoch + 1), \(when)\n")
            return .done
        }
    }

    private func refuse(_ why: String) -> ExitStatus {
        Terminal.error("neap: \(why): look again with `neap lease show`")
        return .refused
    }

    private func confirms(_ found: LeaseItem?) throws -> Bool {
        guard !yes, let found, found.hasHolder else { return true }
        guard Terminal.isInteractive else {
            throw ValidationError("off a terminal, --yes is needed to take a lease from \(found.owner)")
        }
        return Terminal.confirms("Take the lease of \(environment) from \(found.owner), epoch \(found.epoch)?")
    }

    private func item(_ found: LeaseItem?) -> LeaseItem {
        let user = ProcessInfo.processInfo.environment["USER"] ?? "somebody"
        let (host, now) = (ProcessInfo.processInfo.hostName, Wall.now)
        let least = next.map { $0 - 1 } ?? 0
        return LeaseItem(
            environment: environment, owner: "\(user)@\(host)", host: host, epoch: max((found?.epoch ?? 0) + 1, least),
            nonce: RandomID.draw(), lease: found?.lease ?? .seconds(30),
            isReleased: holderIsGone || found.map { !$0.hasHolder && !$0.isStolen } ?? true, isStolen: true, since: now,
            written: now)
    }
}
