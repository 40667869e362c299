public import AWSWire

/// One AWS service as the embedded AWS serves it.
public struct LocalService: Sendable {
    /// A published request rate (aws-facts 7.1, 7.2): one bucket per account and Region for these operations.
    public struct Bucket: Sendable {
        /// What it is called in notes.
        public let name: String
        /// Its operations.
        public let operations: Set<String>
        /// True for one that only unfiltered, unpaged requests take from (aws-facts 7.2).
        public let isForWholeReads: Bool
        /// Requests at once.
        public let burst: Int
        /// Requests that come back each second, in thousandths.
        public let refillPerSecond: Int

        /// A bucket; `refill` in requests a second, in thousandths.
        public init(
            _ name: String, burst: Int, refillPerMille refill: Int, isForWholeReads: Bool = false,
            _ operations: Set<String>
        ) {
            self.name = name
            self.isForWholeReads = isForWholeReads
            self.burst = burst
            refillPerSecond = refill
            self.operations = operations
        }
    }

    /// AWS's model.
    public let model: ServiceModel
    /// What it does, by operation.
    public let operations: [String: LocalOperation]
    /// How often; operations that no bucket names are not limited.
    public let buckets: [Bucket]
    /// The code, the text and the status of a throttled request (aws-facts 7.3).
    public let throttle: (code: String, message: String, status: Int)

    /// A service.
    public init(
        _ model: ServiceModel, throttle: (code: String, message: String, status: Int), buckets: [Bucket] = [],
        _ operations: [LocalOperation]
    ) {
        self.model = model
        self.throttle = throttle
        self.buckets = buckets
        self.operations = Dictionary(operations.map { ($0.name, $0) }) { _, last in last }
    }
}
