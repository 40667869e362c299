internal import Synchronization

/// Files of earlier reads, checked and linked, by path and content, so that a commit costs what it changes. For one
/// reader and one environment; what is kept is forgotten when the environment's own file says something else.
public final class DecodeCache: Sendable {
    private let kept = Mutex<Kept?>(nil)

    /// Nothing is known.
    public init() {}

    /// What the last read of `environment` kept.
    func kept(for environment: Environment) -> Kept? {
        kept.withLock { $0?.linked.desired.environment == environment ? $0 : nil }
    }

    /// Keeps this read instead.
    func keep(_ read: Kept) { kept.withLock { $0 = read } }
}

/// What one read leaves to the next.
struct Kept: Sendable {
    let checked: [String: CheckedFile]
    let linked: Linked
}
