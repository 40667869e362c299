import Foundation
import Synchronization
import Testing

@testable import GitStore

/// Fetch, list and push against `git http-backend` over HTTP, in real child processes.
struct TransportTests {
    private let main = "refs/heads/main"

    @Test("a fetch brings the objects and moves no reference")
    func fetchBringsObjects() async throws {
        let sandbox = try Sandbox()
        let tip = try await sandbox.repository("work", files: ["a/b.yaml": "hello"])
        try await sandbox.remote(of: "work")
        let repository = try Repository(cache: sandbox("cache"))
        try await withServer(in: sandbox) { server in
            let remote = Remote(url: try server.url())
            let tips = try await GitTransport.forTests().fetch(
                [main, "refs/heads/none"], from: remote, into: repository)
            #expect(tips == [main: tip])
            #expect(try repository.references() == [])
            let entry = try #require(try repository.entry(at: "a/b.yaml", in: tip)?.blob)
            #expect(try repository.blob(entry).text == "hello")
        }
    }

    @Test("a second fetch brings only what is new")
    func fetchIsIncremental() async throws {
        let sandbox = try Sandbox()
        let first = try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.remote(of: "work")
        let repository = try Repository(cache: sandbox("cache"))
        try await withServer(in: sandbox) { server in
            let (remote, transport) = (Remote(url: try server.url()), GitTransport.forTests())
            _ = try await transport.fetch([main], from: remote, into: repository)
            try repository.setReference(main, to: first, expecting: nil)
            let second = try await sandbox.commit(["b": "2"], in: "work")
            try await sandbox.git("push", "-q", sandbox("remote/app.git"), "main", in: "work")
            #expect(try await transport.fetch([main], from: remote, into: repository) == [main: second])
            #expect(try repository.update(from: first, to: second) == .forward)
            #expect(try repository.snapshot(of: second).entries.map(\.path) == ["a", "b"])
        }
    }

    @Test("an annotated tag is listed and fetched as the commit that it stands for")
    func annotatedTag() async throws {
        let sandbox = try Sandbox()
        let tip = try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.git("tag", "-a", "-m", "one", "v1", in: "work")
        try await sandbox.remote(of: "work")
        let repository = try Repository(cache: sandbox("cache"))
        try await withServer(in: sandbox) { server in
            let (remote, transport) = (Remote(url: try server.url()), GitTransport.forTests())
            let listed = try await transport.list(remote, prefixes: ["refs/tags/"])
            #expect(listed == [RemoteReference(name: "refs/tags/v1", commit: tip)])
            let tips = try await transport.fetch(["refs/tags/v1"], from: remote, into: repository)
            #expect(tips == ["refs/tags/v1": tip])
        }
    }

    @Test("a push makes a branch, moves it on, and is the same when repeated")
    func pushCreatesAndMoves() async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.remote(of: "work")
        let repository = try Repository(cache: sandbox("cache"))
        let (first, second) = try repository.twoCommits()
        let status = "refs/heads/neap/status/production"
        try await withServer(in: sandbox) { server in
            let (remote, transport) = (Remote(url: try server.url()), GitTransport.forTests())
            #expect(
                try await transport.push(first, to: status, expecting: nil, at: remote, from: repository) == .pushed)
            #expect(
                try await transport.push(second, to: status, expecting: first, at: remote, from: repository) == .pushed)
            #expect(
                try await transport.push(second, to: status, expecting: first, at: remote, from: repository) == .pushed)
            #expect(try await sandbox.git("rev-parse", status, in: "remote/app.git") == second.hex)
            #expect(try repository.references() == [])
        }
    }

    @Test("a push that a hook declines is rejected, with the server's words")
    func declinedPush() async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.remote(of: "work")
        let hook = "remote/app.git/hooks/pre-receive"
        try sandbox.write("#!/bin/sh\necho 'frozen until monday' >&2\nexit 1\n", to: hook)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: sandbox(hook))
        let repository = try Repository(cache: sandbox("cache"))
        let (first, _) = try repository.twoCommits()
        try await withServer(in: sandbox) { server in
            let remote = Remote(url: try server.url())
            let outcome = try await GitTransport.forTests().push(
                first, to: "refs/heads/status", expecting: nil, at: remote, from: repository)
            guard case .rejected(let reason) = outcome else { throw Unexpected(outcome) }
            #expect(reason.contains("hook declined"))
            #expect(reason.contains("frozen until monday"))
        }
    }

    @Test("a push onto a tip that moved, or that should be absent, writes nothing and names the tip")
    func movedTip() async throws {
        let sandbox = try Sandbox()
        let tip = try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.remote(of: "work")
        let repository = try Repository(cache: sandbox("cache"))
        let (first, second) = try repository.twoCommits()
        try await withServer(in: sandbox) { server in
            let (remote, transport) = (Remote(url: try server.url()), GitTransport.forTests())
            for expected in [nil, first] {
                let outcome = try await transport.push(
                    second, to: main, expecting: expected, at: remote, from: repository)
                #expect(outcome == .moved(actual: tip))
            }
            #expect(try await sandbox.git("rev-parse", main, in: "remote/app.git") == tip.hex)
        }
    }

    @Test("a commit that does not descend from the tip is rejected, not forced")
    func notAFastForward() async throws {
        let sandbox = try Sandbox()
        let tip = try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.remote(of: "work")
        let repository = try Repository(cache: sandbox("cache"))
        let (first, _) = try repository.twoCommits()
        try await withServer(in: sandbox) { server in
            let remote = Remote(url: try server.url())
            let outcome = try await GitTransport.forTests().push(
                first, to: main, expecting: tip, at: remote, from: repository)
            guard case .rejected(let reason) = outcome else { throw Unexpected(outcome) }
            #expect(reason.contains("does not descend"))
            #expect(try await sandbox.git("rev-parse", main, in: "remote/app.git") == tip.hex)
        }
    }

    @Test("of two writers that push at once, exactly one wins")
    func racingWriters() async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.remote(of: "work")
        let repositories = try (0..<3).map { try Repository(cache: sandbox("cache\($0)")) }
        try await withServer(in: sandbox) { server in
            let (remote, transport) = (Remote(url: try server.url()), GitTransport.forTests())
            let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
                for (number, repository) in repositories.enumerated() {
                    let commit = try #require(try repository.write(["f": "\(number)"], onto: nil))
                    group.addTask {
                        let outcome = try await transport.push(
                            commit, to: "refs/heads/race", expecting: nil, at: remote, from: repository)
                        return outcome == .pushed
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 } == 1)
        }
    }

    @Test(
        "a local bare repository is fetched from and pushed to, when the policy allows paths",
        arguments: ["", "file://"])
    func localPaths(prefix: String) async throws {
        let sandbox = try Sandbox()
        let tip = try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.remote(of: "work")
        let url = try RemoteURL(prefix + sandbox("remote/app.git"), policy: URLPolicy(allowsLocalPaths: true))
        let (remote, transport) = (Remote(url: url), GitTransport.forTests())
        let repository = try Repository(cache: sandbox("cache"))
        #expect(try await transport.fetch([main], from: remote, into: repository) == [main: tip])
        let next = try #require(try repository.write(["a": "2"], onto: tip))
        #expect(try await transport.push(next, to: main, expecting: tip, at: remote, from: repository) == .pushed)
        #expect(try await transport.push(next, to: main, expecting: tip, at: remote, from: repository) == .pushed)
        let other = try #require(try repository.write(["a": "3"], onto: tip))
        let outcome = try await transport.push(other, to: main, expecting: tip, at: remote, from: repository)
        #expect(outcome == .moved(actual: next))
    }

    @Test(
        "a reference that is not written in full is refused", arguments: ["main", "heads/main", "refs/heads/a..b", ""])
    func shortNames(name: String) async throws {
        let sandbox = try Sandbox()
        let repository = try Repository(cache: sandbox("cache"))
        let remote = Remote(url: try RemoteURL("http://127.0.0.1:1/app.git"))
        let error = await gitError {
            _ = try await GitTransport.forTests().fetch([name], from: remote, into: repository)
        }
        guard case .invalidReference(name, _) = error else { throw Unexpected(error) }
    }
}

/// A value that a test did not expect.
struct Unexpected: Error, CustomStringConvertible {
    let description: String
    init(_ value: Any?) { description = "unexpected: \(String(describing: value))" }
}

extension Repository {
    func write(_ files: [String: String?], onto parent: CommitID?, message: String = "A change") throws -> CommitID? {
        try commit(
            changes: files.mapValues { $0.map { [UInt8]($0) } }, onto: parent, author: .neap, time: 1_700_000_000,
            message: CommitMessage(subject: message))
    }

    /// A root commit and one on top of it.
    func twoCommits() throws -> (CommitID, CommitID) {
        let first = try #require(try write(["status.yaml": "1"], onto: nil))
        return (first, try #require(try write(["status.yaml": "2"], onto: first)))
    }
}
