import Controller
import FoundationEssentials
import GitStore
import Logging
import Metrics
import Reconciler
import UnixSignals

/// `neap run` without `--once`: what the configuration says, put together and run.
struct ControllerRun {
    let configuration: ControllerConfiguration
    let verification: VerificationPolicy?
    let progress: ProgressChoice
    let verbose: Bool

    func run() async throws -> ExitStatus {
        // First of all: who asks it to end while it begins is heard as well.
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        let registry = MetricRegistry()
        MetricsSystem.bootstrap(registry)
        let metrics = ControllerMetrics(registry)
        let access = AWSAccess(
            verbose: verbose, trust: configuration.trust, logger: callLogger)
        var options = EnvironmentReconciler.Options(version: Neap.version) { Wall.now }
        options.acceptedRewrite = configuration.acceptedRewrite
        options.verification = verification
        options.writesStatus = true
        options.own = try await OwnTask.service()
        var parts = ControllerParts(
            options: options, connect: access.connect(behind:_:_:), progress: told, logger: logger, metrics: metrics,
            health: ControllerHealth(gitTimeout: configuration.gitTimeout) { Wall.now })
        parts.listen = configuration.listen
        parts.services = [CallCounter(access.log, metrics)]
        parts.isFinal = { [.usage, .refused].contains(ExitStatus($0)) && !($0 is SourceError) }
        let (repositories, hints) = (try configuration.watched(metrics), HintDirectory())
        try parts.add(configuration, watching: repositories, hints)
        let process = ControllerProcess(repositories, parts, hints: hints, version: Neap.version)
        try await process.run(until: signals)
        return .done
    }

    private var logger: Logger {
        configuration.logFormat.logger(
            "neap", level: level, write: { Terminal.error($0) }, now: { Date().timeIntervalSince1970 })
    }

    /// For AWS's calls. In text a write is told by what it did, unless more is asked for.
    private var callLogger: Logger {
        var logger = logger
        if configuration.logFormat != .json, !verbose { logger.logLevel = max(.warning, level) }
        return logger
    }

    private var level: Logger.Level {
        verbose ? min(Logger.Level.info, configuration.logLevel) : configuration.logLevel
    }

    /// `--json` streams for programs; else log lines, for people or for collectors.
    private var told: @Sendable (String?) -> any Progress {
        if case .json = progress { return { [json = progress.start()] _ in NotedRounds(json) } }
        if configuration.logFormat == .json { return { [logger] in LogProgress(logger, of: $0) } }
        let isOnly = configuration.repositories.count == 1 && configuration.repositories.first?.environments.count == 1
        return { [level] environment in
            TextProgress(
                isOnly ? nil : environment, least: level, write: { Terminal.error($0) },
                now: { Date().timeIntervalSince1970 })
        }
    }
}

extension ControllerConfiguration {
    /// The longest that one question to any of the servers may take.
    fileprivate var gitTimeout: Duration { repositories.map(\.git.timeout).max() ?? .zero }

    /// Which accounts and roles are believed in.
    var trust: TrustPolicy { TrustPolicy(accounts: allowedAccounts, roles: allowedRoles) }

    /// The repositories with their clones, one for each URL. Throws `GitError`.
    func watched(_ metrics: ControllerMetrics) throws -> [WatchedRepository] {
        var clones: [String: RemoteClone] = [:]
        return try repositories.map { repository in
            let url = RepositoryOpening.absolute(repository.url)
            let key = "\(url) \(repository.git)"
            let clone = try clones[key] ?? repository.clone(of: url, below: cacheDirectory, metrics)
            clones[key] = clone
            return WatchedRepository(
                clone, url: clone.url, reference: repository.reference, environments: repository.environments,
                name: repository.name)
        }
    }
}

extension ControllerConfiguration.Repository {
    fileprivate func clone(of url: String, below cache: String?, _ metrics: ControllerMetrics) throws -> RemoteClone {
        try RemoteClone(
            try git.access(to: url), cacheDirectory: RepositoryOpening.cacheDirectory(for: url, below: cache),
            transport: git.transport, now: { Wall.now }, observing: metrics.asked)
    }
}
