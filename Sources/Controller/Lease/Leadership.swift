public import AWSClient
public import Reconciler

/// Who of several controllers may write for an environment.
public protocol Leadership: Sendable {
    /// Runs `body` each time, and as long as, this process is the one that writes for `environment`; returns once `isStopping`.
    ///
    /// `body` ends by itself soon after its term is over; it is cancelled where giving the lease back in time needs that,
    /// which throws `CancellationError`. Errors of `body` are thrown on; a lease store that does not answer is no error but
    /// no term.
    func lead(
        _ environment: String, until isStopping: @escaping @Sendable () -> Bool,
        _ body: @escaping @Sendable (Term) async throws -> Void
    ) async throws
}

/// A time in which this process writes for an environment.
public struct Term: Sendable {
    /// Counts the terms of an environment upwards; 0 without leases. Stands in status commits as `Neap-Epoch`.
    public let epoch: Int
    /// Closed once a write could end after the term.
    public let gate: WriteGate
    /// The same for each request of a write, asked as late as that can be: what `AWSClient.fenced` takes. Nil without leases.
    public let fence: WriteFence?
    /// True once the term has ended for good: lost, run out or handed over. `body` ends then.
    public let isOver: @Sendable () -> Bool

    /// The term `epoch`, in which writes pass `gate`.
    public init(
        epoch: Int, gate: WriteGate, fence: WriteFence? = nil, isOver: @escaping @Sendable () -> Bool = { false }
    ) {
        self.epoch = epoch
        self.gate = gate
        self.fence = fence
        self.isOver = isOver
    }
}

/// The only controller of its environments: always leads.
public struct SoleLeadership: Leadership {
    /// Leadership without leases.
    public init() {}

    public func lead(
        _ environment: String, until isStopping: @escaping @Sendable () -> Bool,
        _ body: @escaping @Sendable (Term) async throws -> Void
    ) async throws {
        try await body(Term(epoch: 0, gate: .open))
    }
}
