import AWSWire
public import Model
public import Planning

/// Progress for programs: one object a line, `neap/progress/v1`; a reader ignores members and types that it does not know.
public struct ProgressRecord: Sendable, Equatable {
    /// The schema that the first line names.
    public static let schema = "neap/progress/v1"

    /// What is written.
    public let value: Value

    /// The object on one line, ending in a newline.
    public var line: String { String(decoding: JSON.write(value), as: UTF8.self) + "\n" }

    private init(_ type: String, _ time: Int?, _ members: [String: Value]) {
        var value = Value.object(members)
        value["type"] = .string(type)
        value["time"] = time.map { .string(UTC.stamp($0)) }
        self.value = value
    }

    /// The first line.
    public static func version(_ version: String) -> ProgressRecord {
        ProgressRecord("version", nil, ["schema": .string(schema), "neap": .string(version)])
    }

    /// What is about to be done, `at` seconds since 1970.
    public static func plan(_ plan: Plan, commit: String, at: Int) -> ProgressRecord {
        let counts = plan.counts
        return ProgressRecord(
            "plan", at,
            [
                "commit": .string(commit), "add": .integer(counts.add), "change": .integer(counts.change),
                "replace": .integer(counts.replace), "blocked": .integer(counts.blocked),
                "delete": .integer(plan.deletionCounts.delete), "unchanged": .integer(counts.unchanged),
                "steps": .integer(plan.allSteps.count),
            ])
    }

    /// A step that ended.
    public static func step(_ step: Step, _ outcome: Outcome, at: Int) -> ProgressRecord {
        var members: [String: Value] = [
            "resource": .string("\(step.resource)"), "operation": .string(step.planned.call.operation),
            "summary": .string(step.planned.summary),
        ]
        switch outcome {
        case .done: members["result"] = "done"
        case .failed(let reason, let message, _):
            members["result"] = "failed"
            members["reason"] = .string(reason.rawValue)
            members["message"] = .string(message)
        case .deferred(let message):
            members["result"] = "deferred"
            members["message"] = .string(message)
        case .skipped(let message):
            members["result"] = "skipped"
            members["message"] = .string(message)
        }
        return ProgressRecord("step", at, members)
    }

    /// Anything else worth a line.
    public static func note(_ subject: String, _ text: String, at: Int) -> ProgressRecord {
        ProgressRecord("note", at, ["subject": .string(subject), "text": .string(text)])
    }

    /// News of a rollout.
    public static func rollout(_ news: RolloutNews, at: Int) -> ProgressRecord {
        let own: [String: Value] = [
            "resource": .string("\(news.service)"), "event": .string(news.event.rawValue), "text": .string(news.text),
        ]
        return ProgressRecord("rollout", at, news.members.merging(own) { $1 })
    }

    /// The last line of a pass: how it ended and with which exit code.
    public static func end(_ turn: Turn, commit: String, isSettled: Bool, exit: Int, at: Int) -> ProgressRecord {
        let states = turn.states.values
        return ProgressRecord(
            "end", at,
            [
                "commit": .string(commit), "result": isSettled ? "settled" : "applied", "exit": .integer(exit),
                "resources": .integer(states.count), "synced": .integer(states.count { $0.sync == .synced }),
                "healthy": .integer(states.count { $0.health.status == .healthy }),
            ])
    }
}
