import FoundationEssentials
import GitStore
import Testing

@testable import Reconciler

/// The files of a service that rolls out, word for word. To make them anew after a deliberate change, run the tests with
/// `NEAP_GOLDEN=write`, and read the difference.
struct GoldenTests {
    @Test(
        "a service that rolls out, as people read it",
        arguments: ["README.md", "status.yaml", "resources/Service/api.yaml", "rollouts/api/2.yaml"])
    func file(_ path: String) throws {
        let (stack, turn) = try Stack.rollingOut()
        try compare(try stack.written(turn).text(path), with: path)
    }

    @Test("the commit that says so")
    func commit() throws {
        let (stack, turn) = try Stack.rollingOut()
        try compare(StatusMessage(try stack.input(turn)).message.text, with: "commit.txt")
    }

    @Test(
        "the same environment once all is well", arguments: ["README.md", "status.yaml", "resources/Service/api.yaml"])
    func settled(_ path: String) throws {
        try compare(try Stack.settled().memory.text(path), with: "settled/\(path)")
    }

    private func compare(_ text: String, with name: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appendingPathComponent("Golden/\(name)")
        if ProcessInfo.processInfo.environment["NEAP_GOLDEN"] == "write" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text == golden)
    }
}
