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
    /// What each request of a write passes: a lease; nil without one.
    var fence: WriteFence?
    private let clients = KnownClients()

    /// Calls go to `logger`; nil is standard error, writes only when `verbose`.
    init(verbose: Bool, trust: TrustPolicy = .everything, logger given: Logger? = nil) {
        var logger = given ?? Logger(label: "neap") { StreamLogHandler.standardError(label: $0) }
        if given == nil { logger.logLevel = verbose ? .info : .warning }
        self.logger = logger
        self.trust = trust
    }

    /// A client in the environment's region and role. Who we are is asked once for each account, role and region.
    ///
    /// Throws `TrustError` before anything is asked, `AWSError` of disposition `authentication` for another account.
    func connect(
        _ environment: Manifest.Environment, _ commit: SourceCommit
    ) async throws -> EnvironmentReconciler.Connection {
        try trust.check(environment)
        var known = try await clients.client(for: environment.aws) { try await open(environment.aws) }
        // By commit and hour: what is made again must not be answered with an older one's token.
        known.client = known.client.scopingTokens("\(environment.name) \(commit.id) \(Wall.now / 3_600)")
            .fenced(by: fence)
        return EnvironmentReconciler.Connection(
            aws: known.client, accountID: known.accountID, region: known.client.region)
    }

    /// The same, whose writes go out only while `fence` lets them.
    func connect(
        behind fence: WriteFence?, _ environment: Manifest.Environment, _ commit: SourceCommit
    ) async throws -> EnvironmentReconciler.Connection {
        var access = self
        access.fence = fence
        return try await access.connect(environment, commit)
    }

    private func open(_ aws: Manifest.Environment.AWS) async throws -> KnownClients.Known {
        let role = aws.assumeRoleArn.map { AssumeRoleCredentials.Role(arn: $0) }
        let client = try AWSClient.forEnvironment(
            services: services, region: aws.region, assuming: role, account: aws.accountId, version: Neap.version,
            budget: Loopback.isEndpoint ? nil : .shared, log: log, logger: logger)
        guard let expected = aws.accountId else {
            return KnownClients.Known(client: client, accountID: try await client.callerIdentity().account)
        }
        try await client.verifyAccount(expected: expected)
        return KnownClients.Known(client: client, accountID: expected)
    }
}

/// Clients whose account was asked for, so that a controller does not ask at every round.
actor KnownClients {
    /// A client and whose account it is.
    struct Known: Sendable {
        var client: AWSClient
        let accountID: String
    }

    private var known: [String: Known] = [:]

    func client(
        for aws: Manifest.Environment.AWS, opening open: @Sendable () async throws -> Known
    ) async throws -> Known {
        let key = [aws.region, aws.accountId, aws.assumeRoleArn].map { $0 ?? "" }.joined(separator: " ")
        if let found = known[key] { return found }
        let opened = try await open()
        known[key] = opened
        return opened
    }
}

/// Which accounts and roles a controller believes in: its own configuration decides, never the repository that it reads.
struct TrustPolicy: Sendable {
    var accounts: Set<String>?
    var roles: Set<String> = []

    /// A person runs the verb with credentials of their own.
    static let everything = TrustPolicy(accounts: nil)

    /// An AWS on this machine needs no permission where none was given; one that was given holds there too.
    func check(_ environment: Manifest.Environment, isLocal: Bool = Loopback.isEndpoint) throws(TrustError) {
        guard let accounts else { return }
        if !isLocal || !accounts.isEmpty { try check(environment, among: accounts) }
        if !isLocal || !roles.isEmpty { try checkRole(environment) }
    }

    private func check(_ environment: Manifest.Environment, among accounts: Set<String>) throws(TrustError) {
        guard let account = environment.aws.accountId else {
            throw TrustError(
                "environment \(environment.name) names no AWS account: state spec.aws.accountId, and start with --allow-account of it"
            )
        }
        guard !accounts.contains(account) else { return }
        throw TrustError(
            "environment \(environment.name) asks for AWS account \(account), which is not allowed; start with --allow-account "
                + account)
    }

    private func checkRole(_ environment: Manifest.Environment) throws(TrustError) {
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
        ProcessInfo.processInfo.environment["AWS_ENDPOINT_URL"].flatMap { Endpoint(url: $0) }?.isLoopback ?? false
    }

    /// An AWS on this machine has no rates to spare: it is looked at each second.
    static var patience: ReconcileLoop.Patience {
        var patience = ReconcileLoop.Patience()
        if isEndpoint { patience.poll = .seconds(1) }
        return patience
    }
}
