import Model

/// AWS's query protocol: forms in, XML out.
struct QueryCodec: WireCodec {
    let apiVersion: String
    let namespace: String?

    func request(_ operation: OperationModel, _ input: Value) -> WireRequest {
        var form = FormWriter(dialect: .query, action: operation.name, apiVersion: apiVersion)
        form.write(input, operation.input)
        return form.request
    }

    func reply(_ operation: OperationModel, _ body: [UInt8]) throws -> Value {
        guard let wrapper = operation.resultWrapper, !body.isEmpty else { return .emptyObject }
        let root = try XMLReader.parse(body)
        let result = root.name == wrapper ? root : root.child(wrapper)
        return XMLValues.structure(result?.children ?? [], operation.output.members ?? Members([]))
    }

    func fault(_ reply: WireReply) -> Fault { XMLFault.read(reply) }

    func incoming(_ request: WireRequest) throws(WireError) -> Incoming {
        try FormReader(request.body).incoming(.query)
    }

    func success(_ operation: OperationModel, _ output: Value, requestID: String) -> WireReply {
        let members = operation.output.members ?? Members([])
        let id = XMLElement(name: "RequestId", text: requestID)
        let result = operation.resultWrapper.map {
            XMLElement(name: $0, children: XMLValues.children(output, members))
        }
        let metadata = XMLElement(name: "ResponseMetadata", children: [id])
        let root = XMLElement(name: "\(operation.name)Response", children: [result, metadata].compactMap { $0 })
        return .xml(root, namespace: namespace, status: 200, requestID: requestID)
    }

    func failure(_ fault: Fault, status: Int) -> WireReply {
        let error = XMLElement(
            name: "Error",
            children: [
                XMLElement(name: "Type", text: status < 500 ? "Sender" : "Receiver"),
                XMLElement(name: "Code", text: fault.code ?? "InternalFailure"),
                XMLElement(name: "Message", text: fault.message),
            ])
        let id = XMLElement(name: "RequestId", text: fault.requestID ?? "")
        let root = XMLElement(name: "ErrorResponse", children: [error, id])
        return .xml(root, namespace: namespace, status: status, requestID: fault.requestID ?? "")
    }
}

extension WireReply {
    static func xml(_ root: XMLElement, namespace: String?, status: Int, requestID: String) -> WireReply {
        var writer = XMLWriter()
        writer.write(root, namespace: namespace)
        return WireReply(
            status: status, headers: ["x-amzn-RequestId": requestID, "Content-Type": "text/xml"], body: writer.bytes)
    }
}

/// Failures in XML; the query protocol and EC2 differ only in what stands around the error.
enum XMLFault {
    static func read(_ reply: WireReply) -> Fault {
        let root = root(reply.body)
        let error = root.child("Error") ?? root.child("Errors")?.child("Error")
        let id = ["RequestId", "RequestID"].lazy.compactMap { root.child($0)?.text }.first
        return Fault(
            code: error?.child("Code").map { trimmed($0.text) }, message: error?.child("Message")?.text ?? "",
            requestID: id.map(trimmed) ?? reply.headers.requestID)
    }

    /// A failure in front of the service may answer with a page or nothing; the status decides then.
    private static func root(_ body: [UInt8]) -> XMLElement {
        do { return try XMLReader.parse(body) } catch { return XMLElement(name: "") }
    }

    private static func trimmed(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
