import Foundation
import Subprocess
import SystemPackage
import Testing

@testable import GitStore

/// The child process alone, spoken to as its parent would.
struct ChildTests {
    @Test("the child ends when its parent is gone, whatever the server does")
    func lifeLine() async throws {
        let sandbox = try Sandbox()
        try await withServer(.silent, in: sandbox) { server in
            let request = TransportRequest(
                verb: .list, url: try server.url().text, seconds: 60, memory: 1 << 30, pack: 1 << 20)
            let status = try await Self.run(try Frame.encode(request)).status
            #expect(status == .exited(71))
        }
    }

    @Test("a child that gets no request, half of one, or one of another version ends", arguments: [0, 1, 2])
    func noRequest(case number: Int) async throws {
        var request = TransportRequest(verb: .list, url: "http://127.0.0.1/a", seconds: 60, memory: 1 << 30, pack: 1)
        request.version = 2
        let frame = try Frame.encode(request)
        let input = [[], Array(frame.prefix(20)), frame][number]
        let result = try await Self.run(input)
        #expect(result.status == .exited(64))
        #expect(result.output == [])
    }

    @Test("a request for a forbidden address is refused in the child too")
    func forbiddenAddress() async throws {
        let request = TransportRequest(
            verb: .list, url: "http://169.254.169.254/latest.git", seconds: 5, memory: 1 << 30, pack: 1 << 20)
        let run = ChildRun(
            configuration: GitTransport.forTests().configuration, clock: ContinuousClock(), operation: "listing",
            secrets: [], onProgress: { _ in }, onStart: { _ in })
        guard case .failed(let failure) = try await run.run(request).final else { throw Unexpected(nil) }
        #expect(failure.category == .refused)
    }

    @Test("without its argument the executable is no child")
    func otherArguments() {
        for arguments in [["neap"], ["neap", "plan", "git-transport"], []] {
            #expect(!GitTransportChild.isAsked(by: arguments))
        }
        #expect(GitTransportChild.isAsked(by: ["neap", "git-transport"]))
    }

    /// Starts a child, writes the bytes to its standard input and closes that.
    private static func run(_ input: [UInt8]) async throws -> (status: TerminationStatus, output: [UInt8]) {
        let executable = GitTransport.forTests().configuration.executable
        let result = try await Subprocess.run(
            .path(FilePath(executable)), arguments: [GitTransportChild.argument], input: .array(input),
            output: .bytes(limit: 1 << 16), error: .discarded)
        return (result.terminationStatus, result.standardOutput)
    }
}
