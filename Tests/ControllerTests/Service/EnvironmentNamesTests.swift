import Manifest
import Model
import Testing

@testable import Controller

@Suite("The environments of a branch")
struct EnvironmentNamesTests {
    /// Files at the root of a repository.
    private struct Files: ManifestSource {
        let files: [String: String]
        func entries() -> [SourceEntry] { files.map { SourceEntry(path: $0.key, size: $0.value.utf8.count) } }
        func read(_ path: String) -> [UInt8] { Array((files[path] ?? "").utf8) }
    }

    private static func environment(_ name: String) -> String {
        "apiVersion: neap/v1\nkind: Environment\nmetadata: {name: \(name)}\nspec: {paths: [\(name)]}\n"
    }

    private func names(_ files: [String: String]) throws -> EnvironmentNames {
        let reader = ManifestReader(kinds: [])
        return EnvironmentNames(try reader.environments(in: Files(files: files)), at: String(repeating: "1", count: 40))
    }

    private func good() throws -> EnvironmentNames {
        try names(["neap.yaml": Self.environment("blue"), "neap.green.yaml": Self.environment("green")])
    }

    @Test("a file that can not be read any more is the environment's that it held, which has not left")
    func typo() throws {
        let broken = try names(["neap.yaml": "a: [\n", "neap.green.yaml": Self.environment("green")])
        #expect(!broken.has("blue"))
        let list = broken.following(try good())
        #expect(list.has("blue"))
        #expect(list.names == ["green"])
        #expect(list.broken["blue"]?.hasPrefix("neap.yaml:2:1: ") == true)
        #expect(list.broken["neap.yaml"] == nil)
        // Another commit that is as broken.
        let next = try names(["neap.yaml": "b: {\n"]).following(list)
        #expect(next.has("blue"))
    }

    @Test("a file that is broken and says another name is still the environment's that it held")
    func renamedAndBroken() throws {
        let list = try names(["neap.yaml": Self.environment("bleu") + "x: 1\n"]).following(try good())
        #expect(list.has("blue"))
        #expect(!list.has("green"))
    }

    @Test("an environment whose file is gone, or well and another's, has left")
    func gone() throws {
        let removed = try names(["neap.green.yaml": Self.environment("green")]).following(try good())
        #expect(!removed.has("blue"))
        let renamed = try names(["neap.yaml": Self.environment("bleu")]).following(try good())
        #expect(!renamed.has("blue"))
    }
}
