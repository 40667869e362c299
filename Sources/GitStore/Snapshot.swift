/// What stands at one path of a commit, folders aside.
public struct TreeEntry: Hashable, Sendable {
    /// What an entry is, by Git's mode.
    public enum Kind: String, Hashable, Sendable {
        /// A plain file, mode 100644 (or the old 100664).
        case file
        /// A file with the executable bit, mode 100755.
        case executable
        /// A symbolic link, mode 120000; its target is the blob's content. Neap never follows one.
        case symlink
        /// Another repository's commit, mode 160000; there is nothing to read.
        case submodule
    }

    /// The path from the repository's root, parts separated by `/`.
    public let path: String
    /// What it is.
    public let kind: Kind
    /// The content's name; nil for a submodule.
    public let blob: BlobID?
    /// Bytes of content; nil when the snapshot was asked for without limits, and for a submodule.
    public let size: Int?
    /// Whether `size` exceeds the snapshot's limit for one file. Its content should not be read.
    public let isOversized: Bool
}

/// How much a snapshot may hold.
public struct SnapshotLimits: Hashable, Sendable {
    /// Entries in all.
    public var files: Int
    /// Bytes of one file.
    public var bytesPerFile: Int
    /// Bytes of all files together.
    public var bytes: Int

    /// Limits; the defaults are the design's: 20,000 files of at most 1 MiB, 64 MiB in all.
    public init(files: Int = 20_000, bytesPerFile: Int = 1 << 20, bytes: Int = 64 << 20) {
        self.files = files
        self.bytesPerFile = bytesPerFile
        self.bytes = bytes
    }
}

/// What happens at a limit.
public enum LimitPolicy: Hashable, Sendable {
    /// The first excess ends the reading with `tooLarge`.
    case fail
    /// Oversized files are marked; an excess in all ends the list, and `Snapshot.excess` says so.
    case report
}

/// The files of a commit below some folders.
public struct Snapshot: Hashable, Sendable {
    /// A limit in all that ended the list early.
    public enum Excess: Hashable, Sendable {
        /// More entries than the limit.
        case files(limit: Int)
        /// More bytes in all than the limit; oversized files are not counted.
        case bytes(limit: Int)
    }

    /// The commit that was read.
    public let commit: CommitID
    /// Files, symbolic links and submodules, in order of the path's bytes.
    public let entries: [TreeEntry]
    /// Set when the list is not complete; never under `LimitPolicy.fail`.
    public let excess: Excess?
}
