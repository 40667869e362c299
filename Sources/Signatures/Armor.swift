import FoundationEssentials

/// Text armor: base64 between a BEGIN and an END line, in OpenPGP with headers above it and a checksum below.
struct Armor {
    /// What the blocks hold, in order.
    let blocks: [[UInt8]]
    /// Whether there is anything but blocks and empty lines.
    let hasOtherText: Bool

    /// The blocks of that label in `text`. Throws when one is not closed or not base64.
    init(_ text: [UInt8], label: String) throws(SignatureProblem) {
        let (begin, end) = ("-----BEGIN \(label)-----", "-----END \(label)-----")
        var (blocks, body, isOpen, hasOtherText): ([[UInt8]], [Substring], Bool, Bool) = ([], [], false, false)
        let lines = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline)
        for line in lines.map(Self.trimmed) {
            switch (line, isOpen) {
            case (begin[...], false): (body, isOpen) = ([], true)
            case (end[...], true):
                blocks.append(try Self.decoded(body))
                isOpen = false
            case (_, true): body.append(line)
            case (_, false): hasOtherText = hasOtherText || !line.isEmpty
            }
        }
        guard !isOpen else { throw .malformed("its armor has no \(end)") }
        self.blocks = blocks
        self.hasOtherText = hasOtherText
    }

    private static func trimmed(_ line: Substring) -> Substring {
        var line = line
        while line.last?.isWhitespace == true { line.removeLast() }
        return line
    }

    /// Headers hold a colon, which base64 never does; the checksum says nothing that a signature does not say better.
    private static func decoded(_ lines: [Substring]) throws(SignatureProblem) -> [UInt8] {
        var data = lines.drop { $0.contains(":") || $0.isEmpty }
        if let last = data.last, last.hasPrefix("="), last.count == 5 { data.removeLast() }
        guard !data.isEmpty, let bytes = Data(base64Encoded: data.joined()) else {
            throw .malformed("its armor holds no base64")
        }
        return Array(bytes)
    }
}
