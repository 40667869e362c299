import Importing
import Manifest
import Model

extension FuzzTarget {
    private static let editWords =
        yamlWords + [
            "containerDefinitions:\n", "- {name: app, image: ", "name: app", "image: app:1", "image: 'app:1'",
            "image: \"app:1\"", "image: >-\n", "image: |\n", "image: &i app:1", "image: *i", "\"app\\u003a1\"",
            "# app:1\n",
        ]

    /// A new image in a manifest: what was set is what is read then, and setting it again changes nothing.
    static let edits = [
        FuzzTarget("image", words: editWords) { bytes in
            var repository = MemoryRepository(["demo/b.yaml": MemoryRepository.neighbour])
            repository.files["demo/a.yaml"] = bytes
            do {
                let first = try edit(repository)
                guard let new = first.files["demo/a.yaml"] else { return nil }
                repository.files["demo/a.yaml"] = new
                return try edit(repository).files.isEmpty ? nil : "it is set once more"
            } catch {
                return "\(error)".isEmpty ? "a refusal says nothing" : nil
            }
        }
    ]

    private static func edit(_ source: MemoryRepository) throws -> ImageEdit {
        let image = ImageAssignment(parsing: "app=example.com/app:2")
        return try ImageEdit(
            source, environment: "demo", target: ResourceID("TaskDefinition", "t"), [image].compactMap(\.self))
    }
}
