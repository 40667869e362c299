/// Asked before each HTTP request of a write, as late as that can be: retries, waits for a connection and a process that
/// was stopped in between are behind it.
public struct WriteFence: Sendable {
    /// Whether a request may go out now.
    public enum Verdict: Sendable, Hashable {
        /// It may, and has to end within so much time; nil for no bound.
        case open(within: Duration?)
        /// It may not, for this reason.
        case closed(String)
    }

    /// How it stands now.
    public let verdict: @Sendable () -> Verdict

    /// A fence that is as `verdict` says each time.
    public init(_ verdict: @escaping @Sendable () -> Verdict) { self.verdict = verdict }

    /// The code of the error that a call fails with when its request may not go out.
    public static let code = "WriteFenced"
}

extension AWSClient {
    /// The same client, whose writes go out only while `fence` lets them; nil for no fence. Reads are not asked about.
    public func fenced(by fence: WriteFence?) -> AWSClient {
        var client = self
        client.pipeline.fence = fence
        return client
    }
}
