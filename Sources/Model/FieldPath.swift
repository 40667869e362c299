/// A JSON pointer below `spec`. In a rule `*` stands for every element of a list or map; in a change an element
/// stands under its declared key (`/containerDefinitions/api/image`).
public struct FieldPath: Sendable, Hashable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The unescaped steps from the top.
    public var parts: [String]

    /// The path of these unescaped steps.
    public init(_ parts: [String] = []) { self.parts = parts }

    /// Reads a JSON pointer (RFC 6901); the leading slash may be missing.
    public init(pointer: String) {
        // By scalars, as RFC 6901 has it: a combining mark after a slash does not make another character of it.
        parts = pointer.unicodeScalars.split(separator: "/").map { part in
            part.contains("~") ? Self.unescaped(part) : String(part)
        }
    }

    public init(stringLiteral text: String) { self.init(pointer: text) }

    /// The path one step further down.
    public func appending(_ part: String) -> FieldPath { FieldPath(parts + [part]) }

    /// The JSON pointer, `/a/b~1c`; `/` for the top.
    public var description: String {
        "/" + parts.map(Self.escaped).joined(separator: "/")
    }

    private static func escaped(_ part: String) -> String {
        guard part.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return part }
        let scalars = part.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
            scalar == "~" ? ["~", "0"] : scalar == "/" ? ["~", "1"] : [scalar]
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func unescaped(_ part: Substring.UnicodeScalarView) -> String {
        var result = String.UnicodeScalarView()
        var rest = part
        while let scalar = rest.popFirst() {
            guard scalar == "~", let mark = rest.first, mark == "0" || mark == "1" else {
                result.append(scalar)
                continue
            }
            result.append(mark == "0" ? "~" : "/")
            rest.removeFirst()
        }
        return String(result)
    }

    /// True when `path` is this field or lies inside it; `*` matches any one step.
    public func covers(_ path: FieldPath) -> Bool {
        parts.count <= path.parts.count && zip(parts, path.parts).allSatisfy { $0 == "*" || $0 == $1 }
    }

    /// Orders by steps, so that a parent comes before what it holds.
    public static func < (a: FieldPath, b: FieldPath) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) }
}
