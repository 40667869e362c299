import Logging
import Reconciler
import Synchronization

/// Looks after the environments of one repository: those that were asked for, or all, as commits bring and take them.
struct RepositoryLoop: Sendable {
    let repository: WatchedRepository
    let parts: ControllerParts
    /// True when no other repository is watched.
    let isOnly: Bool
    let clock: any Clock<Duration>
    /// The hints of each environment, for whoever posts them.
    let hints: HintDirectory
    private let running = RunningLoops()

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
        var known: EnvironmentRoster.List?
        var sinceAsked = Self.interval
        while !stop.isSet, !Task.isCancelled {
            do {
                let isAlone = running.isEmpty && sinceAsked >= Self.interval
                if isAlone { sinceAsked = .zero }
                if let list = isAlone ? try await roster.ask() : try roster.news(since: known?.commit), list != known {
                    await take(list, after: known, stop, &group)
                    known = list
                }
            } catch {
                await tell(error)
            }
            tellContact()
            await stop.wait(.milliseconds(500), on: clock)
            sinceAsked += .milliseconds(500)
        }
    }

    private func take(
        _ list: EnvironmentRoster.List, after known: EnvironmentRoster.List?, _ stop: StopFlag,
        _ group: inout ThrowingTaskGroup<Void, any Error>
    ) async {
        for name in list.broken.keys.sorted() where known?.broken[name] != list.broken[name] {
            parts.logger.error(
                "\(list.broken[name] ?? "")", metadata: ["environment": "\(name)", "commit": "\(list.commit)"])
        }
        for name in running.names where !list.names.contains(name) && list.broken[name] == nil {
            parts.logger.notice(
                "the environment has left the branch: it is no longer looked after, and what it made stays",
                metadata: ["environment": "\(repository.prefix + name)", "commit": "\(list.commit)"])
            running.stop(name)
        }
        for name in list.names { await start(name, stop, &group) }
        let problem = list.broken.keys.sorted().first.flatMap { list.broken[$0] }
        note { ($0.isListed, $0.problem) = (true, problem) }
    }

    private func tell(_ error: any Error) async {
        let text = "\(error)"
        let before = parts.health.repositories.first { $0.url == repository.url }?.problem
        if before != text { parts.logger.error("\(text)", metadata: ["repository": "\(repository.url)"]) }
        note { $0.problem = text }
    }

    /// Starts an environment's loop, unless it runs.
    private func start(_ name: String, _ stop: StopFlag, _ group: inout ThrowingTaskGroup<Void, any Error>) async {
        guard let own = running.start(name, below: stop) else { return }
        let isSole = isOnly && repository.environments == [name]
        let label = repository.prefix + name
        parts.health.note(label, of: repository.url) { _ in }
        let loop = EnvironmentLoop(
            name: name, repository: repository, parts: parts, hints: await hints.hints(of: label, in: repository.url),
            isSole: isSole, clock: clock)
        group.addTask {
            defer { ended(name, label) }
            try await loop.run(until: own)
        }
    }

    private func ended(_ name: String, _ label: String) {
        running.end(name)
        parts.health.forget(label, of: repository.url)
        parts.metrics.forget(label)
    }

    private func note(_ change: (inout RepositoryHealth) -> Void) { parts.health.note(repository.url, change) }

    /// Keeps how the server is, and says when it falls silent, again each hour, and when it is back.
    private func tellContact() {
        let now = parts.health.now()
        let contact = repository.clone.contact
        let before = parts.health.repositories.first { $0.url == repository.url }?.contact
        note { $0.contact = contact }
        let (old, new) = (before?.silence(at: now), contact.silence(at: now))
        if new == nil, old != nil {
            parts.logger.notice("Git's server answers again", metadata: ["repository": "\(repository.url)"])
        }
        guard let new, let problem = contact.problem else { return }
        guard running.shouldTell(hour: new / 3_600, isNew: old == nil) else { return }
        parts.logger.warning(
            "Git's server does not answer; what it last gave goes on to be enforced",
            metadata: ["repository": "\(repository.url)", "silent_seconds": "\(new)", "error": "\(problem)"])
    }
}
