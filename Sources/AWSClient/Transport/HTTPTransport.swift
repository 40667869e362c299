public import AWSWire

/// Why there is no whole reply.
public enum TransportError: Error, Sendable, Equatable {
    /// No connection was made: the server surely saw nothing.
    case notSent(String)
    /// The connection ended before the whole reply was there: the server may have acted.
    case lost(String)
    /// The deadline passed after the request may have been sent.
    case timedOut(String)
    /// The reply is larger than what is taken, in bytes.
    case tooLarge(limit: Int)
}

/// Sends HTTP requests. Redirects are replies like any other: credentials never follow them.
public protocol HTTPTransport: Sendable {
    /// Sends `request`, whose path is the whole one, to the endpoint's host; gives the whole reply, at the latest
    /// after `timeout`.
    ///
    /// Throws `TransportError`, and `CancellationError` when the task was cancelled.
    func send(_ request: WireRequest, to endpoint: Endpoint, timeout: Duration) async throws -> WireReply
}
