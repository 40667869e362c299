import Model

/// A tag that moves is another image tomorrow, and the same text in Git.
enum MutableImageTag: ContainerLintRule {
    static let id = "mutable-image-tag"
    static let weight = Finding.Weight.warn
    static let summary = """
        An image has no tag, or one that is meant to move (`latest`, `stable`, a branch): tasks that start later run something \
        else, a rollback rolls nothing back, and a new image rolls nothing out.
        """
    static let remedy = "A tag that is written once (a version, a commit), or a digest: `name@sha256:…`."

    private static let moving: Set<String> = [
        "latest", "stable", "edge", "nightly", "main", "master", "trunk", "develop", "dev", "staging", "prod",
        "production", "release", "current", "lts",
    ]

    static func finding(of container: LintContainer) -> Finding? {
        guard let image = container.value["image"]?.string, !image.isEmpty, !image.contains("@") else { return nil }
        // A colon before the last slash is a registry's port.
        let name = image.split(separator: "/").last ?? ""
        guard let colon = name.lastIndex(of: ":") else {
            return finding(container, at: "/image", "image \(image) has no tag, which is latest")
        }
        let tag = name[name.index(after: colon)...].lowercased()
        return moving.contains(tag) ? finding(container, at: "/image", "the tag \(tag) of its image moves") : nil
    }
}
