public import Model

/// AWS's error for a request that its model forbids.
public struct RequestRefusal: Error, Sendable, Hashable {
    /// The code on the wire, `ValidationException`.
    public let code: String
    /// AWS's text, without sensitive values.
    public let message: String
    /// The code where a service has another one for its older protocol; else the same.
    let queryCode: String

    init(_ code: String, _ message: String, queryCode: String? = nil) {
        self.code = code
        self.message = message
        self.queryCode = queryCode ?? code
    }
}

extension WireDialect {
    /// What this service says to a request with these violations; nil when it takes them.
    ///
    /// Members that the model lacks are passed over, except by EC2 (aws-facts 0).
    public func refusal(of violations: [Violation], in operation: OperationModel) -> RequestRefusal? {
        if wireProtocol == .ec2 { return violations.first.map { EC2Refusal.error($0, operation.input) } }
        let known = violations.filter { $0.rule != .known }
        if let odd = known.first(where: \.isOfType) { return unreadable(odd) }
        guard let first = known.first else { return nil }
        let text = ConstraintText.text(known)
        if model.name == "ecs" { return ECSRefusal.error(first, text, operation) }
        switch wireProtocol {
        case .json, .cbor: return RequestRefusal("ValidationException", text, queryCode: "ValidationError")
        case .query, .ec2: return RequestRefusal("ValidationError", text)
        }
    }

    /// The request's input, when the model allows it; what the service says otherwise.
    public func checked(_ input: Value, of operation: OperationModel) throws(RequestRefusal) -> Value {
        let found = RequestCheck.violations(of: input, against: operation.input, integers: integers)
        if let refusal = refusal(of: found, in: operation) { throw refusal }
        return input
    }

    /// CloudWatch Logs counts milliseconds in 64 bits; elsewhere whole numbers have 32.
    private var integers: ClosedRange<Int> {
        model.name == "logs" ? -(1 << 53)...(1 << 53) : Int(Int32.min)...Int(Int32.max)
    }

    /// The reply that carries `error`.
    public func encodeRefusal(_ error: RequestRefusal, requestID: String) -> WireReply {
        encodeError(
            code: error.code, queryCode: error.queryCode, message: error.message, status: 400, requestID: requestID)
    }

    /// A value of another type than the model's is no matter of constraints: it can not be read.
    private func unreadable(_ violation: Violation) -> RequestRefusal {
        let place = ConstraintText.place(violation.path)
        guard case .type(let noun) = violation.rule, wireProtocol == .query else {
            return RequestRefusal(
                "SerializationException", "\(place) can not be converted", queryCode: "MalformedInput")
        }
        return RequestRefusal("MalformedInput", "\(place) is not \(noun)")
    }
}

extension Violation {
    fileprivate var isOfType: Bool { if case .type = rule { true } else { false } }
}
