/// What AWS says of a resource. Absent is knowledge, unknown is not: nothing is created or deleted on an unknown.
public enum Observation: Sendable {
    case absent
    case live(Live)
    /// The reason, for a person.
    case unknown(String)

    /// What is there, when it is known to be there.
    public var live: Live? { if case .live(let live) = self { live } else { nil } }

    /// Not absent yet and not to be had any more: AWS is taking it away, `how` says how far that is.
    public static func departing(_ how: String) -> Observation { .unknown(departure + how) }

    /// True when AWS is taking it away.
    public var isDeparting: Bool { if case .unknown(let why) = self { why.hasPrefix(Self.departure) } else { false } }

    /// True when it is known not to be there.
    public var isAbsent: Bool { if case .absent = self { true } else { false } }

    private static let departure = "is being deleted: "
}

/// A resource as AWS has it.
public struct Live: Sendable {
    /// In the specification's shape, so that the difference a user sees is the difference that decides.
    public var spec: Value
    /// What others may refer to: `arn`, `id`, `name`, …
    public var outputs: [String: Value]
    /// Its AWS tags; nil when AWS gives the thing no tags, or they were not read.
    public var tags: [String: String]?
    /// AWS's own reply where health needs more than the spec's members.
    public var detail: Value

    /// A live resource.
    public init(
        spec: Value, outputs: [String: Value] = [:], tags: [String: String]? = nil, detail: Value = .emptyObject
    ) {
        self.spec = spec
        self.outputs = outputs
        self.tags = tags
        self.detail = detail
    }
}
