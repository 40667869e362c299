/// What AWS's model says about one service: how it is spoken to, its operations and its shapes.
public struct ServiceModel: Sendable, CustomStringConvertible {
    /// The wire protocols that AWS's services of this project speak.
    public enum WireProtocol: Sendable, Hashable {
        /// JSON bodies; `version` is `1.0` or `1.1`, `targetPrefix` stands before the operation in `X-Amz-Target`.
        case json(version: String, targetPrefix: String)
        /// Forms in, XML out.
        case query
        /// EC2's own kind of query.
        case ec2
        /// CBOR bodies; the path names the service by `serviceName`, and the operation.
        case cbor(serviceName: String)
    }

    /// `AWSCall.service`.
    public let name: String
    /// AWS's service id, `Auto Scaling`.
    public let serviceID: String
    /// The first part of the host name.
    public let endpointPrefix: String
    /// The service's name in signatures.
    public let signingName: String
    /// How Neap's requests and their replies are written.
    public let wireProtocol: WireProtocol
    /// All protocols that AWS takes for this service, `wireProtocol` first.
    public let wireProtocols: [WireProtocol]
    /// True when the newer protocols' errors carry the query protocol's code as well, `x-amzn-query-error`.
    public let isQueryCompatible: Bool
    /// `Version` in forms.
    public let apiVersion: String
    /// The namespace of XML replies; nil for JSON.
    public let xmlNamespace: String?
    /// The service's shapes.
    public let shapes: ShapeTable

    /// A service whose shape table is `table`; nothing of the table is read before it is asked for.
    ///
    /// `others` are the protocols that AWS takes besides `protocol`.
    public init(
        name: String, serviceID: String, endpointPrefix: String, signingName: String, protocol: WireProtocol,
        others: [WireProtocol] = [], isQueryCompatible: Bool = false, apiVersion: String, xmlNamespace: String?,
        table: String
    ) {
        self.name = name
        self.serviceID = serviceID
        self.endpointPrefix = endpointPrefix
        self.signingName = signingName
        wireProtocol = `protocol`
        wireProtocols = [`protocol`] + others
        self.isQueryCompatible = isQueryCompatible
        self.apiVersion = apiVersion
        self.xmlNamespace = xmlNamespace
        shapes = ShapeTable(table)
    }

    /// Its name.
    public var description: String { name }

    /// What stands behind `AWS_ENDPOINT_URL_`, `AUTO_SCALING`.
    public var endpointVariable: String { serviceID.uppercased().replacing(" ", with: "_") }

    /// The operation of this name; nil when the model does not have it.
    public func operation(_ name: String) -> OperationModel? { shapes.operation(name) }

    /// The names of all operations, in order.
    public var operations: [String] { shapes.index.operations.keys.sorted() }

    /// The errors that AWS's model declares.
    public var errors: [ErrorModel] { shapes.index.errors.map { ErrorModel(TableLine($0)) } }
}

/// An error that AWS's model declares.
public struct ErrorModel: Sendable, Hashable {
    /// AWS's name of its shape.
    public let shape: String
    /// The code on the wire.
    public let code: String
    /// The HTTP status that it comes with.
    public let status: Int

    init(_ line: TableLine) {
        shape = String(line.word(1))
        code = String(line.word(2))
        status = Int(line.word(3)) ?? 400
    }
}
