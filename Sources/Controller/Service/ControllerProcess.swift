import Logging
import Reconciler
import ServiceLifecycle
public import UnixSignals

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The controller as a process: reconcilers, server and whatever else there is, until SIGTERM or SIGINT.
public struct ControllerProcess: Sendable {
    private let repositories: [WatchedRepository]
    private let parts: ControllerParts
    private let hints: HintDirectory
    private let version: String

    /// What is under way has this long to end by itself; then it is cancelled, which kills Git's children and drops calls.
    private static let patience = Duration.seconds(16)
    /// In seconds: what even cancelling does not end, the kernel does.
    private static let last: UInt32 = 19

    /// A process that looks after `repositories`.
    public init(_ repositories: [WatchedRepository], _ parts: ControllerParts, hints: HintDirectory, version: String) {
        self.repositories = repositories
        self.parts = parts
        self.hints = hints
        self.version = version
    }

    /// Runs until one of `signals`, or until something fails that nothing helps. Signals that came before are heeded.
    public func run(until signals: UnixSignalsSequence) async throws {
        var services: [any Service] = []
        if let address = parts.listen {
            services.append(
                ControllerServer(
                    address, health: parts.health, metrics: parts.metrics, version: version,
                    logger: parts.logger))
        }
        // They are asked to end from the last to the first: no write is begun any more while health is still served.
        services += parts.services
        services += [
            FreedMemory(clock: ContinuousClock()), ControllerService(repositories, parts, hints: hints),
            LastResort(seconds: Self.last),
        ]
        var quiet = parts.logger
        quiet.logLevel = .critical
        var members = services.map { ServiceGroupConfiguration.ServiceConfiguration(service: $0) }
        members.append(.init(service: Asked(signals: signals), successTerminationBehavior: .gracefullyShutdownGroup))
        var configuration = ServiceGroupConfiguration(services: members, logger: quiet)
        configuration.maximumGracefulShutdownDuration = Self.patience
        try await ServiceGroup(configuration: configuration).run()
    }
}

/// Ends, and the group with it, once the process is asked to end.
private struct Asked: Service {
    let signals: UnixSignalsSequence

    func run() async throws { for await _ in signals.cancelOnGracefulShutdown() { return } }
}

/// Ends the process by the kernel's alarm when ending takes too long.
private struct LastResort: Service {
    let seconds: UInt32

    func run() async throws {
        try await gracefulShutdown()
        alarm(seconds)
    }
}
