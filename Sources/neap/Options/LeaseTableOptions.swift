import AWSClient
import AWSWire
import ArgumentParser
import Controller
import FoundationEssentials
import Logging

/// The table of leases, for verbs that look at it.
struct LeaseTableOptions: ParsableArguments {
    @Option(
        name: [.customLong("table"), .customLong("lease-table")], help: "The DynamoDB table of leases, in AWS_REGION.")
    var table: String

    /// The table's leases. Throws `SettingsError`.
    func store() throws -> DynamoDBLeaseStore {
        var logger = Logger(label: "neap") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        return DynamoDBLeaseStore(try Self.client(timeout: .seconds(10), logger), table: table)
    }

    /// A client of the table: one try and a short time each, since a lease does not wait.
    static func client(timeout: Duration, _ logger: Logger) throws -> AWSClient {
        try AWSClient.forEnvironment(
            services: services, version: Neap.version,
            retry: RetryPolicy(attempts: 1, repeatableWriteAttempts: 1), budget: nil, timeout: timeout, logger: logger)
    }
}
