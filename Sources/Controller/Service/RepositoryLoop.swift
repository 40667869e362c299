import Logging
import Reconciler

/// Looks after the environments of one repository: those that were asked for, or all, as commits bring and take them.
struct RepositoryLoop: Sendable {
    let repository: WatchedRepository
    let parts: ControllerParts
    /// True when no other repository is watched.
    let isOnly: Bool
    let clock: any Clock<Duration>
    /// The hints of each environment, for whoever posts them.
    let hints: HintDirectory
    let running = RunningLoops()
    let silence = SilenceWatch()

    /// Between two questions while no environment's loop asks Git.
    private static let interval = Duration.seconds(60)

    init(
        _ repository: WatchedRepository, _ parts: ControllerParts, isOnly: Bool, hints: HintDirectory,
        clock: any Clock<Duration>
    ) {
        self.repository = repository
        self.parts = parts
        self.isOnly = isOnly
        self.hints = hints
        self.clock = clock
    }

    /// Loops until `stop`. Throws what is final for the only environment that was asked for.
    func run(until stop: StopFlag) async throws {
        // What was not asked yet is not ready.
        note { _ in }
        try await withThrowingTaskGroup(of: Void.self) { group in
            if repository.environments.isEmpty {
                try await follow(until: stop, &group)
            } else {
                note { $0.isListed = true }
                for name in repository.environments { await start(name, stop, &group) }
                group.addTask { await beat(until: stop) }
            }
            do {
                // The first error ends the others' wait; `waitForAll` would not.
                while try await group.next() != nil {}
            } catch {
                running.stopAll()
                throw error
            }
        }
    }

    private func beat(until stop: StopFlag) async {
        while !stop.isSet, !Task.isCancelled {
            tellContact()
            await stop.wait(.seconds(1), on: clock)
        }
    }

    private func follow(until stop: StopFlag, _ group: inout ThrowingTaskGroup<Void, any Error>) async throws {
        let roster = EnvironmentRoster(repository)
        var known: EnvironmentNames?
        var sinceAsked = Self.interval
        while !stop.isSet, !Task.isCancelled {
            do {
                let isAlone = running.isEmpty && sinceAsked >= Self.interval
                if isAlone { sinceAsked = .zero }
                let found = isAlone ? try await roster.ask() : try roster.news(since: known?.commit)
                if let list = found?.following(known) {
                    if list != known { tell(list, after: known) }
                    note { ($0.isListed, $0.problem) = (true, list.problem) }
                    known = list
                }
                // One that left and came back is started once its old loop has ended.
                for name in known?.names ?? [] { await start(name, stop, &group) }
            } catch {
                await tell(error)
            }
            tellContact()
            await stop.wait(.milliseconds(500), on: clock)
            sinceAsked += .milliseconds(500)
        }
    }

    /// What is broken, and what has left, which is looked after no longer.
    private func tell(_ list: EnvironmentNames, after known: EnvironmentNames?) {
        for (name, problem) in list.broken.sorted(by: { $0.key < $1.key }) where known?.broken[name] != problem {
            parts.logger.error("\(problem)", metadata: metadata(name, list))
        }
        for name in running.names where !list.has(name) {
            parts.logger.notice(
                "the environment has left the branch: it is no longer looked after, and what it made stays",
                metadata: metadata(name, list))
            running.stop(name)
        }
    }

    private func metadata(_ name: String, _ list: EnvironmentNames) -> Logger.Metadata {
        ["environment": "\(repository.prefix + name)", "commit": "\(list.commit)"]
    }

    private func tell(_ error: any Error) async {
        let text = "\(error)"
        if parts.health.repository(repository.id)?.problem != text {
            parts.logger.error("\(text)", metadata: about)
        }
        note { $0.problem = text }
    }

    /// Starts an environment's loop, unless it runs.
    private func start(_ name: String, _ stop: StopFlag, _ group: inout ThrowingTaskGroup<Void, any Error>) async {
        guard let own = running.start(name, below: stop) else { return }
        let isSole = isOnly && repository.environments == [name]
        let label = repository.prefix + name
        parts.health.note(label, of: repository.id) { _ in }
        let loop = EnvironmentLoop(
            name: name, repository: repository, parts: parts, hints: await hints.hints(of: label, in: repository.url),
            isSole: isSole, clock: clock)
        group.addTask {
            defer { ended(name, label) }
            try await loop.run(until: own)
        }
    }

    private func ended(_ name: String, _ label: String) {
        // Last, because the next loop of this name may begin once it is said.
        defer { running.end(name) }
        parts.health.forget(label, of: repository.id)
        parts.metrics.forget(label)
    }
}
