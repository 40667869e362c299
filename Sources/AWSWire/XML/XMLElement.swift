/// An element of an XML reply; attributes, comments and processing instructions are dropped, prefixes cut off.
struct XMLElement: Sendable, Hashable {
    /// The name without its prefix.
    var name: String
    /// All character data directly inside, references resolved.
    var text = ""
    /// The elements directly inside, in order.
    var children: [XMLElement] = []

    /// The first child of this name.
    func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }
}

/// Why bytes are not XML that AWS would send.
struct XMLSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    let reason: String
    /// Which byte, counted from 0.
    let offset: Int
    var description: String { "invalid XML at byte \(offset): \(reason)" }
}
