import Model

/// AWS's JSON protocols 1.0 and 1.1.
struct JSONCodec: WireCodec {
    let version: String
    let targetPrefix: String
    let isQueryCompatible: Bool

    private var contentType: String { "application/x-amz-json-\(version)" }

    func request(_ operation: OperationModel, _ input: Value) -> WireRequest {
        var headers: WireHeaders = [
            "Content-Type": contentType, "X-Amz-Target": "\(targetPrefix).\(operation.name)",
        ]
        if isQueryCompatible { headers["x-amzn-query-mode"] = "true" }
        return WireRequest(headers: headers, body: JSON.write(JSONNames.outgoing(input, operation.input)))
    }

    func reply(_ operation: OperationModel, _ body: [UInt8]) throws -> Value {
        if body.isEmpty { return .emptyObject }
        var reader = JSONReader(body)
        return try reader.whole(WireShape(operation.output))
    }

    func fault(_ reply: WireReply) -> Fault {
        let body = Self.members(reply.body)
        let type = reply.headers["x-amzn-errortype"] ?? Self.text(body, ["__type", "code", "Code"])
        return Fault(
            code: reply.headers.queryErrorCode ?? type.map(Fault.plain),
            message: Self.text(body, ["message", "Message", "errorMessage"]) ?? "", requestID: reply.headers.requestID)
    }

    /// A failure in front of the service may answer with a page or nothing; the status decides then.
    private static func members(_ body: [UInt8]) -> Value {
        do { return try JSON.parse(body) } catch { return .emptyObject }
    }

    private static func text(_ body: Value, _ keys: [String]) -> String? {
        keys.lazy.compactMap { body[$0]?.string }.first
    }

    func incoming(_ request: WireRequest) throws(WireError) -> Incoming {
        guard let target = request.headers["X-Amz-Target"], target.hasPrefix(targetPrefix + ".") else {
            throw .malformed("no operation of \(targetPrefix) in X-Amz-Target")
        }
        return Incoming(operation: String(target.dropFirst(targetPrefix.count + 1))) { shape throws(WireError) in
            var reader = JSONReader(request.body.isEmpty ? Array("{}".utf8) : request.body)
            do { return try reader.whole(WireShape(shape)) } catch { throw .malformed("\(error)") }
        }
    }

    func success(_ operation: OperationModel, _ output: Value, requestID: String) -> WireReply {
        WireReply(
            status: 200, headers: ["x-amzn-RequestId": requestID, "Content-Type": contentType],
            body: JSON.write(JSONNames.outgoing(output, operation.output)))
    }

    func failure(_ fault: Fault, status: Int) -> WireReply {
        var reply = WireReply(
            status: status, headers: ["x-amzn-RequestId": fault.requestID ?? "", "Content-Type": contentType],
            body: JSON.write(fault.typed))
        reply.headers.addQueryError(fault, status: status)
        return reply
    }
}
