import GitStore
import Synchronization

/// What one environment last read of a repository behind a URL, for the time in which its server does not answer.
final class LastRead: Sendable {
    private struct State {
        var tip: CommitID?
        var isOffline = false
        /// The references beside the source that each pass needs.
        var companions: [String] = []
        /// Their tips, once, as they came with the source; nil when they have to be asked for.
        var tips: [String: CommitID]?
        var tags: [AnnotatedTag] = []
    }

    private let state = Mutex(State())

    /// The commit that the server last gave; nil when it gave none to this object.
    var tip: CommitID? { state.withLock { $0.tip } }
    /// True when the last read was answered from what was read before.
    var isOffline: Bool { state.withLock { $0.isOffline } }
    var companions: [String] { state.withLock { $0.companions } }
    /// The tags that the server last had.
    var tags: [AnnotatedTag] { state.withLock { $0.tags } }

    /// The server gave `tip`, and `tips` of the companions with it.
    func read(_ tip: CommitID, with tips: [String: CommitID]) {
        state.withLock { state in
            (state.tip, state.isOffline) = (tip, false)
            state.tips = state.companions.isEmpty ? nil : tips
        }
    }

    func missed() { state.withLock { $0.isOffline = true } }
    func read(_ tags: [AnnotatedTag]) { state.withLock { $0.tags = tags } }

    /// The tips of `names` where they came with the last read and nobody took them yet.
    func takeTips(of names: [String]) -> [String: CommitID]? {
        state.withLock { state in
            defer { (state.tips, state.companions) = (nil, names) }
            return state.companions == names ? state.tips : nil
        }
    }
}
