import Reconciler
import Synchronization

/// What the loops of the process say of themselves, for `/healthz`, `/readyz` and the gauges.
public final class ControllerHealth: Sendable {
    private struct EnvironmentKey: Hashable {
        let environment: String
        let source: RepositoryID
    }

    private struct State {
        var repositories: [RepositoryID: RepositoryHealth] = [:]
        var environments: [EnvironmentKey: EnvironmentHealth] = [:]
        var isStopping = false
    }

    /// A round of which nothing is heard for that many seconds is stuck. It may last longer: what AWS takes one at a time is
    /// written one at a time.
    private let longestSilence: Int
    /// A repository's loop turns every half second, save while it asks Git, which has a deadline.
    private let longestBeat: Int

    private let state = Mutex(State())
    /// Seconds since 1970.
    let now: @Sendable () -> Int

    /// Nothing runs yet; `gitTimeout` is the longest that one question to Git may take, `now` is in seconds since 1970.
    public init(gitTimeout: Duration = .seconds(120), now: @escaping @Sendable () -> Int) {
        let seconds = Int(gitTimeout.components.seconds)
        // A round fetches and pushes, and each of them may ask twice.
        (longestSilence, longestBeat) = (max(1_800, 5 * seconds), max(600, 2 * seconds))
        self.now = now
    }

    var isStopping: Bool { state.withLock { $0.isStopping } }
    func stop() { state.withLock { $0.isStopping = true } }

    /// Every environment, by repository and name.
    public var environments: [EnvironmentHealth] {
        state.withLock { Array($0.environments.values) }.sorted {
            ($0.source, $0.environment) < ($1.source, $1.environment)
        }
    }

    /// Every repository of the configuration.
    var repositories: [RepositoryHealth] {
        state.withLock { Array($0.repositories.values) }.sorted { $0.id < $1.id }
    }

    /// How the repository is; nil before its loop first turned.
    func repository(_ id: RepositoryID) -> RepositoryHealth? { state.withLock { $0.repositories[id] } }

    func note(_ id: RepositoryID, _ change: (inout RepositoryHealth) -> Void) {
        state.withLock { state in
            var health = state.repositories[id] ?? RepositoryHealth(id: id, beatAt: now())
            health.beatAt = now()
            change(&health)
            state.repositories[id] = health
        }
    }

    func note(_ environment: String, of source: RepositoryID, _ change: (inout EnvironmentHealth) -> Void) {
        let key = EnvironmentKey(environment: environment, source: source)
        state.withLock { state in
            var health = state.environments[key] ?? EnvironmentHealth(environment, of: source)
            change(&health)
            state.environments[key] = health
        }
    }

    /// How the environment is that logs call `name`; nil while nobody looks after it.
    func environment(_ name: String, of source: RepositoryID) -> EnvironmentHealth? {
        state.withLock { $0.environments[EnvironmentKey(environment: name, source: source)] }
    }

    /// What is known of every environment that logs call `name`.
    func noteAll(_ name: String, _ change: (inout EnvironmentHealth) -> Void) {
        state.withLock { state in
            for key in state.environments.keys where key.environment == name {
                if var health = state.environments[key] {
                    change(&health)
                    state.environments[key] = health
                }
            }
        }
    }

    func forget(_ environment: String, of source: RepositoryID) {
        let key = EnvironmentKey(environment: environment, source: source)
        _ = state.withLock { $0.environments.removeValue(forKey: key) }
    }

    /// Loops that stand still, one line each; empty while the process lives.
    var stuck: [String] {
        let now = now()
        let repositories = repositories.filter { now - $0.beatAt > longestBeat }.map {
            "the loop of \($0.id.url) \($0.id.reference) stands still for \(now - $0.beatAt) s"
        }
        let rounds = environments.compactMap { health -> String? in
            guard let moved = health.movedAt, now - moved > longestSilence else { return nil }
            return "nothing was heard of the round of \(health.environment) for \(now - moved) s"
        }
        return repositories + rounds
    }

    /// True when every environment had its first round, however that ended, and the process is not on its way out.
    var isReady: Bool {
        !isStopping && repositories.allSatisfy { $0.isListed || $0.problem != nil }
            && environments.allSatisfy(\.isReady)
    }
}
