public import Model

/// The headers of a request or reply, in order; names are compared without case.
public struct WireHeaders: Sendable, Hashable, Sequence, ExpressibleByDictionaryLiteral {
    /// One header.
    public struct Field: Sendable, Hashable {
        /// As it is sent.
        public let name: String
        /// As it is sent.
        public let value: String
    }

    /// The headers in order.
    public private(set) var fields: [Field] = []

    /// No headers.
    public init() {}
    /// These headers in this order.
    public init(_ pairs: some Sequence<(String, String)>) { fields = pairs.map { Field(name: $0, value: $1) } }
    public init(dictionaryLiteral pairs: (String, String)...) { self.init(pairs) }

    /// The first header of this name; setting it replaces all of that name.
    public subscript(name: String) -> String? {
        get { fields.first { $0.name.isEqualIgnoringCase(name) }?.value }
        set {
            fields.removeAll { $0.name.isEqualIgnoringCase(name) }
            if let newValue { fields.append(Field(name: name, value: newValue)) }
        }
    }

    /// Adds a header behind the others.
    public mutating func append(_ name: String, _ value: String) { fields.append(Field(name: name, value: value)) }
    public func makeIterator() -> IndexingIterator<[Field]> { fields.makeIterator() }
}

/// A request as it goes over HTTP; host and signature are added when it is sent.
public struct WireRequest: Sendable, Hashable, CustomStringConvertible {
    /// `POST` in all protocols of this module.
    public var method: String
    /// The path with its query; `/` in all protocols but CBOR.
    public var path: String
    /// Without `Host` before it is sent, with it where it is received.
    public var headers: WireHeaders
    /// The exact bytes of the body.
    public var body: [UInt8]

    /// A request; a `POST` to `/` unless said otherwise.
    public init(method: String = "POST", path: String = "/", headers: WireHeaders = [:], body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
    }

    /// Method, path and size; headers and body may hold secrets.
    public var description: String { "\(method) \(path) (\(body.count) bytes)" }
}

/// A reply as it came over HTTP.
public struct WireReply: Sendable, Hashable, CustomStringConvertible {
    /// The HTTP status.
    public var status: Int
    /// As received.
    public var headers: WireHeaders
    /// The whole body.
    public var body: [UInt8]

    /// A reply.
    public init(status: Int, headers: WireHeaders = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Status and size; the body may hold secrets.
    public var description: String { "\(status) (\(body.count) bytes)" }
}

/// Why a value does not become a request, or a request no value.
public enum WireError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The service has no operation of this name.
    case unknownOperation(String)
    /// The input still refers to something that AWS has not given out.
    case unresolved(Reference)
    /// The request cannot be read.
    case malformed(String)

    /// One line without values of the request.
    public var description: String {
        switch self {
        case .unknownOperation(let name): "unknown operation \(name)"
        case .unresolved(let reference): "\(reference.resource) has no \(reference.output) yet"
        case .malformed(let reason): "malformed request: \(reason)"
        }
    }
}

extension String {
    func isEqualIgnoringCase(_ other: String) -> Bool {
        utf8.count == other.utf8.count && zip(utf8, other.utf8).allSatisfy { Self.lowered($0) == Self.lowered($1) }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }
}
