import Foundation
import Subprocess
import SystemPackage
import Testing

@testable import GitStore

/// How the test server behaves; see `Fixtures/git_server.py`.
enum ServerMode {
    case serve, silent, drip
    case auth(user: String, password: String)
    case redirect(to: String)
    case status(Int)

    var arguments: (mode: String, argument: String) {
        switch self {
        case .serve: ("serve", "")
        case .silent: ("silent", "")
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
        try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map { String($0) }
    }
}

/// Serves the sandbox's `remote` folder while `body` runs.
func withServer(
    _ mode: ServerMode = .serve, in sandbox: Sandbox, _ body: (GitServer) async throws -> Void
) async throws {
    let script = try #require(Bundle.module.path(forResource: "git_server", ofType: "py", inDirectory: "Fixtures"))
    let log = sandbox("requests-\(UUID().uuidString)")
    let (name, argument) = mode.arguments
    _ = try await Subprocess.run(
        .name("python3"), arguments: [script, sandbox("remote"), name, log, argument], input: .inputWriter,
        output: .sequence, error: .discarded
    ) { execution in
        var lines = execution.standardOutput.strings().makeAsyncIterator()
        let port = try #require(try await lines.next().flatMap { Int($0) })
        try await body(GitServer(port: port, log: log))
    }
}

extension GitTransport {
    /// A transport whose child is the `neap` that was built beside the tests.
    static func forTests(
        deadlines: TransportDeadlines = TransportDeadlines(), limits: TransportLimits = TransportLimits(),
        clock: any Clock<Duration> = ContinuousClock(), onStart: @escaping @Sendable (Int32) -> Void = { _ in }
    ) -> GitTransport {
        let products = Bundle.module.bundleURL.deletingLastPathComponent()
        let executable = products.appendingPathComponent("neap").path
        var transport = GitTransport(
            configuration: TransportConfiguration(executable: executable, deadlines: deadlines, limits: limits),
            clock: clock)
        transport.onStart = onStart
        return transport
    }
}

/// The `GitError` that a call throws; a test failure when it throws none.
func gitError(_ body: () async throws -> Void, sourceLocation: SourceLocation = #_sourceLocation) async -> GitError? {
    await #expect(throws: GitError.self, sourceLocation: sourceLocation) { try await body() }
}
