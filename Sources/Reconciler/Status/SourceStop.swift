import GitStore
import Model
import Planning

/// What the status branch says while the source can not be followed: everything as it was, and why nothing is applied.
struct SourceStop {
    let memory: StatusMemory
    let environment: String
    /// The tip that is not followed, 40 hex digits.
    let tip: String
    /// The condition that is false; `Ready` is too.
    let type: ConditionType
    let reason: Reason
    /// For a person; one line.
    let text: String
    /// UTC, `2026-11-24T12:04:10Z`.
    let stamp: String

    /// The files that change; none where they say so already, or nothing was ever written.
    var changes: [String: [UInt8]?] {
        guard var status = memory.statusFile else { return [:] }
        let stopped: [ConditionType] = [.ready, type]
        // What was said of another tip's history, and of what moved, is no longer so.
        let past: [ConditionType] = [.ready, .reconciling, .sourceReady, .sourceVerified]
        let others = memory.environmentConditions.filter { !past.contains($0.type) }
        let conditions = stopped.map { type in
            Condition(type, false, reason, text, at: stamp, commit: tip, after: memory.environmentConditions)
        }
        status["conditions"] = .list((conditions + others).map(\.value))
        let files = [StatusFile.path: text(of: status), "README.md": readme]
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
            "plan", "repository", "ref", "observed", "verified", "applied", "settled", "settledAt", "type", "status",
            "reason",
            "message", "lastTransitionTime", "observedRevision", "service", "specHash", "revision", "since", "commit",
            "total", "sync", "health", "attention", "kind", "name",
        ]
        guard case .block(let members) = YAMLNode.ordered(status, by: order) else { return "" }
        return YAMLNode.document(members)
    }

    private static let mark = "> **Stopped.** "

    /// The page as it was, with the stop below its title, in the place of one that stood there before.
    private var readme: String {
        let old = String(decoding: memory.files["README.md"] ?? [], as: UTF8.self)
        var lines = old.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
        guard !lines.isEmpty else { return old }
        if lines.dropFirst().first?.hasPrefix(Self.mark) == true { lines = lines.dropFirst(2) }
        return "# \(environment) · stopped\n\n\(Self.mark)\(text.markdownCell)\n" + lines.joined(separator: "\n")
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
