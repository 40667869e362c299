import ArgumentParser
import FoundationEssentials
import LocalAWS
import Model

/// Files that a person names on the command line of `neap local`.
enum LocalFiles {
    /// The scenario in a file; every error of it at once.
    static func scenario(_ path: String) throws -> Scenario {
        let read = Scenario.read(try bytes("--scenario", path), file: path)
        return try whole(read.scenario, read.diagnostics)
    }

    /// The account in a file; every error of it at once.
    static func account(_ path: String) throws -> AccountContents {
        let read = AccountContents.read(try bytes("--account", path), file: path)
        return try whole(read.contents, read.diagnostics)
    }

    private static func bytes(_ option: String, _ path: String) throws -> [UInt8] {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw ValidationError("\(option) \(path): no such file, or it can not be read")
        }
        return Array(bytes)
    }

    private static func whole<Read>(_ read: Read?, _ diagnostics: [Diagnostic]) throws -> Read {
        guard let read else { throw FileErrors(description: diagnostics.map { "\($0)" }.joined(separator: "\n")) }
        for diagnostic in diagnostics { Terminal.error("\(diagnostic)") }
        return read
    }
}

/// A file that can not be used, with every reason.
struct FileErrors: Error, CustomStringConvertible {
    let description: String
}
