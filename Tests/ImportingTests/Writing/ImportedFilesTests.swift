import Kinds
import Manifest
import Model
import Planning
import Testing

@testable import Importing

/// The files of an import.
struct ImportedFilesTests {
    private let ownership = Ownership(environment: "production", owner: "o")

    @Test("files are laid out by kind, and read back without a word")
    func layout() async throws {
        let files = ImportedFiles(try await RecordedStack.stack(), folder: "production", ownership: ownership)
        #expect(
            files.texts.keys.sorted() == [
                "production/cluster.yaml", "production/load-balancer.yaml", "production/web/service.yaml",
                "production/web/task-definition.yaml",
            ])
        var texts = files.texts
        texts["neap.yaml"] = ImportedFiles.environment(
            "production", region: "eu-west-1", accountID: "012345678901", owner: nil)
        let reader = ManifestReader(kinds: allKinds.map { $0.manifest })
        let desired = try reader.read(Texts(texts: texts))
        #expect(desired.diagnostics == [])
        #expect(desired.resources.count == 11)
        #expect(desired.environment.aws.accountId == "012345678901")
    }

    @Test("a manifest begins with what tells it apart and ends with its tags")
    func text() async throws {
        let files = ImportedFiles(try await RecordedStack.stack(), folder: ".", ownership: ownership)
        let service = try #require(files.texts["web/service.yaml"])
        #expect(
            service.hasPrefix(
                """
                apiVersion: neap/v1
                kind: Service
                metadata: {name: web}
                policy: {adopt: true}
                spec:
                  cluster: old
                  taskDefinition: web
                  loadBalancers:
                    - {targetGroup: web, containerName: web, containerPort: 80}
                  deploymentConfiguration: {minimumHealthyPercent: 50}
                  tags: {Team: core}
                ---

                """))
    }

    @Test("no secret stands in any file or note")
    func secrets() async throws {
        let files = ImportedFiles(try await RecordedStack.stack(), folder: ".", ownership: ownership)
        #expect(files.secrets == 1)
        #expect(!(files.texts.values.joined() + files.notes.joined()).contains("hunter2"))
        #expect(files.notes.contains { $0.hasPrefix("web/task-definition.yaml: Left out") })
    }
}

/// A source in memory.
struct Texts: ManifestSource {
    let texts: [String: String]
    func entries() -> [SourceEntry] { texts.map { SourceEntry(path: $0.key, size: $0.value.utf8.count) } }
    func read(_ path: String) -> [UInt8] { Array((texts[path] ?? "").utf8) }
}
