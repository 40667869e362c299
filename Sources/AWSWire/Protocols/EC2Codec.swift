import Model

/// EC2's dialect of the query protocol.
struct EC2Codec: WireCodec {
    let apiVersion: String
    let namespace: String?

    func request(_ operation: OperationModel, _ input: Value) -> WireRequest {
        var form = FormWriter(dialect: .ec2, action: operation.name, apiVersion: apiVersion)
        form.write(input, operation.input)
        return form.request
    }

    func reply(_ operation: OperationModel, _ body: [UInt8]) throws -> Value {
        guard !body.isEmpty, let members = operation.output.members else { return .emptyObject }
        let root = try XMLReader.parse(body)
        let aside = members.byWireName("return") == nil ? ["requestId", "return"] : ["requestId"]
        return XMLValues.structure(root.children.filter { !aside.contains($0.name) }, members)
    }

    func fault(_ reply: WireReply) -> Fault { XMLFault.read(reply) }

    func incoming(_ request: WireRequest) throws(WireError) -> Incoming {
        try FormReader(request.body).incoming(.ec2)
    }

    func success(_ operation: OperationModel, _ output: Value, requestID: String) -> WireReply {
        let id = XMLElement(name: "requestId", text: requestID)
        let members = operation.output.members ?? Members([])
        let inner = XMLValues.children(output, members)
        // EC2 says true where it has nothing to say.
        let body = members.names.isEmpty ? [XMLElement(name: "return", text: "true")] : inner
        let root = XMLElement(name: "\(operation.name)Response", children: [id] + body)
        return .xml(root, namespace: namespace.map { $0 + "/" }, status: 200, requestID: requestID)
    }

    func failure(_ fault: Fault, status: Int) -> WireReply {
        let error = XMLElement(
            name: "Error",
            children: [
                XMLElement(name: "Code", text: fault.code ?? "InternalFailure"),
                XMLElement(name: "Message", text: fault.message),
            ])
        let id = XMLElement(name: "RequestID", text: fault.requestID ?? "")
        let root = XMLElement(name: "Response", children: [XMLElement(name: "Errors", children: [error]), id])
        return .xml(root, namespace: nil, status: status, requestID: fault.requestID ?? "")
    }
}
