public import Model

/// Answers of reads that are immutable or change slowly (DESIGN section 2, freshness); shared by the turns of a process.
public actor ObservationCache {
    /// How long an answer may be used.
    public enum Freshness: Sendable {
        /// A task definition revision, a launch template version: for ever.
        case immutable
        /// Attributes and tags: until our own write, a hint, or an hour.
        case slow
    }

    private struct Entry {
        let value: Value
        let at: ContinuousClock.Instant
        let freshness: Freshness
        let owner: ResourceID?
    }

    private static let slowLifetime = Duration.seconds(3600)
    private var entries: [AWSCall: Entry] = [:]
    private let now: @Sendable () -> ContinuousClock.Instant

    /// An empty cache; `now` is the clock it ages by.
    public init(now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) { self.now = now }

    /// The answer to `call`, from the cache or from `aws`; `owner` is the resource whose writes make it stale. A
    /// kept answer that `isWhole` denies is asked for again: what it lacks may have come.
    public func send(
        _ call: AWSCall, _ freshness: Freshness, of owner: ResourceID?, through aws: any AWSSender,
        reusingIf isWhole: @Sendable (Value) -> Bool = { _ in true }
    ) async throws -> Value {
        if let entry = entries[call], isFresh(entry), isWhole(entry.value) { return entry.value }
        let value = try await aws.sendAll(call)
        entries[call] = Entry(value: value, at: now(), freshness: freshness, owner: owner)
        return value
    }

    /// The answer to `call` that is still fresh; for reads that are asked in batches and kept one by one.
    public func answer(to call: AWSCall) -> Value? { entries[call].flatMap { isFresh($0) ? $0.value : nil } }

    /// Keeps `value` as the answer to `call`, which was asked as part of a batch.
    public func keep(_ value: Value, as call: AWSCall, _ freshness: Freshness, of owner: ResourceID?) {
        entries[call] = Entry(value: value, at: now(), freshness: freshness, owner: owner)
    }

    /// Forgets what was read of `resource`: it was written to, or a hint says that it changed.
    public func forget(_ resource: ResourceID) { entries = entries.filter { $0.value.owner != resource } }

    /// Forgets every answer to a call that names one of `texts`: what is deleted, by us or by others, is not for ever as it was
    /// read.
    public func forget(naming texts: Set<String>) {
        entries = entries.filter { entry in
            !(entry.key.input.object ?? [:]).values.contains { $0.string.map(texts.contains) ?? false }
        }
    }

    private func isFresh(_ entry: Entry) -> Bool {
        switch entry.freshness {
        case .immutable: true
        case .slow: now() - entry.at < Self.slowLifetime
        }
    }
}
