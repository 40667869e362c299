import AWSClient
import AWSWire
import ArgumentParser
import Controller
import FoundationEssentials
import Logging

/// Where leases stand, and how long they last.
struct LeaseOptions: ParsableArguments {
    @Option(help: "The DynamoDB table of leases (in AWS_REGION), by which several controllers share environments.")
    var leaseTable: String?

    @Option(help: "How long a lease lasts without renewal, 6s at least; the same for all controllers of a table.")
    var leaseDuration = TimeSpan(seconds: 30)

    func validate() throws {
        guard leaseDuration.duration >= LeaseSettings.shortest else {
            throw ValidationError("--lease-duration is \(LeaseSettings.shortest / .seconds(1)) seconds at least")
        }
    }

    /// Who may write: leases where there is a table, else this process alone.
    ///
    /// Throws `SettingsError`.
    func leadership(
        _ logger: Logger, note: @escaping @Sendable (String, String) async -> Void
    ) throws -> any Leadership {
        guard let leaseTable else { return SoleLeadership() }
        let settings = LeaseSettings(
            table: leaseTable, duration: leaseDuration.duration, holder: Self.holder, host: Self.host)
        return LeaseLeadership(
            settings, aws: try Self.client(timeout: settings.callTimeout, logger), wall: { Wall.now }, note: note)
    }

    /// A client of the table: one try and a short time each, since a lease does not wait.
    static func client(timeout: Duration, _ logger: Logger) throws -> AWSClient {
        try AWSClient.forEnvironment(
            services: services, version: Neap.version,
            retry: RetryPolicy(attempts: 1, repeatableWriteAttempts: 1), budget: nil, timeout: timeout, logger: logger)
    }

    private static var host: String { ProcessInfo.processInfo.hostName }

    /// The host, the process and a few random digits, so that no other process was ever called the same.
    private static var holder: String {
        "\(host)/\(ProcessInfo.processInfo.processIdentifier)/\(LeaseNonce.draw().prefix(8))"
    }
}

/// The table for verbs that look at it.
struct LeaseTableOptions: ParsableArguments {
    @Option(
        name: [.customLong("table"), .customLong("lease-table")], help: "The DynamoDB table of leases, in AWS_REGION.")
    var table: String

    /// The table's leases. Throws `SettingsError`.
    func store() throws -> DynamoDBLeaseStore {
        var logger = Logger(label: "neap") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        return DynamoDBLeaseStore(try LeaseOptions.client(timeout: .seconds(10), logger), table: table)
    }
}
