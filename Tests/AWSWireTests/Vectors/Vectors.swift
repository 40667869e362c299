import AWSWire
import Foundation
import Model

/// botocore's test cases, which `Tools/vectors/fetch.sh` brings here.
enum Vectors {
    struct Missing: Error, CustomStringConvertible {
        let path: String
        var description: String { "no test vectors at \(path): run Tools/vectors/fetch.sh first" }
    }

    static func file(_ path: String) throws -> [UInt8] {
        let url = folder.appending(path: path)
        guard let data = FileManager.default.contents(atPath: url.path) else { throw Missing(path: url.path) }
        return Array(data)
    }

    static func text(_ path: String) throws -> String { String(decoding: try file(path), as: UTF8.self) }

    /// The folders below `path` that hold a request, relative to the vectors.
    static func cases(below path: String) throws -> [String] {
        let root = folder.appending(path: path)
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        let found = paths.filter { $0.hasSuffix(".req") }.map { "\(path)/\($0.dropLast(4))" }
        guard !found.isEmpty else { throw Missing(path: root.path) }
        return found.sorted()
    }

    private static var folder: URL {
        if let said = ProcessInfo.processInfo.environment["NEAP_VECTORS"] { return URL(filePath: said) }
        let package = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        return package.appending(path: ".build/vectors")
    }
}
