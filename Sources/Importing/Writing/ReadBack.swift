import Kinds
public import Manifest
import Model

/// Reads what was written, as the next `plan` will.
public enum ReadBack {
    /// What the folder wants of the environment `name`.
    ///
    /// Throws `ImportError.unreadableOutput` with the reader's lines when some manifest is not valid, and `ReadError`.
    public static func desired(in folder: String, environment name: String?) throws -> Desired {
        let reader = ManifestReader(kinds: allKinds.map { $0.manifest })
        let desired = try reader.read(FolderSource(folder), environment: name)
        let index = ResourceIndex(desired.resources)
        let faults = desired.resources.values.flatMap { resource in
            kindsByName[resource.id.kind]?.faults(of: resource, among: index) ?? []
        }
        let errors = (desired.diagnostics + faults).filter { $0.severity == .error }
        guard errors.isEmpty else { throw ImportError.unreadableOutput(errors.sorted().map(\.description)) }
        return desired
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
