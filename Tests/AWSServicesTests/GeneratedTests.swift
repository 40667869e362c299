import Foundation
import Testing

@Suite("What is generated")
struct GeneratedTests {
    /// Needs a Python with the pinned botocore in `NEAP_PYTHON`, which `make test` sets up.
    @Test("the committed modules are what the generator writes")
    func current() throws {
        let (status, said) = try check(Repository.root)
        #expect(status == 0, "\(said)")
    }

    @Test("a module that differs is named")
    func different() throws {
        let empty = FileManager.default.temporaryDirectory.appending(path: "neap-\(UUID().uuidString)")
        let stray = empty.appending(path: "Sources/AWSOther/Generated")
        try FileManager.default.createDirectory(at: stray, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: empty) } catch { Issue.record(error) }
        }
        try Data().write(to: stray.appending(path: "Other.swift"))
        let (status, said) = try check(empty)
        #expect(status == 1)
        #expect(said.contains("Sources/AWSECS/Generated/ECS.swift"))
        #expect(said.contains("Sources/AWSOther/Generated/Other.swift"))
    }

    private func check(_ root: URL) throws -> (status: Int32, said: String) {
        let python = try #require(
            ProcessInfo.processInfo.environment["NEAP_PYTHON"],
            "NEAP_PYTHON names no Python with Tools/generate/requirements.txt: run make test")
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [
            Repository.root.appending(path: "Tools/generate/generate.py").path, "--check", "--root", root.path,
        ]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, said)
    }
}
