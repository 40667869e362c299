extension WireDialect {
    /// The reply to a request that names no operation of the service, or that can not be read.
    ///
    /// Source: what AWS's front ends answer to made-up operations and to damaged bodies.
    public func encodeRefusal(_ error: WireError, of request: WireRequest, requestID: String) -> WireReply {
        switch error {
        case .unknownOperation(let name): unknownOperation(name, request, requestID)
        case .malformed, .unresolved: unreadable(request, requestID)
        }
    }

    private func unknownOperation(_ name: String, _ request: WireRequest, _ requestID: String) -> WireReply {
        switch wireProtocol {
        case .json, .cbor: encodeError(code: "UnknownOperationException", message: "", requestID: requestID)
        case .query:
            encodeError(
                code: "InvalidAction",
                message: "Could not find operation \(name) for version "
                    + (FormName(request)?.version ?? "NO_VERSION_SPECIFIED"), requestID: requestID)
        case .ec2:
            encodeError(
                code: "InvalidAction", message: "The action \(name) is not valid for this web service.",
                requestID: requestID)
        }
    }

    private func unreadable(_ request: WireRequest, _ requestID: String) -> WireReply {
        switch wireProtocol {
        case .json, .cbor: encodeError(code: "SerializationException", message: "", requestID: requestID)
        case .query, .ec2:
            lacksAction(request)
                ? encodeError(
                    code: "MissingAction", message: "The request must contain the parameter Action.",
                    requestID: requestID)
                : encodeError(
                    code: "MalformedQueryString", message: "The query string contains a syntax error.",
                    requestID: requestID)
        }
    }

    private func lacksAction(_ request: WireRequest) -> Bool {
        do { return try FormReader(request.body).root.children["Action"] == nil } catch { return false }
    }
}
