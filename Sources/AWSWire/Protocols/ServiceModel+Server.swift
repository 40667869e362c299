public import Model

extension ServiceModel {
    /// What a request asks for, members in lower camel case; the server's side of `encode`.
    ///
    /// Throws `WireError` when the operation is unknown or the request cannot be read.
    public func decode(_ request: WireRequest) throws(WireError) -> (operation: OperationModel, input: Value) {
        let incoming = try codec.incoming(request)
        guard let operation = operation(incoming.operation) else { throw .unknownOperation(incoming.operation) }
        return (operation, try incoming.input(operation.input))
    }

    /// The reply that carries `output`.
    public func encodeReply(_ operation: OperationModel, _ output: Value, requestID: String) -> WireReply {
        codec.success(operation, output, requestID: requestID)
    }

    /// The reply that carries an error under its code on the wire.
    ///
    /// Without `status` it is the one that AWS's model declares for the code, else 400.
    public func encodeError(code: String, message: String, status: Int? = nil, requestID: String) -> WireReply {
        let declared = errors.first { $0.code == code || $0.shape == code }
        let fault = Fault(code: declared?.code ?? code, message: message, requestID: requestID)
        return codec.failure(fault, status: status ?? declared?.status ?? 400)
    }
}
