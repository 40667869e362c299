import Manifest
import Model

/// The files of the status branch as they should be now: pure.
struct StatusTree {
    let input: StatusInput

    init(_ input: StatusInput) { self.input = input }

    /// Content by path; nil takes a file away. Only what differs from what the branch holds.
    var changes: [String: [UInt8]?] {
        var changes: [String: [UInt8]?] = [:]
        for (path, text) in files where input.memory.files[path] != Array(text.utf8) {
            changes[path] = Array(text.utf8)
        }
        for path in obsolete { changes[path] = [UInt8]?.none }
        for (path, bytes) in orphaned { changes[path] = bytes }
        return changes
    }

    private var files: [String: String] {
        var files = ["README.md": StatusReadme(input).text, StatusFile.path: StatusFile(input: input).text]
        files.merge(ClosedRollouts(input: input).files) { $1 }
        files.merge(ClosedRefreshes(input: input).files) { $1 }
        let names = input.names
        for state in input.states.values {
            files[ResourceFile.path(of: state.id)] = ResourceFile(input: input, state: state, names: names).text
            if let rollout = RolloutFile(input, state) { files[rollout.path] = rollout.text }
            if let refresh = RefreshFile(input, state) { files[refresh.path] = refresh.text }
        }
        for replaced in ReplacedFile.all(input) { files[replaced.path] = replaced.text }
        if let plan = input.planMarkdown { files["plan.md"] = plan }
        if input.planMarkdown == nil && input.memory.files["plan.md"] == nil {
            files["plan.md"] = "# \(input.target.environment.name) · no plan yet\n"
        }
        return files
    }

    /// Resources that Git no longer has: what was applied of them stays in AWS and stays listed, marked as an orphan.
    private var gone: [(path: String, value: Value)] {
        guard input.target.desired.isComplete else { return [] }
        let present = Set(input.states.keys).union(input.target.desired.invalid).union(input.removed)
        return input.memory.resourceFiles.filter { !present.contains($0.key) }
            .map { (ResourceFile.path(of: $0.key), $0.value) }
    }

    /// What was applied and was not seen in this commit: since when, and whether it left or only can not be read.
    private var orphaned: [String: [UInt8]] {
        let left = Set(gone.map(\.path))
        return input.memory.resourceFiles.reduce(into: [:]) { files, file in
            let path = ResourceFile.path(of: file.key)
            guard input.states[file.key] == nil, !input.removed.contains(file.key),
                file.value["appliedCommit"] != nil, let bytes = input.memory.files[path]
            else { return }
            let said = input.target.lastWords[file.key]
            let marks = marks(file.value, saidBy: said, isGone: left.contains(path))
            if !marks.isEmpty { files[path] = (said == nil ? bytes : unmarked(bytes)) + Array(marks.utf8) }
        }
    }

    /// The file without the word that a newer one takes the place of.
    private func unmarked(_ bytes: [UInt8]) -> [UInt8] {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        return Array(lines.filter { !$0.hasPrefix(StatusMemory.lastWanted + ":") }.joined(separator: "\n").utf8)
    }

    private func marks(_ file: Value, saidBy commit: String?, isGone: Bool) -> String {
        var marks = ""
        if let last = commit ?? input.memory.observed, commit != nil || file[StatusMemory.lastWanted] == nil {
            marks += "\(StatusMemory.lastWanted): \(last)\n"
        }
        if isGone, file[StatusMemory.orphanMark] == nil {
            marks += "\(StatusMemory.orphanMark): \(input.target.source.id)\n"
        }
        return marks
    }

    /// Files of what was never applied, and rollouts beyond the newest few of a service.
    private var obsolete: [String] {
        let never = gone.filter { $0.value["appliedCommit"] == nil }.map(\.path)
        let rollouts = Dictionary(grouping: input.memory.rolloutFiles) { $0.value["service"]?.string ?? "" }
        let old = rollouts.values.flatMap { files in
            files.sorted { ($0.value["revision"]?.integer ?? 0) > ($1.value["revision"]?.integer ?? 0) }
                .dropFirst(Self.rolloutLimit).map(\.key)
        }
        let removed = input.removed.filter { input.memory.resourceFiles[$0] != nil }.map(ResourceFile.path)
        return never + removed + ReplacedFile.obsolete(input) + old + RefreshFile.obsolete(input.memory)
    }

    private static let rolloutLimit = 20
}
