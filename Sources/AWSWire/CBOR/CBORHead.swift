/// The first byte of a CBOR data item: what it is, and how long or which.
struct CBORHead {
    /// RFC 8949's major types, in their order.
    enum Kind: UInt8 {
        case unsigned, negative, data, text, list, map, tag, simple
    }

    let kind: Kind
    /// The lower five bits: a small number, or how the number is written that follows.
    let detail: UInt8

    init(_ byte: UInt8) {
        // Three bits have eight values, and there are eight kinds.
        kind = Kind(rawValue: byte >> 5) ?? .simple
        detail = byte & 0x1F
    }

    init(_ kind: Kind, _ detail: UInt8) {
        self.kind = kind
        self.detail = detail
    }

    var byte: UInt8 { kind.rawValue << 5 | detail }

    /// True when the end is marked instead of counted.
    var isOpen: Bool { detail == 31 }
}
