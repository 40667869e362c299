public import FoundationEssentials

/// How small local files (profiles, tokens) are read; tests give their own.
public struct FileReader: Sendable {
    /// The file's bytes; nil when there is no such file. Throws when it can not be read.
    public var read: @Sendable (_ path: String) throws -> Data?

    /// A reader that asks `read`.
    public init(_ read: @escaping @Sendable (_ path: String) throws -> Data?) { self.read = read }

    /// The machine's file system.
    public static let system = FileReader { path in
        do {
            return try Data(contentsOf: URL(filePath: path))
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile || error.code == .fileNoSuchFile {
            return nil
        }
    }

    /// Files in memory, for tests and for callers without a file system.
    public static func memory(_ files: [String: String]) -> FileReader {
        FileReader { files[$0].map { Data($0.utf8) } }
    }

    /// The file as UTF-8 text; nil when there is no such file.
    func text(_ path: String) throws -> String? {
        guard let bytes = try read(path) else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SettingsError("\(path) is not UTF-8 text")
        }
        return text
    }
}

/// Settings that contradict themselves or name what is not there. Never holds a secret.
public struct SettingsError: Error, Equatable, CustomStringConvertible {
    /// What is wrong, and where.
    public let description: String

    /// What is wrong, for a person.
    public init(_ description: String) { self.description = description }
}
