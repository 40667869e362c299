/// How much a repository may hold; what is larger is refused, because repository content is hostile (DESIGN section 13).
public struct Limits: Sendable, Hashable {
    /// Files that one read takes from the source.
    public var files: Int
    /// Bytes that one read takes from the source.
    public var totalBytes: Int

    /// Bytes of one file.
    public static let fileBytes = 1 << 20
    /// Values of one file, aliases counted as expanded.
    public static let nodes = 50_000
    /// Bytes of one file that Neap wrote itself.
    public static let writtenBytes = 32 << 20
    /// Values of one file that Neap wrote itself: 10,000 resources have some 150,000 on the status branch.
    public static let writtenNodes = 2_000_000
    /// Mappings and lists inside one another.
    public static let depth = 64
    /// Aliases of one file, counted as expanded.
    public static let aliases = 100
    /// Problems of one document that are told.
    static let problems = 100

    /// The limits of DESIGN section 13 unless said otherwise.
    public init(files: Int = 20_000, totalBytes: Int = 64 << 20) {
        self.files = files
        self.totalBytes = totalBytes
    }
}
