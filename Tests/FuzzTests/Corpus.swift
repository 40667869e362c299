import Foundation

/// The inputs that are kept for a target, `Fuzz/Corpus/<name>`.
enum Corpus {
    private static let folder = (0..<3).reduce(URL(filePath: #filePath).resolvingSymlinksInPath()) { url, _ in
        url.deletingLastPathComponent()
    }.appending(path: "Fuzz/Corpus")

    /// In order of their files' names.
    static func inputs(of target: String) throws -> [(file: String, bytes: [UInt8])] {
        let folder = folder.appending(path: target)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try files.map { ($0, Array(try Data(contentsOf: folder.appending(path: $0)))) }
    }
}
