import GitStore
import Model
import Planning

/// What the status branch says while the source can not be followed: everything as it was, and why nothing is applied.
struct SourceStop {
    let memory: StatusMemory
    let environment: String
    /// The tip that is not followed, 40 hex digits.
    let tip: String
    let reason: Reason
    /// For a person; one line.
    let text: String
    /// UTC, `2026-11-24T12:04:10Z`.
    let stamp: String

    /// The files that change; none where they say so already, or nothing was ever written.
    var changes: [String: [UInt8]?] {
        guard var status = memory.statusFile else { return [:] }
        let stopped: [ConditionType] = [.ready, .sourceReady]
        let others = memory.environmentConditions.filter { !stopped.contains($0.type) && $0.type != .reconciling }
        let conditions = stopped.map { type in
            Condition(type, false, reason, text, at: stamp, commit: tip, after: memory.environmentConditions)
        }
        status["conditions"] = .list((conditions + others).map(\.value))
        let files = ["status.yaml": text(of: status), "README.md": readme]
        return files.filter { memory.files[$0.key] != Array($0.value.utf8) }.mapValues { Array($0.utf8) }
    }

    var message: CommitMessage {
        CommitMessage(
            subject: "\(environment): \(reason.rawValue), nothing is applied", body: "\(text)\n\n[skip ci]",
            trailers: [
                Trailer("Neap-Environment", environment), Trailer("Neap-Source", tip),
                Trailer("Neap-Result", "refused"),
                Trailer("Neap-Epoch", "0"),
            ])
    }

    private func text(of status: Value) -> String {
        let order = [
            "schema", "environment", "neap", "epoch", "aws", "source", "conditions", "resources", "quarantine",
            "orphans",
            "plan", "repository", "ref", "observed", "applied", "settled", "settledAt", "type", "status", "reason",
            "message", "lastTransitionTime", "observedRevision", "service", "specHash", "revision", "since", "commit",
            "total", "sync", "health", "attention", "kind", "name",
        ]
        guard case .block(let members) = YAMLNode.ordered(status, by: order) else { return "" }
        return YAMLNode.document(members)
    }

    /// The page as it was, with the stop below its title.
    private var readme: String {
        let old = String(decoding: memory.files["README.md"] ?? [], as: UTF8.self)
        let notice = "> **Stopped.** \(text.markdownCell)"
        guard !old.contains(notice), let end = old.firstIndex(of: "\n") else { return old }
        return "# \(environment) · stopped\n\n\(notice)\n" + old[end...]
    }
}

extension Condition {
    /// As status files hold it.
    fileprivate var value: Value {
        [
            "type": .string(type.rawValue), "status": .string(isTrue ? "True" : "False"),
            "reason": .string(reason.rawValue), "message": .string(message),
            "lastTransitionTime": .string(lastTransitionTime), "observedRevision": .string(observedRevision),
        ]
    }
}
