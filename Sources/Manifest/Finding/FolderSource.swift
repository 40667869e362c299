#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A plain folder as a source. Symlinks are reported and never followed; a folder below that holds `.git` is a submodule.
public struct FolderSource: ManifestSource, Sendable {
    private let root: String

    /// The folder at `path`, absolute or relative to the working directory.
    public init(_ path: String) { root = path }

    public var folder: String? { root == "." ? FileManager.default.currentDirectoryPath : root }

    /// Throws `ReadError.noFolder` when there is no such folder.
    public func entries() throws -> [SourceEntry] {
        try checkRoot()
        var found: [SourceEntry] = []
        try collect("", into: &found)
        return found.sorted { $0.path < $1.path }
    }

    public func read(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: "\(root)/\(path)")))
    }

    private func checkRoot() throws(ReadError) {
        let files = FileManager.default
        guard files.fileExists(atPath: root) else {
            throw .noFolder(root, reason: "there is nothing of that name")
        }
        do {
            _ = try files.contentsOfDirectory(atPath: root)
        } catch let error as CocoaError where error.code == .fileReadNoPermission {
            throw .noFolder(root, reason: "there is no permission to list it")
        } catch {
            throw .noFolder(root, reason: "it is a file, or can not be listed")
        }
    }

    private func collect(_ folder: String, into found: inout [SourceEntry]) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? root : "\(root)/\(folder)")
        if !folder.isEmpty, names.contains(".git") {
            found.append(SourceEntry(path: folder, mode: .submodule, size: 0))
            return
        }
        for name in names.sorted() {
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")
            switch attributes[.type] as? FileAttributeType {
            case .typeSymbolicLink?: found.append(SourceEntry(path: path, mode: .symlink, size: 0))
            case .typeRegular?:
                found.append(SourceEntry(path: path, size: Int(attributes[.size] as? UInt64 ?? 0)))
            // What begins with a dot is never a manifest, and such folders (.git, .build) are large.
            case .typeDirectory? where !name.hasPrefix("."): try collect(path, into: &found)
            default: break
            }
        }
    }
}
