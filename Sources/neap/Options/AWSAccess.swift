import AWSClient
import AWSWire
import FoundationEssentials
import Logging
import Manifest
import Reconciler

/// Opens AWS for an environment: credentials, role, region, and the check that it is the right account.
struct AWSAccess: Sendable {
    let log = CallLog()
    let logger: Logger
    let trust: TrustPolicy

    init(verbose: Bool, trust: TrustPolicy = .everything) {
        var logger = Logger(label: "neap") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = verbose ? .info : .warning
        self.logger = logger
        self.trust = trust
    }

    /// A client in the environment's region and role.
    ///
    /// Throws `TrustError` before anything is asked, `AWSError` of disposition `authentication` for another account.
    func connect(_ environment: Manifest.Environment) async throws -> EnvironmentReconciler.Connection {
        try trust.check(environment)
        let role = environment.aws.assumeRoleArn.map { AssumeRoleCredentials.Role(arn: $0) }
        let client = try AWSClient.forEnvironment(
            services: services, region: environment.aws.region, assuming: role, account: environment.aws.accountId,
            version: Neap.version, budget: Loopback.isEndpoint ? nil : .shared, log: log, logger: logger)
        // By the hour: a thing that was deleted and is made again must not be answered with the old one's token.
        let scoped = client.scopingTokens("\(environment.name) \(Wall.now / 3_600)")
        guard let expected = environment.aws.accountId else {
            let identity = try await scoped.callerIdentity()
            return EnvironmentReconciler.Connection(aws: scoped, accountID: identity.account, region: client.region)
        }
        try await scoped.verifyAccount(expected: expected)
        return EnvironmentReconciler.Connection(aws: scoped, accountID: expected, region: client.region)
    }
}

/// Which accounts and roles a controller believes in: its own configuration decides, never the repository that it reads.
struct TrustPolicy: Sendable {
    var accounts: Set<String>?
    var roles: Set<String> = []

    /// A person runs the verb with credentials of their own.
    static let everything = TrustPolicy(accounts: nil)

    func check(_ environment: Manifest.Environment) throws(TrustError) {
        guard let accounts, !Loopback.isEndpoint else { return }
        guard let account = environment.aws.accountId, accounts.contains(account) else {
            throw TrustError(
                "environment \(environment.name) asks for AWS account \(environment.aws.accountId ?? "(none)"), which is not "
                    + "allowed; start with --allow-account \(environment.aws.accountId ?? "ID")")
        }
        guard let role = environment.aws.assumeRoleArn, !roles.contains(role) else { return }
        throw TrustError(
            "environment \(environment.name) asks for the role \(role), which is not allowed; start with --allow-role \(role)"
        )
    }
}

/// The repository asks for an account or role that the controller was not given.
struct TrustError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// Whether AWS is played by something on this machine.
enum Loopback {
    static var isEndpoint: Bool {
        guard let url = ProcessInfo.processInfo.environment["AWS_ENDPOINT_URL"] else { return false }
        return ["http://127.", "http://localhost:", "http://[::1]", "https://127.", "https://localhost:"].contains {
            url.hasPrefix($0)
        }
    }
}
