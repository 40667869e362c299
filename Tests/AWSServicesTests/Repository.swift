import Foundation

/// Where this package lies.
enum Repository {
    struct Missing: Error, CustomStringConvertible {
        let path: String
        var description: String { "no \(path): run Tools/vectors/fetch.sh first" }
    }

    static let root = package(URL(filePath: #filePath).resolvingSymlinksInPath())

    /// A file that `Tools/vectors/fetch.sh` has brought.
    static func vectors(_ name: String) throws -> [UInt8] {
        let said = ProcessInfo.processInfo.environment["NEAP_VECTORS"].map { URL(filePath: $0) }
        let folder = said ?? package(URL(filePath: #filePath)).appending(path: ".build/vectors")
        let path = folder.appending(path: name).path
        guard let data = FileManager.default.contents(atPath: path) else { throw Missing(path: path) }
        return Array(data)
    }

    private static func package(_ file: URL) -> URL {
        (0..<3).reduce(file) { url, _ in url.deletingLastPathComponent() }
    }
}
