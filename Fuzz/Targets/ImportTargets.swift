import Importing
import Manifest

extension FuzzTarget {
    private static let composeWords =
        yamlWords + [
            "services: {a: ", "image: ", "ports: [\"", "8080:80", "127.0.0.1:", "-8090:", "/udp", "environment: ",
            "deploy: {", "replicas: ", "1.5g", "512M", "1m30s", "healthcheck: {test: ", "depends_on: ",
            "volumes: [\"", "tmpfs: ", "ulimits: ", "secrets: [", "${A:-b}", "${A?no}", "$$", "extends: ",
        ]
    private static let copilotWords =
        yamlWords + [
            "type: Load Balanced Web Service\n", "type: Scheduled Job\n", "image: {location: a, port: 80}\n", "http: {",
            "path: /", "nlb: {port: 443/tls}", "count: {range: 1-5, ", "spot_from: ", "sidecars: {", "variables: {",
            "from_cfn: ", "storage: {volumes: {", "environments: {prod: {", "taskdef_overrides: [{path: \"",
            "ContainerDefinitions[0].", "[-]", "value: ", "=====\n", "schedule: \"@every 1h\"",
        ]

    /// Other tools' files: what they become is YAML, whatever they hold.
    static let imports = [
        FuzzTarget("compose", words: composeWords) { bytes in
            written {
                let settings = ComposeProject.Settings(region: "eu-west-1", accountID: "123456789012", name: "shop")
                let project = try ComposeProject(bytes, file: "compose.yaml", settings)
                return ImportedFiles(project, source: "compose.yaml", folder: "demo")
            }
        },
        // A workload's manifest and, after a line of equal signs, its environment's.
        FuzzTarget("copilot", words: copilotWords) { bytes in
            written {
                let sections = bytes.sections(2)
                var source = MemoryRepository()
                source.files = [".workspace": Array("application: shop\n".utf8), "api/manifest.yml": sections[0]]
                if !sections[1].isEmpty { source.files["environments/prod/manifest.yml"] = sections[1] }
                let settings = CopilotProject.Settings(
                    region: "eu-west-1", accountID: "123456789012", environment: "prod")
                let project = try CopilotProject(source, prefix: "copilot", settings)
                return ImportedFiles(project, source: "copilot", folder: "demo")
            }
        },
    ]

    /// What is wrong with the files that an import makes; a refusal is nothing wrong.
    private static func written(_ files: () throws -> ImportedFiles) -> String? {
        do {
            return try files().texts.lazy.filter { !$0.key.hasSuffix(".md") }.compactMap(unread).first
        } catch let error as ImportError {
            return error.description.isEmpty ? "a refusal says nothing" : nil
        } catch {
            return "importing ends with \(error)"
        }
    }

    private static func unread(_ path: String, _ text: String) -> String? {
        let decoded = DecodedFile.decode(Array(text.utf8), file: path)
        let problem = decoded.failure ?? decoded.documents.lazy.flatMap(\.diagnostics).first
        return problem.map { "what is written can not be read: \($0)" }
    }
}
