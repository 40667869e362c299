import GitStore
import Kinds
import Manifest
import Model
import Planning

/// The commit that brought a revision which ECS rolled back.
struct Culprit {
    let repository: Repository
    let target: ReconcileTarget
    let states: [ResourceID: ResourceState]
    let held: Quarantine

    /// A line of a file.
    private struct Line: Hashable {
        let file: String
        let number: Int
    }

    /// The newest one that wrote a line which the rollout's changes stand in; where no line is known, the newest that
    /// touched its files. Never one that was already in effect when all was well: nil then.
    ///
    /// Throws `GitError`.
    func find() throws -> CommitID? {
        guard let applied = CommitID(held.commit), try repository.contains(applied) else { return nil }
        let writers = try lines.compactMap { try repository.origin(ofLine: $0.number, of: $0.file, at: applied) }
        if let newest = try newest(of: writers) { return newest }
        return try newest(of: files.compactMap { try repository.history(of: $0, from: applied).first?.id })
    }

    private func newest(of commits: [CommitID]) throws -> CommitID? {
        let settled = target.memory.settled.flatMap { CommitID($0) }
        var newest: CommitID?
        for commit in commits {
            if let settled, try repository.isDescendant(settled, of: commit) { continue }
            if let known = newest, try repository.isDescendant(known, of: commit) { continue }
            newest = commit
        }
        return newest
    }

    /// The service and its task definition.
    private var ids: [ResourceID] {
        let definition = target.desired.resources[held.service]?.spec["taskDefinition"]?.reference?.resource
        return [held.service, definition].compactMap { $0 }
    }

    /// Of what this pass wrote, else of what the rollout's file tells.
    private var lines: Set<Line> {
        let written = ids.flatMap { states[$0]?.written ?? [] }
            .filter { $0.effect == .rollsTasks && $0.desired?.reference == nil }
        let places = written.compactMap { change in
            change.place.map { Line(file: $0.file, number: Int($0.line)) }
        }
        if !places.isEmpty { return Set(places) }
        let told = target.memory.attempts(of: held.service.name, held.revision).last?["changes"]?.list ?? []
        return Set(told.compactMap { $0["declared"]?.string.flatMap(Self.line) })
    }

    private static func line(_ declared: String) -> Line? {
        let parts = declared.split(separator: ":")
        guard parts.count == 2, let number = Int(parts[1]) else { return nil }
        return Line(file: String(parts[0]), number: number)
    }

    private var files: [String] {
        let manifests = ids.compactMap { target.desired.resources[$0]?.place.file }
        return Set(lines.map(\.file)).union(manifests).sorted()
    }
}
