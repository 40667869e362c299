import Model
import Planning

/// The bytes of a scalar in a YAML or JSON file.
struct ScalarSpan: Equatable {
    /// What stands around it.
    enum Style: Equatable { case plain, single, double }

    /// Quotes left out.
    let range: Range<Int>
    let style: Style

    /// The scalar that begins at `place` and says `text`.
    ///
    /// Throws `EditError.refused` for what can not be rewritten alone: anchors, aliases, tags, blocks of lines.
    init(at place: Place, saying text: String, in bytes: [UInt8]) throws(EditError) {
        guard let start = Self.offset(of: place, in: bytes), start < bytes.count else {
            throw .refused(place, "the file has changed meanwhile")
        }
        switch bytes[start] {
        case UInt8(ascii: "&"), UInt8(ascii: "*"):
            throw .refused(place, "the image stands under an anchor, which other places may name too; edit it by hand")
        case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "!"):
            throw .refused(place, "the image is no text on one line; edit it by hand")
        case UInt8(ascii: "\""): style = .double
        case UInt8(ascii: "'"): style = .single
        default: style = .plain
        }
        let first = style == .plain ? start : start + 1
        range = first..<min(bytes.count, first + text.utf8.count)
        let quote = style == .double ? UInt8(ascii: "\"") : UInt8(ascii: "'")
        let isClosed = style == .plain || (range.upperBound < bytes.count && bytes[range.upperBound] == quote)
        guard Array(bytes[range]) == Array(text.utf8), isClosed else {
            throw .refused(place, "the image is written with escapes, or over several lines; edit it by hand")
        }
    }

    /// The bytes with another text in place of `old`; quotes are added where YAML would read the new one as something
    /// else.
    static func rewritten(
        _ place: Place, from old: String, to new: String, in bytes: [UInt8]
    ) throws(EditError) -> [UInt8] {
        let span = try ScalarSpan(at: place, saying: old, in: bytes)
        let text = span.style == .plain ? YAMLScalar.block(.string(new)) : new
        return Array(bytes[..<span.range.lowerBound]) + Array(text.utf8) + bytes[span.range.upperBound...]
    }

    /// The byte at a place; columns count characters.
    static func offset(of place: Place, in bytes: [UInt8]) -> Int? {
        var (line, index) = (1, 0)
        while line < Int(place.line) {
            guard let end = bytes[index...].firstIndex(of: 0x0A) else { return nil }
            (line, index) = (line + 1, end + 1)
        }
        for _ in 1..<max(1, Int(place.column)) {
            index += 1
            while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
        }
        return index <= bytes.count ? index : nil
    }
}
