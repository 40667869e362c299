#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes files into a folder: all of them or none.
public struct FolderWriter: Sendable {
    private let folder: String
    private let overwrites: Bool
    private let begins: Bool

    /// A writer into `folder`, which need not exist; files that are there stay unless it `overwrites`. Where it `begins`
    /// a repository, nobody is told of options that only an import has.
    public init(_ folder: String, overwrites: Bool = false, begins: Bool = false) {
        self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        self.overwrites = overwrites
        self.begins = begins
    }

    /// Writes `texts`, by their paths inside the folder, once `check` has let them pass in a folder of their own.
    ///
    /// Throws `ImportError.exists` or `begun`, `unwritable` with what the file system says, and what `check` throws; then
    /// nothing was written.
    public func write(_ texts: [String: String], check: (String) throws -> Void) throws {
        let existing = texts.keys.sorted().filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
        if !overwrites, !existing.isEmpty { throw begins ? ImportError.begun(existing) : .exists(existing) }
        // Inside the folder where there is one: what can be written there can be written there at last.
        let isThere = FileManager.default.fileExists(atPath: folder)
        let staging = "\(isThere ? folder + "/" : folder).neap-import-\(UUID().uuidString)"
        defer { Self.remove(staging) }
        try Self.writing(folder) {
            for (path, text) in texts { try Self.put(text, at: "\(staging)/\(path)") }
        }
        try check(staging)
        try move(texts.keys.sorted(), from: staging)
    }

    private func move(_ paths: [String], from staging: String) throws {
        var moved: [(path: String, before: Data?)] = []
        do {
            for path in paths {
                let target = "\(folder)/\(path)"
                moved.append((path, try Self.writing(target) { try Self.moved("\(staging)/\(path)", to: target) }))
            }
        } catch {
            for (path, before) in moved { try restore(path, before) }
            throw error
        }
    }

    /// Moves one file, and gives what stood there before.
    private static func moved(_ source: String, to target: String) throws -> Data? {
        let isThere = FileManager.default.fileExists(atPath: target)
        let before = isThere ? try Data(contentsOf: URL(filePath: target)) : nil
        try makeFolder(of: target)
        try Data(contentsOf: URL(filePath: source)).write(to: URL(filePath: target), options: .atomic)
        return before
    }

    /// What the file system refuses is told of `path`.
    private static func writing<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            throw ImportError.unwritable(path, FileProblem.why(error))
        }
    }

    private func restore(_ path: String, _ before: Data?) throws {
        guard let before else { return Self.remove("\(folder)/\(path)") }
        try before.write(to: URL(filePath: "\(folder)/\(path)"), options: .atomic)
    }

    private static func put(_ text: String, at path: String) throws {
        try makeFolder(of: path)
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    private static func makeFolder(of path: String) throws {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private static func remove(_ path: String) {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            // It may never have been made; a leftover begins with a dot and is no manifest.
        }
    }
}
