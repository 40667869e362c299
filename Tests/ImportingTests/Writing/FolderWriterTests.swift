import Foundation
import Testing

@testable import Importing

/// All files or none.
struct FolderWriterTests {
    private struct Refused: Error {}

    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/neap-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: folder) } }
        try body(folder)
    }

    private func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }

    @Test("files are written where they belong, and nothing else is left")
    func writes() throws {
        try inFolder { folder in
            try FolderWriter(folder + "/new/").write(["a.yaml": "1", "b/c.yaml": "2"]) { staged in
                let found1 = try text(staged + "/b/c.yaml")
                #expect(found1 == "2")
                #expect(!FileManager.default.fileExists(atPath: folder + "/new"))
            }
            let found2 = try text(folder + "/new/b/c.yaml")
            #expect(found2 == "2")
            let found3 = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(found3 == ["new"])
        }
    }

    @Test("a check that fails leaves everything as it was")
    func refused() throws {
        try inFolder { folder in
            #expect(throws: Refused.self) {
                try FolderWriter(folder + "/new").write(["a.yaml": "1"]) { _ in throw Refused() }
            }
            let found4 = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(found4 == [])
        }
    }

    @Test("a file that exists stays, and is named, unless it may be overwritten")
    func exists() throws {
        try inFolder { folder in
            try FolderWriter(folder).write(["a.yaml": "1"]) { _ in }
            #expect(throws: ImportError.exists(["a.yaml"])) {
                try FolderWriter(folder).write(["a.yaml": "2", "b.yaml": "2"]) { _ in }
            }
            let found5 = try text(folder + "/a.yaml")
            #expect(found5 == "1")
            let found6 = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(found6 == ["a.yaml"])
            try FolderWriter(folder, overwrites: true).write(["a.yaml": "2"]) { _ in }
            let found7 = try text(folder + "/a.yaml")
            #expect(found7 == "2")
        }
    }

    @Test("a write that fails half way takes back what was written")
    func halfWay() throws {
        try inFolder { folder in
            try FolderWriter(folder).write(["a.yaml": "1", "b": "a file"]) { _ in }
            #expect(throws: (any Error).self) {
                try FolderWriter(folder, overwrites: true).write(["a.yaml": "2", "b/c.yaml": "2"]) { _ in }
            }
            let found8 = try text(folder + "/a.yaml")
            #expect(found8 == "1")
        }
    }

    @Test("what begins a repository is told nothing of options that only an import has")
    func begins() throws {
        try inFolder { folder in
            try FolderWriter(folder).write(["a.yaml": "1"]) { _ in }
            #expect(throws: ImportError.begun(["a.yaml"])) {
                try FolderWriter(folder, begins: true).write(["a.yaml": "2"]) { _ in }
            }
            #expect(!"\(ImportError.begun(["a.yaml"]))".contains("--"))
        }
    }

    @Test(
        "what the file system refuses is one line that names the path",
        arguments: ["/file", "/file/below", "/" + long])
    func refusedBySystem(_ path: String) throws {
        try inFolder { folder in
            try FolderWriter(folder).write(["file": "1"]) { _ in }
            do {
                try FolderWriter(folder + path).write(["a.yaml": "1"]) { _ in }
                Issue.record("it was written")
            } catch {
                #expect("\(error)".hasPrefix("\(folder)\(path) can not be written: "), "\(error)")
                #expect(!"\(error)".contains("Domain"), "\(error)")
            }
            let found = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(found == ["file"])
        }
    }

    private static let long = String(repeating: "a", count: 300)
}
