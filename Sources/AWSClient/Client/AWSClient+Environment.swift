public import AWSWire
internal import FoundationEssentials
public import Logging

extension AWSClient {
    /// The client that environment variables and shared files describe: what the command line calls.
    ///
    /// - Parameters:
    ///   - services: the services that it can call, `sts` among them.
    ///   - region: nil for what the settings say.
    ///   - role: taken on with the credentials that are found; nil to use those.
    ///   - account: whose rates are shared; nil when it is not known.
    ///   - profile: a profile asked for by name; nil for `AWS_PROFILE`.
    ///   - version: Neap's own, for the user agent.
    ///   - environment: nil for the process's own variables.
    ///   - files: how shared files are read.
    ///   - transport: shut it down when the process ends.
    ///   - runner: runs a `credential_process`.
    ///   - retry: nil for AWS's standard mode with as many attempts as the settings say.
    ///   - budget: keeps calls under AWS's rates; nil for no limits.
    ///   - timeout: how long one HTTP request may take.
    ///   - log: counts the calls.
    ///   - logger: gets one line a write, without parameters.
    ///   - clock: what signatures, waits and rates are measured by.
    /// - Throws: `SettingsError` for malformed files, an unknown profile, and when no region is known.
    public static func forEnvironment(
        services: [ServiceModel], region: String? = nil, assuming role: AssumeRoleCredentials.Role? = nil,
        account: String? = nil, profile: String? = nil, version: String,
        environment: [String: String]? = nil, files: FileReader = .system,
        transport: any HTTPTransport = AsyncHTTPTransport.shared, runner: CommandRunner? = nil,
        retry: RetryPolicy? = nil, budget: RateBudget? = .shared, timeout: Duration = .seconds(30),
        log: CallLog = CallLog(), logger: Logger, clock: any AWSClock = SystemClock()
    ) throws(SettingsError) -> AWSClient {
        let settings = try AWSSettings(
            environment: environment ?? ProcessInfo.processInfo.environment, profile: profile, files: files)
        guard let region = region ?? settings.region else {
            throw SettingsError("no AWS region is known; set AWS_REGION or spec.aws.region")
        }
        let attempts = try settings.maxAttempts
        let retry = retry ?? RetryPolicy(attempts: attempts)
        let sts = SecurityTokenService(
            pipeline: CallPipeline(
                region: region, settings: settings, transport: transport, retry: retry, budget: nil, scope: "",
                userAgent: "neap/\(version)", timeout: .seconds(15), log: log, logger: logger, clock: clock),
            service: services.first { $0.name == "sts" })
        let found = CredentialCache(
            CredentialChain.standard(
                settings, sts: sts, transport: transport, runner: runner ?? .system(clock: clock), clock: clock),
            clock: clock)
        let credentials = role.map { CredentialCache(AssumeRoleCredentials($0, base: found, sts: sts), clock: clock) }
        return AWSClient(
            services: services, region: region, settings: settings, credentials: credentials ?? found,
            transport: transport, retry: retry, budget: budget, account: account, version: version, timeout: timeout,
            log: log, logger: logger, clock: clock)
    }
}

extension RateBudget {
    /// The buckets that all clients of the process share.
    public static let shared = RateBudget()
}

extension CredentialChain {
    /// Botocore's order: key variables (unless a profile is asked for by name), the profile's role, web identity, the
    /// profile's own keys, the container's endpoint, the instance's role.
    static func standard(
        _ settings: AWSSettings, sts: SecurityTokenService, transport: any HTTPTransport, runner: CommandRunner,
        clock: any AWSClock
    ) -> CredentialChain {
        let container = ContainerCredentials(
            environment: settings.environment, files: settings.files, transport: transport, clock: clock)
        let instance = InstanceMetadataCredentials(settings: settings, transport: transport, clock: clock)
        let profile = ProfileCredentials(
            settings: settings, sts: sts, runner: runner, container: container, instance: instance)
        let variables: (any CredentialProvider)? =
            settings.profileIsExplicit ? nil : EnvironmentCredentials(environment: settings.environment)
        let configured = [variables, profile.assumedRole(), profile.webIdentity(), profile.own()]
        return CredentialChain(configured.compactMap { $0 } + [container, instance])
    }
}
