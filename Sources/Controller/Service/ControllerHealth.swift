import Reconciler
import Synchronization

/// What the loops of the process say of themselves, for `/healthz`, `/readyz` and the gauges.
public final class ControllerHealth: Sendable {
    private struct State {
        var repositories: [String: RepositoryHealth] = [:]
        var environments: [String: EnvironmentHealth] = [:]
        var isStopping = false
    }

    /// A round that takes longer is stuck: no deadline of Git's or AWS's is that long.
    static let longestRound = 1_800
    /// A repository's loop turns every half second, save while it asks Git, which has a deadline.
    static let longestBeat = 600

    private let state = Mutex(State())
    /// Seconds since 1970.
    let now: @Sendable () -> Int

    /// Nothing runs yet; `now` is in seconds since 1970.
    public init(now: @escaping @Sendable () -> Int) { self.now = now }

    var isStopping: Bool { state.withLock { $0.isStopping } }
    func stop() { state.withLock { $0.isStopping = true } }

    /// Every environment, by repository and name.
    public var environments: [EnvironmentHealth] {
        state.withLock { Array($0.environments.values) }.sorted {
            ($0.repository, $0.environment) < ($1.repository, $1.environment)
        }
    }

    var repositories: [RepositoryHealth] {
        state.withLock { Array($0.repositories.values) }.sorted { $0.url < $1.url }
    }

    func note(_ url: String, _ change: (inout RepositoryHealth) -> Void) {
        state.withLock { state in
            var health = state.repositories[url] ?? RepositoryHealth(url: url, beatAt: now())
            health.beatAt = now()
            change(&health)
            state.repositories[url] = health
        }
    }

    func note(_ environment: String, of url: String, _ change: (inout EnvironmentHealth) -> Void) {
        state.withLock { state in
            var health =
                state.environments["\(url) \(environment)"]
                ?? EnvironmentHealth(repository: url, environment: environment)
            change(&health)
            state.environments["\(url) \(environment)"] = health
        }
    }

    func forget(_ environment: String, of url: String) {
        _ = state.withLock { $0.environments.removeValue(forKey: "\(url) \(environment)") }
    }

    /// Loops that stand still, one line each; empty while the process lives.
    var stuck: [String] {
        let now = now()
        let repositories = repositories.filter { now - $0.beatAt > Self.longestBeat }.map {
            "the loop of \($0.url) stands still for \(now - $0.beatAt) s"
        }
        let rounds = environments.compactMap { health -> String? in
            guard let began = health.roundBeganAt, now - began > Self.longestRound else { return nil }
            return "the round of \(health.environment) has run for \(now - began) s"
        }
        return repositories + rounds
    }

    /// True when every environment had its first round, however that ended, and the process is not on its way out.
    var isReady: Bool {
        !isStopping && repositories.allSatisfy { $0.isListed || $0.problem != nil }
            && environments.allSatisfy(\.isReady)
    }
}
