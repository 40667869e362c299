/// What AWS said instead of a reply, or that it said nothing.
public struct AWSError: Error, Sendable, Hashable, CustomStringConvertible {
    /// `AWSCall.service`.
    public let service: String
    /// AWS's operation name.
    public let operation: String
    /// The code on the wire without namespace, `TargetGroupNotFound`; our own for what never reached AWS.
    public let code: String
    /// AWS's text; may echo values of the request until the caller has masked them.
    public let message: String
    /// The HTTP status; nil when no answer came.
    public let status: Int?
    /// What AWS's support asks for; nil when the reply named none.
    public let requestID: String?
    /// What can be done about it.
    public let disposition: Disposition

    /// An answer of AWS; the disposition follows from code, status and message.
    public init(
        service: String, operation: String, code: String, message: String, status: Int, requestID: String? = nil
    ) {
        self.init(
            service: service, operation: operation, code: code, message: message, status: status,
            requestID: requestID,
            disposition: Disposition(
                service: service, operation: operation, code: code, message: message, status: status))
    }

    /// A failure without an answer: `.lost` when the request may have reached AWS, `.transient` when it surely did not.
    public init(
        service: String, operation: String, code: String, message: String, disposition: Disposition
    ) {
        self.init(
            service: service, operation: operation, code: code, message: message, status: nil, requestID: nil,
            disposition: disposition)
    }

    private init(
        service: String, operation: String, code: String, message: String, status: Int?, requestID: String?,
        disposition: Disposition
    ) {
        self.service = service
        self.operation = operation
        self.code = code
        self.message = message
        self.status = status
        self.requestID = requestID
        self.disposition = disposition
    }

    /// The same error with each of `secrets` taken out of its text; empty ones are passed over.
    public func masking(_ secrets: [String]) -> AWSError {
        // Longest first, so that a secret inside another one leaves no rest.
        let text = secrets.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
            .reduce(message) { $0.replacing($1, with: "(masked)") }
        return AWSError(
            service: service, operation: operation, code: code, message: text, status: status, requestID: requestID,
            disposition: disposition)
    }

    /// True when what was asked for is not there.
    public var isNotFound: Bool { NotFound.contains(self) }

    /// True when AWS may have done what was asked although it did not say so.
    public var mayHaveActed: Bool {
        switch disposition {
        case .lost: true
        case .transient: (status ?? 0) >= 500 && code != "ResourceContention"
        default: false
        }
    }

    /// `ecs CreateService: ClientException: text (request 8f…)`.
    public var description: String {
        let text = message.isEmpty ? code : "\(code): \(message)"
        return "\(service) \(operation): \(text)" + (requestID.map { " (request \($0))" } ?? "")
    }
}
