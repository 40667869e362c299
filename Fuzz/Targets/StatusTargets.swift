import Manifest
import Model
import Reconciler

extension FuzzTarget {
    private static let words =
        yamlWords + [
            "schema: neap/control/v1\n", "schema: neap/status/v1\n", "schema: neap/resource/v1\n",
            "schema: neap/rollout/v1\n",
            "schema: neap/refresh/v1\n", "schema: neap/replaced/v1\n", "retry:\n", "suspend:\n",
            "resource: Service/api",
            "2026-11-24T12:04:10Z", "conditions:", "attempts:", "quarantine:",
        ]

    /// Neap's own branches, which others can push to.
    static let statusFiles = [
        FuzzTarget("control", words: words) { bytes in
            do throws(ControlError) {
                let file = try ControlFile(bytes)
                return try ControlFile(Array(file.text.utf8)) == file ? nil : "it is another file when it was written"
            } catch {
                return error.description.isEmpty ? "a refusal says nothing" : nil
            }
        },
        FuzzTarget("status", words: words) { bytes in
            let paths = [
                "status.yaml", "resources/Service/api.yaml", "rollouts/api/42.yaml", "refreshes/a/1.yaml",
                "replaced/a.yaml",
            ]
            let memory = StatusMemory(files: Dictionary(uniqueKeysWithValues: paths.map { ($0, bytes) })) {
                bytes, path in
                let decoded = DecodedFile.decode(bytes, file: path)
                return decoded.failure == nil ? decoded.documents.first?.value : nil
            }
            return memory.records.keys.contains { $0.kind.isEmpty } ? "it remembers a resource without a kind" : nil
        },
    ]
}
