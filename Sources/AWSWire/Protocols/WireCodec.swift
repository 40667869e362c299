import Model

/// One wire protocol, in both directions.
protocol WireCodec: Sendable {
    /// The headers and the body that carry `input`.
    func request(_ operation: OperationModel, _ input: Value) -> WireRequest
    /// The value of a successful reply's body.
    func reply(_ operation: OperationModel, _ body: [UInt8]) throws -> Value
    /// What a failure's reply says.
    func fault(_ reply: WireReply) -> Fault
    /// The operation's name, and how its input is read once its shape is known.
    func incoming(_ request: WireRequest) throws(WireError) -> Incoming
    /// A successful reply.
    func success(_ operation: OperationModel, _ output: Value, requestID: String) -> WireReply
    /// A failure's reply.
    func failure(_ fault: Fault, status: Int) -> WireReply
}

/// What a failure's reply says.
struct Fault: Sendable, Hashable {
    /// Without namespace; nil when the reply named none.
    var code: String?
    var message: String
    var requestID: String?
    /// The query protocol's code, for the other protocols of a service that is compatible with it; nil otherwise.
    var queryCode: String?

    /// The body of the protocols that name the error's type; no message where there is nothing to say.
    var typed: Value {
        var body: Value = ["__type": .string(code ?? "InternalFailure")]
        if !message.isEmpty { body["message"] = .string(message) }
        return body
    }

    /// Without `namespace#` in front and `:url` behind.
    static func plain(_ code: String) -> String {
        let front = code.prefix { $0 != ":" }
        return String(front.split(separator: "#").last ?? front)
    }
}

/// A request on the server's side.
struct Incoming {
    let operation: String
    /// `Version` in forms; nil where there is none.
    var version: String?
    let input: (Shape) throws(WireError) -> Value
}

extension WireHeaders {
    /// What AWS's support asks for.
    var requestID: String? {
        ["x-amzn-requestid", "x-amzn-request-id", "x-amz-request-id"].lazy.compactMap { self[$0] }.first
    }

    /// The query protocol's code in `Code;Sender`; nil when there is none.
    var queryErrorCode: String? {
        self["x-amzn-query-error"]?.split(separator: ";").first.map(String.init)
    }

    mutating func addQueryError(_ fault: Fault, status: Int) {
        guard let code = fault.queryCode else { return }
        self["x-amzn-query-error"] = "\(code);\(status < 500 ? "Sender" : "Receiver")"
    }
}

extension ServiceModel {
    /// The codec of what Neap speaks.
    var codec: any WireCodec { codec(wireProtocol) }

    func codec(_ wireProtocol: WireProtocol) -> any WireCodec {
        switch wireProtocol {
        case .json(let version, let prefix):
            JSONCodec(version: version, targetPrefix: prefix, isQueryCompatible: isQueryCompatible)
        case .query: QueryCodec(apiVersion: apiVersion, namespace: xmlNamespace)
        case .ec2: EC2Codec(apiVersion: apiVersion, namespace: xmlNamespace)
        case .cbor(let name): CBORCodec(serviceName: name, isQueryCompatible: isQueryCompatible)
        }
    }
}
