public import AWSWire
public import Logging
public import Model

/// Speaks to AWS: the sender behind every pass.
public struct AWSClient: AWSSender, CustomStringConvertible, CustomReflectable {
    /// What the client counted.
    public let log: CallLog
    /// Where it calls.
    public let region: String
    let services: [String: ServiceModel]
    let credentials: any CredentialProvider
    var pipeline: CallPipeline

    /// A client of one region.
    ///
    /// - Parameters:
    ///   - services: the services that it can call; `sts` among them for roles and account checks.
    ///   - region: `eu-west-1`.
    ///   - settings: says where services answer.
    ///   - credentials: sign the calls; give a `CredentialCache`, since they are asked for at every attempt.
    ///   - transport: carries the requests.
    ///   - retry: when failed calls are made again.
    ///   - budget: keeps calls under AWS's rates; nil for no limits. Loopback endpoints have none.
    ///   - account: whose buckets of the budget are taken; nil when it is not known.
    ///   - version: Neap's own, for the user agent.
    ///   - timeout: how long one HTTP request may take.
    ///   - log: counts the calls.
    ///   - logger: gets one line a write, without parameters.
    ///   - clock: what signatures, waits and rates are measured by.
    public init(
        services: [ServiceModel], region: String, settings: AWSSettings, credentials: any CredentialProvider,
        transport: any HTTPTransport, retry: RetryPolicy = RetryPolicy(), budget: RateBudget? = nil,
        account: String? = nil, version: String = "0", timeout: Duration = .seconds(30), log: CallLog = CallLog(),
        logger: Logger, clock: any AWSClock = SystemClock()
    ) {
        self.services = Dictionary(services.map { ($0.name, $0) }) { _, last in last }
        self.region = region
        self.credentials = credentials
        self.log = log
        pipeline = CallPipeline(
            region: region, settings: settings, transport: transport, retry: retry, budget: budget,
            scope: "\(account ?? "")/\(region)", userAgent: "neap/\(version)", timeout: timeout, log: log,
            logger: logger, clock: clock)
    }

    /// The same client, whose idempotency tokens also hang on `scope`: what is asked for again on purpose (created,
    /// deleted, created once more) needs another token. It shares everything else with this one.
    public func scopingTokens(_ scope: String) -> AWSClient {
        var client = self
        client.pipeline.tokenScope = scope
        return client
    }

    /// The region alone.
    public var description: String { "AWSClient(\(region))" }
    public var customMirror: Mirror { Mirror(self, children: ["region": region]) }

    /// Sends one call. Nothing goes out before its references are known and it fits AWS's model.
    ///
    /// Throws `AWSError`, whose text repeats no sensitive value of the request.
    public func send(_ call: AWSCall) async throws -> Value {
        guard let service = services[call.service] else {
            throw CallPipeline.refusal(call, "UnknownService", "the client was made without this service")
        }
        return try await pipeline.send(call, to: service, signedBy: credentials)
    }
}
