public import Model

extension ServiceModel {
    /// The protocol that a request to this service is written in, as path and headers say; nil when AWS does not take it.
    public func dialect(of request: WireRequest) -> WireDialect? {
        let form = WireForm(request)
        let found = wireProtocols.first { $0.form == form }
        guard case .json(let declared, let prefix) = found else { return found.map { WireDialect(self, $0) } }
        return WireDialect(self, .json(version: request.headers.jsonVersion ?? declared, targetPrefix: prefix))
    }

    /// The protocol that Neap speaks with this service.
    public var ownDialect: WireDialect { WireDialect(self, wireProtocol) }

    /// What a request in any of the service's protocols asks for; `WireDialect.decode`.
    ///
    /// Throws `WireError` when the operation is unknown or the request cannot be read.
    public func decode(_ request: WireRequest) throws(WireError) -> (operation: OperationModel, input: Value) {
        try (dialect(of: request) ?? ownDialect).decode(request)
    }

    /// The reply that carries `output` in the protocol that Neap speaks.
    public func encodeReply(_ operation: OperationModel, _ output: Value, requestID: String) -> WireReply {
        ownDialect.encodeReply(operation, output, requestID: requestID)
    }

    /// The reply that carries an error in the protocol that Neap speaks; `WireDialect.encodeError`.
    public func encodeError(code: String, message: String, status: Int? = nil, requestID: String) -> WireReply {
        ownDialect.encodeError(code: code, message: message, status: status, requestID: requestID)
    }
}

/// What tells protocols apart before the service is known.
enum WireForm: Hashable {
    case json, form, cbor

    init(_ request: WireRequest) {
        if CBORCodec.names(request.path) != nil {
            self = .cbor
        } else {
            self = request.headers["X-Amz-Target"] == nil ? .form : .json
        }
    }
}

extension ServiceModel.WireProtocol {
    var form: WireForm {
        switch self {
        case .json: .json
        case .query, .ec2: .form
        case .cbor: .cbor
        }
    }
}

extension WireHeaders {
    /// `1.0` or `1.1`, as the content type says; nil for another type.
    fileprivate var jsonVersion: String? {
        guard let type = self["Content-Type"]?.split(separator: ";").first else { return nil }
        return ["1.0", "1.1"].first { type == "application/x-amz-json-\($0)" }
    }
}
