public import Model

/// A service in one of its protocols: how the server's side reads a request, and how it answers that request.
public struct WireDialect: Sendable {
    /// The service.
    public let model: ServiceModel
    /// The protocol; in JSON with the version that the request had.
    public let wireProtocol: ServiceModel.WireProtocol

    /// `model` in `wireProtocol`, which should be one of its own.
    public init(_ model: ServiceModel, _ wireProtocol: ServiceModel.WireProtocol) {
        self.model = model
        self.wireProtocol = wireProtocol
    }

    var codec: any WireCodec { model.codec(wireProtocol) }

    /// What a request asks for, members in lower camel case; the server's side of `ServiceModel.encode`.
    ///
    /// Throws `WireError` when the operation is unknown or the request cannot be read.
    public func decode(_ request: WireRequest) throws(WireError) -> (operation: OperationModel, input: Value) {
        let incoming = try codec.incoming(try request.unpacked())
        guard let operation = model.operation(incoming.operation), isOfModel(incoming.version) else {
            throw .unknownOperation(incoming.operation)
        }
        return (operation, try incoming.input(operation.input))
    }

    /// Operations of the query protocol belong to a version; EC2 takes older ones as well.
    private func isOfModel(_ version: String?) -> Bool { wireProtocol != .query || version == model.apiVersion }

    /// The reply that carries `output`.
    public func encodeReply(_ operation: OperationModel, _ output: Value, requestID: String) -> WireReply {
        codec.success(operation, output, requestID: requestID)
    }

    /// The reply that carries an error under its code, or its shape's name, in AWS's model.
    ///
    /// Without `status` it is the one that the model declares, else 400.
    public func encodeError(code: String, message: String, status: Int? = nil, requestID: String) -> WireReply {
        let declared = model.errors.first { $0.code == code || $0.shape == code }
        let status = status ?? declared?.status ?? 400
        let queryCode = declared?.code ?? code
        return encodeError(
            code: declared.map { carriesBoth ? $0.shape : $0.code } ?? code, queryCode: queryCode, message: message,
            status: status, requestID: requestID)
    }

    /// The reply that carries an error which newer protocols name otherwise than the query protocol.
    func encodeError(
        code: String, queryCode: String, message: String, status: Int, requestID: String
    ) -> WireReply {
        let fault = Fault(
            code: code, message: message, requestID: requestID, queryCode: carriesBoth ? queryCode : nil)
        return codec.failure(fault, status: status)
    }

    /// True where errors have the model's name and, in a header, the query protocol's code.
    private var carriesBoth: Bool {
        switch wireProtocol {
        case .json, .cbor: model.isQueryCompatible
        case .query, .ec2: false
        }
    }
}
