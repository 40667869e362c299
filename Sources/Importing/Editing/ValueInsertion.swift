import Model
import Planning

/// A value of a release that nobody has set so far, written into the mapping that is nearest to it.
struct ValueInsertion {
    /// The file that is written to, its new content, and where the value stands in it.
    let file: String
    let bytes: [UInt8]
    let place: Place

    /// `text` at `path` below a release's `spec`; nil when there is no mapping that it could be written into.
    init?(_ text: String, at path: [String], in spec: Value, read: (String) throws -> [UInt8]) throws {
        var (mapping, rest) = (spec, path[...])
        while let next = rest.first, rest.count > 1, let below = mapping[next], below.object != nil {
            (mapping, rest) = (below, rest.dropFirst())
        }
        guard let start = mapping.place else { return nil }
        let bytes = try read(start.file)
        guard let offset = ScalarSpan.offset(of: start, in: bytes), offset < bytes.count else { return nil }
        let isFlow = bytes[offset] == UInt8(ascii: "{")
        let entry = Self.entry(rest, text, isFlow: isFlow)
        file = start.file
        if isFlow {
            let more = mapping.object?.isEmpty == false ? ", " : ""
            self.bytes = Array(bytes[...offset]) + Array("\(entry)\(more)".utf8) + bytes[(offset + 1)...]
            place = Place(file: file, line: Int(start.line), column: Int(start.column) + 1)
        } else {
            guard let key = mapping.keyPlace, key.file == file, key.line < start.line else { return nil }
            let below = Place(file: file, line: Int(key.line) + 1, column: 1)
            guard let line = ScalarSpan.offset(of: below, in: bytes) else { return nil }
            let indent = String(repeating: " ", count: Int(start.column) - 1)
            self.bytes = Array(bytes[..<line]) + Array("\(indent)\(entry)\n".utf8) + bytes[line...]
            place = Place(file: file, line: Int(key.line) + 1, column: Int(start.column))
        }
    }

    /// `image: {tag: "1.8"}`.
    private static func entry(_ path: ArraySlice<String>, _ text: String, isFlow: Bool) -> String {
        let value = Value.string(text)
        let scalar = isFlow || path.count > 1 ? YAMLScalar.flow(value) : YAMLScalar.block(value)
        let keys = path.map(YAMLScalar.key)
        let nested = keys.dropFirst().reversed().reduce(scalar) { "{\($1): \($0)}" }
        return "\(keys.first ?? ""): \(nested)"
    }
}
