/// A value that holds secrets: neither printing nor dumping it shows its parts.
protocol Unprinted: CustomReflectable, CustomStringConvertible {}

extension Unprinted {
    /// The type's name alone.
    public var description: String { "\(Self.self)" }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
