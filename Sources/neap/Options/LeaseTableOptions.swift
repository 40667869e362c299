import AWSClient
import AWSWire
import ArgumentParser
import Controller
import FoundationEssentials
import Logging

/// The table of leases, for verbs that look at it.
struct LeaseTableOptions: ParsableArguments {
    @Option(
        name: [.customLong("table"), .customLong("lease-table")],
        help: "The DynamoDB table of leases, in AWS_REGION; also NEAP_LEASE_TABLE.")
    var table: String?

    /// The table's name or ARN. Throws `ValidationError` when nobody names it.
    var name: String {
        get throws {
            let variable = ProcessInfo.processInfo.environment["NEAP_LEASE_TABLE"] ?? ""
            guard let name = table ?? (variable.isEmpty ? nil : variable) else {
                throw ValidationError("the table of leases is not named: give it with --table, or in NEAP_LEASE_TABLE")
            }
            return name
        }
    }

    /// The table's leases. Throws `SettingsError` and `ValidationError`.
    func store() throws -> DynamoDBLeaseStore {
        var logger = Logger(label: "neap") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        return DynamoDBLeaseStore(try Self.client(timeout: .seconds(10), logger: logger), table: try name)
    }

    /// A client of the table: one try and a short time each, since a lease does not wait. Its calls go to `log`.
    static func client(timeout: Duration, log: CallLog = CallLog(), logger: Logger) throws -> AWSClient {
        try AWSClient.forEnvironment(
            services: services, version: Neap.version,
            retry: RetryPolicy(attempts: 1, repeatableWriteAttempts: 1), budget: nil, timeout: timeout,
            log: log, logger: logger)
    }
}
