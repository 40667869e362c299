import Kinds
import Manifest
import Model
import Planning
import Testing

@testable import Importing

/// What a new repository begins with.
struct StarterRepositoryTests {
    private struct Files: ManifestSource {
        let texts: [String: String]
        func entries() -> [SourceEntry] {
            texts.map { SourceEntry(path: $0.key, size: $0.value.utf8.count) }.sorted { $0.path < $1.path }
        }
        func read(_ path: String) -> [UInt8] { Array((texts[path] ?? "").utf8) }
    }

    private func texts(service: String?, _ forge: StarterRepository.Forge = .both) -> [String: String] {
        StarterRepository(
            environment: "staging", region: "eu-west-1", accountID: "123456789012", service: service,
            image: "nginx:1.29",
            forge: forge
        ).texts(schema: "{}")
    }

    @Test("its manifests are valid and lint clean, not even a notice")
    func clean() throws {
        let reader = ManifestReader(kinds: allKinds.map { $0.manifest })
        let desired = try reader.read(Files(texts: texts(service: "hello")), environment: "staging")
        #expect(Linter().diagnostics(of: desired) == [])
        #expect(Linter().findings(in: desired) == [])
        #expect(desired.resources.values.contains { $0.id.description == "Service/hello" })
        #expect(desired.environment.aws.accountId == "123456789012")
    }

    @Test("every manifest tells editors where its schema is, from where it stands")
    func modelines() {
        let texts = texts(service: "hello")
        #expect(texts["neap.yaml"]?.hasPrefix("# yaml-language-server: $schema=./.neap/schema.json\n") == true)
        for path in ["staging/hello.yaml", "staging/capacity.yaml"] {
            #expect(texts[path]?.hasPrefix("# yaml-language-server: $schema=../.neap/schema.json\n") == true)
        }
    }

    @Test("pipelines name the environment that they plan, so that a second one does not break them")
    func environments() {
        for path in [".github/workflows/neap.yaml", ".gitlab-ci.yml"] {
            let text = texts(service: nil)[path] ?? ""
            #expect(text.contains("- run: neap plan . -e staging ") || text.contains("- neap plan . -e staging "))
            #expect(text.contains("# One such line for each environment"))
        }
    }

    @Test("pipelines validate, lint and plan, for the forges that are asked for")
    func pipelines() {
        for path in [".github/workflows/neap.yaml", ".gitlab-ci.yml"] {
            let text = texts(service: nil)[path] ?? ""
            for command in ["neap validate .", "neap lint . -o ", "neap plan . -e staging -o markdown > plan.md"] {
                #expect(text.contains(command), "\(path) runs \(command)")
            }
        }
        let gitlab = texts(service: nil)[".gitlab-ci.yml"] ?? ""
        #expect(gitlab.contains("comment:\n  when: always\n"), "a plan that waits for approval fails its job")
        #expect(gitlab.contains("artifacts: {when: always, paths: [plan.md]}"))
        #expect(texts(service: nil, .github)[".gitlab-ci.yml"] == nil)
        #expect(texts(service: nil, .gitlab)[".github/workflows/neap.yaml"] == nil)
        #expect(texts(service: nil, .none).keys.sorted() == [".neap/schema.json", "neap.yaml", "staging/.gitkeep"])
    }
}
