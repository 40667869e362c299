/// A commit's signature and what it is over.
public struct CommitSignature: Hashable, Sendable {
    /// The text armor as it stands in the commit's header.
    public let signature: [UInt8]
    /// The commit without that header.
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
    init?(object: [UInt8]) {
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

    private static let newline = UInt8(ascii: "\n")
}
