import Kinds
public import Manifest
public import Model

/// Reads what was written, as the next `plan` will.
public enum ReadBack {
    /// What the folder wants of the environment `name`.
    ///
    /// Throws `ImportError.unreadableOutput` with the reader's lines when some manifest is not valid, and `ReadError`.
    public static func desired(in folder: String, environment name: String?) throws -> Desired {
        let desired = try read(FolderSource(folder), name)
        let errors = errors(of: desired)
        guard errors.isEmpty else { throw ImportError.unreadableOutput(errors.map(\.description)) }
        return desired
    }

    /// What is not valid in what `source` wants of the environment `name`, sorted by place.
    ///
    /// Throws `ReadError`, and what the source throws.
    public static func errors(in source: any ManifestSource, environment name: String?) throws -> [Diagnostic] {
        errors(of: try read(source, name))
    }

    private static func read(_ source: any ManifestSource, _ name: String?) throws -> Desired {
        try ManifestReader(kinds: allKinds.map { $0.manifest }).read(source, environment: name)
    }

    private static func errors(of desired: Desired) -> [Diagnostic] {
        let index = ResourceIndex(desired.resources)
        let faults = desired.resources.values.flatMap { resource in
            kindsByName[resource.id.kind]?.faults(of: resource, among: index) ?? []
        }
        return (desired.diagnostics + faults).filter { $0.severity == .error }.sorted()
    }

    /// The environment of a folder that has one already; nil when it has none.
    ///
    /// Throws `ReadError` when there are several and none is named, or when its file is broken.
    public static func environment(in folder: String, named name: String?) throws -> Environment? {
        let reader = ManifestReader(kinds: allKinds.map { $0.manifest })
        do {
            return try reader.environments(in: FolderSource(folder)).environment(named: name)
        } catch ReadError.noFolder, ReadError.noEnvironment, ReadError.empty {
            return nil
        }
    }
}
