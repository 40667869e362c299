import Foundation
import Manifest
import Testing

@Suite struct FolderSourceTests {
    @Test("a folder is listed without following symlinks, and read")
    func folder() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "neap-folder-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for folder in ["demo/deep", ".git", "demo/module"] {
            try FileManager.default.createDirectory(at: root.appending(path: folder), withIntermediateDirectories: true)
        }
        for (path, text) in [
            ("neap.yaml", MemorySource.environment), ("demo/deep/a.yaml", manifest("Cluster", "a")),
            (".git/config", "x"),
            ("demo/module/.git", "gitdir: x"), ("demo/module/b.yaml", "x: y"),
        ] {
            try Data(text.utf8).write(to: root.appending(path: path))
        }
        try FileManager.default.createSymbolicLink(
            at: root.appending(path: "demo/link.yaml"), withDestinationURL: root.appending(path: "neap.yaml"))
        let source = FolderSource(root.path)
        #expect(
            try source.entries().map { "\($0.path) \($0.mode)" }
                == ["demo/deep/a.yaml file", "demo/link.yaml symlink", "demo/module submodule", "neap.yaml file"])
        let desired = try source.desired()
        #expect(desired.resources.count == 1)
        #expect(desired.diagnostics.count == 2)
        let file = root.appending(path: "neap.yaml").path
        #expect(throws: ReadError.noFolder(file, reason: "it is a file, or can not be listed")) {
            try FolderSource(file).desired()
        }
    }

    @Test("a folder without an environment is named")
    func noEnvironment() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "neap-folder-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: root.appending(path: "notes.txt"))
        let error = #expect(throws: ReadError.self) { try FolderSource(root.path).desired() }
        #expect(error?.description == "no neap.yaml or neap.*.yaml stands in \(root.path)")
    }

    @Test("what is no folder is said to be none")
    func noFolder() {
        let path = "/nosuch-\(UUID().uuidString)"
        let error = #expect(throws: ReadError.self) { try FolderSource(path).entries() }
        #expect(error?.description == "\(path) is no folder: there is nothing of that name")
        #expect(error?.isUsage == true)
    }
}
