/// A resource or a part of one inside an environment: `Service/api`, `Listener/demo-api/443`.
public struct ResourceID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The kind's name, `Service`.
    public let kind: String
    /// Unique per kind and environment; a part's name holds its owner's before a slash.
    public let name: String

    /// The resource `kind/name`.
    public init(_ kind: String, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// Reads `Kind/name`; nil without a slash.
    public init?(parsing text: String) {
        guard let slash = text.firstIndex(of: "/"), slash != text.startIndex else { return nil }
        self.init(String(text[..<slash]), String(text[text.index(after: slash)...]))
    }

    /// `Kind/name`.
    public var description: String { "\(kind)/\(name)" }

    public static func < (a: ResourceID, b: ResourceID) -> Bool { (a.kind, a.name) < (b.kind, b.name) }
}

/// A value that AWS gives out (an ARN, an id), known only once `resource` exists.
public struct Reference: Sendable, Hashable {
    /// What has to exist.
    public let resource: ResourceID
    /// Which of its outputs: `arn`, `id`, …
    public let output: String

    /// The output `output` of `resource`.
    public init(_ resource: ResourceID, _ output: String) {
        self.resource = resource
        self.output = output
    }
}
