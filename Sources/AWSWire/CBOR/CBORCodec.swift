import Model

/// Smithy's RPC v2 over CBOR: the operation stands in the path.
///
/// Source: "Smithy RPC v2 CBOR protocol", smithy.io; checked against botocore's own cases.
struct CBORCodec: WireCodec {
    let serviceName: String
    let isQueryCompatible: Bool
    private static let contentType = "application/cbor"
    private static let protocolHeader = (name: "smithy-protocol", value: "rpc-v2-cbor")

    /// The service's and the operation's name in `/service/X/operation/Y`; nil for another path.
    static func names(_ path: String) -> (service: String, operation: String)? {
        let steps = (path.split(separator: "?", omittingEmptySubsequences: false).first ?? "").split(separator: "/")
            .suffix(4).map(String.init)
        guard steps.count == 4, steps[0] == "service", steps[2] == "operation" else { return nil }
        return (steps[1], steps[3])
    }

    func request(_ operation: OperationModel, _ input: Value) -> WireRequest {
        var headers: WireHeaders = ["Accept": Self.contentType]
        headers[Self.protocolHeader.name] = Self.protocolHeader.value
        if isQueryCompatible { headers["x-amzn-query-mode"] = "true" }
        // What takes nothing has no body, and no body has no type.
        let body = operation.takesNothing ? [] : Self.body(input, operation.input)
        if !operation.takesNothing { headers["Content-Type"] = Self.contentType }
        return WireRequest(
            path: "/service/\(serviceName)/operation/\(operation.name)", headers: headers, body: body)
    }

    func reply(_ operation: OperationModel, _ body: [UInt8]) throws -> Value {
        if body.isEmpty { return .emptyObject }
        var reader = CBORReader(body)
        return try reader.whole(WireShape(operation.output))
    }

    func fault(_ reply: WireReply) -> Fault {
        let body = Self.members(reply.body)
        return Fault(
            code: reply.headers.queryErrorCode ?? body["__type"]?.string.map(Fault.plain),
            message: (body["message"] ?? body["Message"])?.string ?? "", requestID: reply.headers.requestID)
    }

    /// A failure in front of the service may answer with a page or nothing; the status decides then.
    private static func members(_ body: [UInt8]) -> Value {
        var reader = CBORReader(body)
        do { return try reader.whole(.document) } catch { return .emptyObject }
    }

    func incoming(_ request: WireRequest) throws(WireError) -> Incoming {
        guard let names = Self.names(request.path), names.service == serviceName else {
            throw .malformed("no operation of \(serviceName) in the path")
        }
        return Incoming(operation: names.operation) { shape throws(WireError) in
            if request.body.isEmpty { return .emptyObject }
            var reader = CBORReader(request.body)
            do { return try reader.whole(WireShape(shape)) } catch { throw .malformed("\(error)") }
        }
    }

    func success(_ operation: OperationModel, _ output: Value, requestID: String) -> WireReply {
        Self.answer(200, operation.givesNothing ? [] : Self.body(output, operation.output), requestID)
    }

    func failure(_ fault: Fault, status: Int) -> WireReply {
        var reply = Self.answer(
            status, Self.body(fault.typed, Shape("Fault", .document)), fault.requestID ?? "")
        reply.headers.addQueryError(fault, status: status)
        return reply
    }

    private static func body(_ value: Value, _ shape: Shape) -> [UInt8] {
        var writer = CBORWriter()
        writer.write(value, shape)
        return writer.bytes
    }

    private static func answer(_ status: Int, _ body: [UInt8], _ requestID: String) -> WireReply {
        var headers: WireHeaders = ["x-amzn-RequestId": requestID]
        headers[protocolHeader.name] = protocolHeader.value
        if !body.isEmpty { headers["Content-Type"] = contentType }
        return WireReply(status: status, headers: headers, body: body)
    }
}
