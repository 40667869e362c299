import Foundation
import Subprocess
import SystemPackage
import Testing

@testable import GitStore

/// How the test server behaves; see `Fixtures/git_server.py`.
enum ServerMode {
    case serve, silent, stall, drip
    case auth(user: String, password: String)
    case redirect(to: String)
    case status(Int)

    var arguments: (mode: String, argument: String) {
        switch self {
        case .serve: ("serve", "")
        case .silent: ("silent", "")
        case .stall: ("stall", "")
        case .drip: ("drip", "")
        case .auth(let user, let password): ("auth", "\(user):\(password)")
        case .redirect(let target): ("redirect", target)
        case .status(let code): ("status", "\(code)")
        }
    }
}

/// A running test server.
struct GitServer {
    let port: Int
    let log: String

    var base: String { "http://127.0.0.1:\(port)" }

    func url(_ name: String = "app") throws -> RemoteURL { try RemoteURL("\(base)/\(name).git") }

    /// One line for each request: method, path, Authorization.
    func requests() throws -> [String] {
        guard FileManager.default.fileExists(atPath: log) else { return [] }
        return try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map { String($0) }
    }
}

/// Serves the sandbox's `remote` folder while `body` runs.
func withServer(
    _ mode: ServerMode = .serve, in sandbox: Sandbox, certificate: String? = nil,
    _ body: (GitServer) async throws -> Void
) async throws {
    let script = try #require(Bundle.module.path(forResource: "git_server", ofType: "py", inDirectory: "Fixtures"))
    let log = sandbox("requests-\(UUID().uuidString)")
    let (name, argument) = mode.arguments
    _ = try await Subprocess.run(
        .name("python3"),
        arguments: Arguments([script, sandbox("remote"), name, log, argument] + (certificate.map { [$0] } ?? [])),
        input: .inputWriter,
        output: .sequence, error: .discarded
    ) { execution in
        var lines = execution.standardOutput.strings().makeAsyncIterator()
        let port = try #require(try await lines.next().flatMap { Int($0) })
        try await body(GitServer(port: port, log: log))
    }
}

extension Sandbox {
    /// A self-signed certificate with its key for a host name, in one PEM file.
    func certificate(for host: String, in file: String, days: Int = 2) async throws -> String {
        let result = try await Subprocess.run(
            .name("openssl"),
            arguments: [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
                "/CN=test",
                "-addext", "subjectAltName=DNS:\(host)", "-days", "\(days)", "-keyout", self(file + ".key"), "-out",
                self(file),
            ], output: .discarded, error: .string(limit: 1 << 16))
        try #require(result.terminationStatus.isSuccess, "\(result.standardError)")
        let key = try String(contentsOfFile: self(file + ".key"), encoding: .utf8)
        try write(try String(contentsOfFile: self(file), encoding: .utf8) + key, to: file)
        return self(file)
    }
}

extension GitTransport {
    /// A transport whose child is the `neap` that was built beside the tests.
    static func forTests(
        deadlines: TransportDeadlines = TransportDeadlines(), limits: TransportLimits = TransportLimits(),
        clock: any Clock<Duration> = ContinuousClock(),
        onStart: @escaping @Sendable (Int32) -> Void = { _ in },
        onProgress: @escaping @Sendable (TransportProgress) -> Void = { _ in }
    ) -> GitTransport {
        let products = Bundle.module.bundleURL.deletingLastPathComponent()
        let executable = products.appendingPathComponent("neap").path
        var transport = GitTransport(
            configuration: TransportConfiguration(executable: executable, deadlines: deadlines, limits: limits),
            clock: clock, onProgress: onProgress)
        transport.onStart = onStart
        return transport
    }
}

/// The `GitError` that a call throws; a test failure when it throws none.
func gitError(_ body: () async throws -> Void, sourceLocation: SourceLocation = #_sourceLocation) async -> GitError? {
    await #expect(throws: GitError.self, sourceLocation: sourceLocation) { try await body() }
}
