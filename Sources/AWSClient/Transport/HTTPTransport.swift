public import AWSWire

/// Why there is no whole reply.
public enum TransportError: Error, Sendable, Equatable {
    /// No connection was made: the server surely saw nothing.
    case notSent(String)
    /// The connection ended before the whole reply was there: the server may have acted.
    case lost(String)
    /// The deadline passed after the request may have been sent.
    case timedOut(String)
    /// A fence did not let the request out: the server saw no whole request. The text says why.
    case fenced(String)
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

    /// The same for a request that has to pass `fence`, if there is one, as late as this transport can ask.
    ///
    /// Throws `TransportError.fenced` when it may not go out.
    func send(
        _ request: WireRequest, to endpoint: Endpoint, timeout: Duration, fence: WriteFence?
    ) async throws -> WireReply
}

extension HTTPTransport {
    /// Asks before the request is handed over.
    public func send(
        _ request: WireRequest, to endpoint: Endpoint, timeout: Duration, fence: WriteFence?
    ) async throws -> WireReply {
        try await send(request, to: endpoint, timeout: try fence?.bound(timeout) ?? timeout)
    }
}

extension WriteFence {
    /// How long a request may take that would have `timeout`. Throws `TransportError.fenced`.
    func bound(_ timeout: Duration) throws(TransportError) -> Duration {
        switch verdict() {
        case .closed(let reason): throw .fenced(reason)
        case .open(let within): min(timeout, within ?? timeout)
        }
    }
}
