/// A JSON pointer below `spec`. In a rule `*` stands for every element of a list or map; in a change an element
/// stands under its declared key (`/containerDefinitions/api/image`).
public struct FieldPath: Sendable, Hashable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The unescaped steps from the top.
    public var parts: [String]

    /// The path of these unescaped steps.
    public init(_ parts: [String] = []) { self.parts = parts }

    /// Reads a JSON pointer (RFC 6901); the leading slash may be missing.
    public init(pointer: String) {
        parts = pointer.split(separator: "/").map { part in
            part.contains("~")
                ? String(part).replacing("~1", with: "/").replacing("~0", with: "~") : String(part)
        }
    }

    public init(stringLiteral text: String) { self.init(pointer: text) }

    /// The path one step further down.
    public func appending(_ part: String) -> FieldPath { FieldPath(parts + [part]) }

    /// The JSON pointer, `/a/b~1c`; `/` for the top.
    public var description: String {
        "/" + parts.map { $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined(separator: "/")
    }

    /// True when `path` is this field or lies inside it; `*` matches any one step.
    public func covers(_ path: FieldPath) -> Bool {
        parts.count <= path.parts.count && zip(parts, path.parts).allSatisfy { $0 == "*" || $0 == $1 }
    }

    /// Orders by steps, so that a parent comes before what it holds.
    public static func < (a: FieldPath, b: FieldPath) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) }
}
