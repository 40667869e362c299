/// Where a byte of a manifest stands.
public struct Place: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Path inside the repository.
    public var file: String
    /// Counts from 1.
    public var line: Int32
    /// Counts from 1, in characters.
    public var column: Int32

    /// A place in `file`; line and column count from 1.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = Int32(clamping: line)
        self.column = Int32(clamping: column)
    }

    /// `file:line:column`.
    public var description: String { "\(file):\(line):\(column)" }
    /// `file:line`, as plans and status files print it.
    public var lineDescription: String { "\(file):\(line)" }

    public static func < (a: Place, b: Place) -> Bool { (a.file, a.line, a.column) < (b.file, b.line, b.column) }
}
