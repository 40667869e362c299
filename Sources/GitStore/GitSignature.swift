/// A commit's or a tag's signature and what it is over.
public struct GitSignature: Hashable, Sendable {
    /// The text armor, as it stands in a commit's header or at a tag's end.
    public let signature: [UInt8]
    /// The object without it.
    public let payload: [UInt8]

    /// A signature over a payload.
    public init(signature: [UInt8], payload: [UInt8]) {
        self.signature = signature
        self.payload = payload
    }

    private static let header = Array("gpgsig ".utf8)
    /// The signature in a repository of SHA-256 names, which Git leaves out of what is signed too.
    private static let otherHeader = Array("gpgsig-sha256 ".utf8)

    /// Reads a commit object; nil when its header holds no signature, or more than one.
    ///
    /// Made here as libgit2's own function looks for the signature in the message as well, and stops at a zero byte.
    init?(commit object: [UInt8]) {
        var (signature, payload, found): ([UInt8], [UInt8], Int) = ([], [], 0)
        var (inside, inOther) = (false, false)
        var rest = object[...]
        while let end = rest.firstIndex(of: Self.newline), end != rest.startIndex {
            let line = rest[...end]
            rest = rest[(end + 1)...]
            let goesOn = line.first == UInt8(ascii: " ")
            inside = goesOn ? inside : line.starts(with: Self.header)
            inOther = goesOn ? inOther : line.starts(with: Self.otherHeader)
            if inside { signature += line.dropFirst(goesOn ? 1 : Self.header.count) }
            if !inside, !inOther { payload += line }
            if inside, !goesOn { found += 1 }
        }
        guard found == 1 else { return nil }
        (self.signature, self.payload) = (signature, payload + rest)
    }

    private static let openings = ["-----BEGIN SSH SIGNATURE-----", "-----BEGIN PGP SIGNATURE-----"].map {
        Array($0.utf8)
    }

    /// Reads a tag object, whose signature is its end, from the last line that opens one; nil when none does.
    init?(tag object: [UInt8]) {
        var (start, opening): (Int?, Int) = (0, -1)
        while let line = start {
            if Self.openings.contains(where: { object[line...].starts(with: $0) }) { opening = line }
            start = object[line...].firstIndex(of: Self.newline).map { $0 + 1 }
        }
        guard opening >= 0 else { return nil }
        (signature, payload) = (Array(object[opening...]), Array(object[..<opening]))
    }

    private static let newline = UInt8(ascii: "\n")
}
