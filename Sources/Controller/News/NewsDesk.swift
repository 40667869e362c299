import Reconciler

/// Brings news to the environments that it is about: to those of this process, and, where controllers share environments, to
/// the other controllers, since only the one that leads an environment looks after it.
public struct NewsDesk: Sendable {
    private let sources: @Sendable () async -> [WatchedSource]
    private let relay: @Sendable (News) async -> Void

    /// A desk for `sources`, asked each time, that tells nobody else.
    public init(_ sources: @escaping @Sendable () async -> [WatchedSource]) {
        self.init(sources, relay: { _ in })
    }

    private init(
        _ sources: @escaping @Sendable () async -> [WatchedSource], relay: @escaping @Sendable (News) async -> Void
    ) {
        self.sources = sources
        self.relay = relay
    }

    /// The same, which tells other controllers by `relay`.
    public func relayed(_ relay: @escaping @Sendable (News) async -> Void) -> NewsDesk {
        NewsDesk(sources, relay: relay)
    }

    /// Wakes the environments of this process that the news is about, and tells the others; how many were woken here.
    @discardableResult
    func publish(_ news: News) async -> Int {
        let woken = await deliver(news)
        await relay(news)
        return woken
    }

    /// Wakes the environments of this process that the news is about; how many they are.
    @discardableResult
    public func deliver(_ news: News) async -> Int {
        let woken = await targets(of: news)
        for source in woken { await source.hints.post(news.hint) }
        return woken.count
    }

    private func targets(of news: News) async -> [WatchedSource] {
        let sources = await sources()
        // Whose they are is found out by each environment: it knows its own resources.
        guard case .pushed(let notice) = news else { return sources }
        let named = sources.filter { $0.isNamed(notice.repositories) }
        // A mirror has another name: where nobody knows the repository, everybody is woken.
        return (named.isEmpty ? sources : named).filter { source in notice.reference.map(source.reads) ?? true }
    }
}

extension News {
    fileprivate var hint: Hint {
        switch self {
        case .pushed: .source
        case .touched(let things): .things(things)
        }
    }
}
