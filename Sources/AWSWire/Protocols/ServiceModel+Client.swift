public import Model

extension ServiceModel {
    /// The request that carries `call`.
    ///
    /// Throws `WireError` when the service has no such operation or the input still holds references.
    public func encode(_ call: AWSCall) throws(WireError) -> WireRequest {
        guard let operation = operation(call.operation) else { throw .unknownOperation(call.operation) }
        return try encode(operation, call.input)
    }

    /// The request that carries `input`; nothing is filled in.
    ///
    /// Throws `WireError` when the input still holds references.
    public func encode(_ operation: OperationModel, _ input: Value) throws(WireError) -> WireRequest {
        if let missing = input.references.min(by: { $0.resource < $1.resource }) { throw .unresolved(missing) }
        return codec.request(operation, input)
    }

    /// The value of a reply, members in lower camel case; what AWS's model lacks is kept.
    ///
    /// Throws `AWSError` when AWS refused, or when its reply cannot be read.
    public func decode(_ operation: OperationModel, _ reply: WireReply) throws(AWSError) -> Value {
        guard 200..<300 ~= reply.status else { throw fault(operation, reply) }
        do {
            return try codec.reply(operation, reply.body)
        } catch {
            // AWS has acted, but we cannot know what came of it.
            throw AWSError(
                service: name, operation: operation.name, code: "MalformedReply", message: "\(error)",
                disposition: operation.isRead ? .transient : .lost)
        }
    }

    private func fault(_ operation: OperationModel, _ reply: WireReply) -> AWSError {
        let fault = codec.fault(reply)
        return AWSError(
            service: name, operation: operation.name,
            code: fault.code.flatMap { $0.isEmpty ? nil : $0 } ?? "HTTP\(reply.status)",
            message: fault.message, status: reply.status, requestID: fault.requestID)
    }
}
