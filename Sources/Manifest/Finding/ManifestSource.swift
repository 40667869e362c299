/// What stands under one path of a source.
public struct SourceEntry: Sendable, Hashable {
    /// What Git's tree entry modes tell apart, as far as reading needs it.
    public enum Mode: Sendable, Hashable {
        case file, symlink, submodule
    }

    /// From the source's root, parts joined by `/`.
    public var path: String
    public var mode: Mode
    /// Bytes; 0 for what is no file.
    public var size: Int
    /// The id of its content; nil when the source knows none, and nothing is kept for the next read.
    public var blob: String?

    /// An entry at `path`.
    public init(path: String, mode: Mode = .file, size: Int, blob: String? = nil) {
        self.path = path
        self.mode = mode
        self.size = size
        self.blob = blob
    }
}

/// Where manifests are read from: a commit's tree, or a folder.
public protocol ManifestSource {
    /// The folder on this machine that it is; nil for what is none.
    var folder: String? { get }
    /// Every file, symlink and submodule, folders left out, in any order.
    func entries() throws -> [SourceEntry]
    /// The bytes of the file that an entry names.
    func read(_ path: String) throws -> [UInt8]
}

extension ManifestSource {
    public var folder: String? { nil }
}
