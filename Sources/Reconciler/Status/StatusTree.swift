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
        return changes
    }

    private var files: [String: String] {
        var files = ["README.md": StatusReadme(input).text, "status.yaml": StatusFile(input: input).text]
        let names = input.names
        for state in input.states.values {
            files[ResourceFile.path(of: state.id)] = ResourceFile(input: input, state: state, names: names).text
            if let rollout = RolloutFile(input, state) { files[rollout.path] = rollout.text }
        }
        if let plan = input.planMarkdown { files["plan.md"] = plan }
        if input.planMarkdown == nil && input.memory.files["plan.md"] == nil {
            files["plan.md"] = "# \(input.target.environment.name) · no plan yet\n"
        }
        return files
    }

    /// Files of resources that Git no longer has: what was applied of them is an orphan, and stays listed until removed in AWS.
    private var obsolete: [String] {
        let present = Set(input.states.keys.map(ResourceFile.path)).union(
            input.target.desired.invalid.map(ResourceFile.path))
        let isComplete = input.target.desired.isComplete
        return input.memory.resourceFiles.compactMap { id, value in
            let path = ResourceFile.path(of: id)
            guard isComplete, !present.contains(path), value["appliedCommit"] == nil else { return nil }
            return path
        }
    }
}
