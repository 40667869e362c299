/// When a failed call is made again: AWS's standard mode with full jitter.
public struct RetryPolicy: Sendable {
    /// How often a call is made in all; 1...8.
    public var attempts: Int
    /// The same for writes that are safe to repeat; 1...8.
    public var repeatableWriteAttempts: Int
    /// No wait between two attempts is longer, whatever the jitter.
    public var maxDelay: Duration
    /// No `Retry-After` makes a wait longer.
    public var maxRetryAfter: Duration
    /// Gives numbers from 0 up to but not 1.
    public var random: @Sendable () -> Double
    /// Says whether a write may be made again although AWS may have done it already.
    public var isRepeatable: @Sendable (_ call: Repetition) -> Bool

    /// AWS's standard mode: three attempts, waits of `random × min(2^i, 20 s)`.
    public init(
        attempts: Int = 3, repeatableWriteAttempts: Int = 3, maxDelay: Duration = .seconds(20),
        maxRetryAfter: Duration = .seconds(60),
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        isRepeatable: @escaping @Sendable (_ call: Repetition) -> Bool = { $0.isSafe }
    ) {
        self.attempts = min(max(attempts, 1), 8)
        self.repeatableWriteAttempts = min(max(repeatableWriteAttempts, 1), 8)
        self.maxDelay = maxDelay
        self.maxRetryAfter = maxRetryAfter
        self.random = random
        self.isRepeatable = isRepeatable
    }

    /// The wait before retry number `retry`, which counts from 0. `after` is what `Retry-After` said.
    func delay(retry: Int, after: Duration?) -> Duration {
        let ceiling = min(Duration.seconds(1 << min(max(retry, 0), 20)), maxDelay)
        let jittered = ceiling * random()
        return max(jittered, min(after ?? .zero, maxRetryAfter))
    }
}
