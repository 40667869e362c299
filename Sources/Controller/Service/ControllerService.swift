public import ServiceLifecycle

/// The reconcilers of every repository that was asked for.
public struct ControllerService: Service {
    private let repositories: [WatchedRepository]
    private let parts: ControllerParts
    private let hints: HintDirectory
    private let clock: any Clock<Duration>

    /// Looks after `repositories`; whoever has news posts them to `hints`.
    public init(
        _ repositories: [WatchedRepository], _ parts: ControllerParts, hints: HintDirectory,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.repositories = repositories
        self.parts = parts
        self.hints = hints
        self.clock = clock
    }

    /// Runs until the process is asked to end: then nothing more is begun, what is under way ends, and status is written.
    public func run() async throws {
        let stop = StopFlag()
        try await withGracefulShutdownHandler {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for repository in repositories {
                    let loop = RepositoryLoop(
                        repository, parts, isOnly: repositories.count == 1, hints: hints, clock: clock)
                    group.addTask { try await loop.run(until: stop) }
                }
                do {
                    while try await group.next() != nil {}
                } catch {
                    stop.set()
                    throw error
                }
            }
        } onGracefulShutdown: { [parts] in
            stop.set()
            parts.health.stop()
        }
    }
}
