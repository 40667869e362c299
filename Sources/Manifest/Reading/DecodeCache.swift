internal import Synchronization

/// Checked files of earlier reads by path and content, so that a commit costs what it changes. Share one between the
/// reads of one reader's environment; a cache is forgotten when the environment's own file says something else.
public final class DecodeCache: Sendable {
    private struct State: Sendable {
        var environment: Environment?
        var files: [String: (blob: String, file: CheckedFile)] = [:]
    }

    private let state = Mutex(State())

    /// Nothing is known.
    public init() {}

    /// All files kept for `environment`.
    func files(for environment: Environment) -> [String: (blob: String, file: CheckedFile)] {
        state.withLock { $0.environment == environment ? $0.files : [:] }
    }

    /// Keeps `files` instead of what was kept.
    func keep(_ files: [String: (blob: String, file: CheckedFile)], for environment: Environment) {
        state.withLock { $0 = State(environment: environment, files: files) }
    }
}
