import Foundation
import Subprocess
import SystemPackage
import Testing

@testable import GitStore

/// A temporary directory with the `git` command line in it; removed when the last reference goes.
final class Sandbox: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "neap-git-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path)") }
    }

    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    func write(_ text: String, to file: String) throws {
        let url = URL(fileURLWithPath: self(file))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Runs `git` in a folder of the sandbox and returns what it printed, without the last line end.
    @discardableResult
    func git(_ arguments: String..., in folder: String = "", input: String = "") async throws -> String {
        let result = try await Subprocess.run(
            .name("git"), arguments: Arguments(arguments), environment: .inherit.updating(Self.environment),
            workingDirectory: FilePath(folder.isEmpty ? path : self(folder)), input: .string(input),
            output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
        try #require(result.terminationStatus.isSuccess, "git \(arguments): \(result.standardError)")
        return result.standardOutput.trimmed
    }

    /// Makes a repository with a work tree, and commits the files.
    @discardableResult
    func repository(_ folder: String, files: [String: String]) async throws -> CommitID {
        try await git("init", "-q", "-b", "main", folder)
        return try await commit(files, in: folder)
    }

    /// Writes the files and commits everything.
    @discardableResult
    func commit(_ files: [String: String], in folder: String, message: String = "A change") async throws -> CommitID {
        for (name, text) in files { try write(text, to: "\(folder)/\(name)") }
        try await git("add", "-A", in: folder)
        try await git("commit", "-q", "--allow-empty", "-m", message, in: folder)
        return try #require(CommitID(try await git("rev-parse", "HEAD", in: folder)))
    }

    /// Makes a bare repository `remote/name.git` that holds the folder's history.
    func remote(_ name: String = "app", of folder: String) async throws {
        try await git("clone", "-q", "--bare", self(folder), "remote/\(name).git")
        try await git("config", "http.receivepack", "true", in: "remote/\(name).git")
    }

    private static let environment: [Environment.Key: String?] = [
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Ann",
        "GIT_AUTHOR_EMAIL": "ann@example.org", "GIT_COMMITTER_NAME": "Ben", "GIT_COMMITTER_EMAIL": "ben@example.org",
        "GIT_DIR": nil, "GIT_INDEX_FILE": nil, "GIT_WORK_TREE": nil,
    ]
}

extension Identity {
    static let neap = Identity(name: "Neap", email: "neap@example.org")
}

extension Array<UInt8> {
    init(_ text: String) { self = Array(text.utf8) }
    var text: String { String(decoding: self, as: UTF8.self) }
}
