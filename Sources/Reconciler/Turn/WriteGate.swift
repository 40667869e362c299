/// The one place that is asked before every write: shutdown, suspension, a newer commit, a lost lease.
public struct WriteGate: Sendable {
    private let reason: @Sendable () async -> String?

    /// A gate that is closed while `reason` gives a text.
    public init(_ reason: @escaping @Sendable () async -> String?) { self.reason = reason }

    /// A gate that is always open.
    public static let open = WriteGate { nil }

    /// Why nothing may be written now; nil when it may.
    public func closedBecause() async -> String? { await reason() }
}
