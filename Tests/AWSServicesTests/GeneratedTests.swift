import Foundation
import Testing

@Suite("What is generated")
struct GeneratedTests {
    /// Needs a Python with the pinned botocore in `NEAP_PYTHON`, which `make test` sets up.
    @Test("the committed modules are what the generator writes")
    func current() throws {
        guard let python = ProcessInfo.processInfo.environment["NEAP_PYTHON"] else {
            Issue.record("NEAP_PYTHON names no Python with Tools/generate/requirements.txt: run make test")
            return
        }
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [Repository.root.appending(path: "Tools/generate/generate.py").path, "--check"]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
    }
}
