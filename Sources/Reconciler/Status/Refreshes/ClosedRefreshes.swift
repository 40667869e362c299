import Kinds
import Model
import Planning

/// Attempts that were under way when a refresh to another version took their place: their files get their end.
struct ClosedRefreshes {
    let input: StatusInput

    /// Files by path.
    var files: [String: String] {
        input.memory.refreshFiles.reduce(into: [:]) { files, entry in
            guard let group = entry.value["group"]?.string, let version = entry.value["version"]?.scalarText,
                var attempts = entry.value["attempts"]?.list, let last = attempts.popLast(), RefreshFile.isOpen(last),
                isDisplaced(last, of: version, in: group)
            else { return }
            files[entry.key] = RefreshFile.text(of: group, version, attempts + [ended(last)])
        }
    }

    /// A group has one refresh at a time: where AWS's newest is another, this one is over.
    private func isDisplaced(_ attempt: Value, of version: String, in group: String) -> Bool {
        let id = ResourceID("AutoScalingGroup", group)
        let live = input.states[id]?.plan.observation.live
        let newest = input.outputs[Reference(id, "refresh")] ?? live?.detail["refresh"]?["instanceRefreshId"]
        guard let newest, let refresh = attempt["refresh"] else { return false }
        return newest != refresh
    }

    private func ended(_ attempt: Value) -> Value {
        var ended = attempt
        ended["result"] = "superseded"
        ended["state"] = nil
        ended["endedAt"] = .string(input.stamp)
        let began = attempt["startedAt"]?.string.flatMap(UTC.seconds) ?? input.now
        ended["duration"] = .string("\(input.now - began)s")
        return ended
    }
}
