import Model
import Planning

/// One Kubernetes condition as status files hold it.
struct Condition: Sendable, Equatable {
    var type: ConditionType
    var isTrue: Bool
    var reason: Reason
    /// At most 1,024 bytes.
    var message: String
    /// UTC, `2026-11-24T12:04:10Z`; when `isTrue` last changed.
    var lastTransitionTime: String
    /// The commit at which the condition last changed in any way.
    var observedRevision: String

    /// This condition now: time and commit stay while nothing about it changed.
    init(
        _ type: ConditionType, _ isTrue: Bool, _ reason: Reason, _ message: String, at time: String, commit: String,
        after previous: [Condition]
    ) {
        let before = previous.first { $0.type == type }
        self.type = type
        self.isTrue = isTrue
        self.reason = reason
        self.message = message.cut(toBytes: 1_024)
        lastTransitionTime = before.map { $0.isTrue == isTrue ? $0.lastTransitionTime : time } ?? time
        let isSame = before?.isTrue == isTrue && before?.reason == reason && before?.message == self.message
        observedRevision = isSame ? before?.observedRevision ?? commit : commit
    }

    /// Reads what an earlier status file holds; nil when a member is missing.
    init?(_ value: Value) {
        guard let type = value["type"]?.string.flatMap(ConditionType.init), let status = value["status"]?.string,
            let reason = value["reason"]?.string.flatMap(Reason.init), let time = value["lastTransitionTime"]?.string
        else { return nil }
        self.type = type
        isTrue = status == "True"
        self.reason = reason
        message = value["message"]?.string ?? ""
        lastTransitionTime = time
        observedRevision = value["observedRevision"]?.string ?? ""
    }

    var node: YAMLNode {
        .block([
            ("type", .text(type.rawValue)), ("status", .text(isTrue ? "True" : "False")),
            ("reason", .text(reason.rawValue)), ("message", .text(message)),
            ("lastTransitionTime", .text(lastTransitionTime)), ("observedRevision", .text(observedRevision)),
        ])
    }
}

extension String {
    /// The text cut at a character's end, so that it has at most `limit` bytes of UTF-8.
    func cut(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var result = self
        while result.utf8.count > limit - 3 { result.removeLast() }
        return result + "…"
    }
}
