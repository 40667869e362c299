import AWSWire
public import Kinds
import Model
import Planning

/// An explanation for people and for programs; log lines are shown, and stand nowhere else.
public struct ExplainedText: Sendable {
    private let explained: Explained
    private let log: [ContainerLogs.Line]
    /// Why there is no log to show; nil when there is, or none is expected.
    private let logProblem: String?

    /// `explained` with the last lines of a failed container.
    public init(_ explained: Explained, log: [ContainerLogs.Line], logProblem: String?) {
        self.explained = explained
        self.log = log
        self.logProblem = logProblem
    }

    private var state: ResourceState { explained.state }
    private var place: Place { state.plan.resource.place }

    /// One part a line, its name in front.
    public var text: String {
        var lines = ["\(state.id)   \(place.lineDescription)", row("Git", git), row("AWS", aws), row("Ready", ready)]
        if let cause = state.cause {
            lines.append(row("Cause", cause.cause + (cause.place.map { "   \($0.lineDescription)" } ?? "")))
            lines += [row("", cause.evidence), row("Do", cause.fix)]
        }
        lines += explained.below.enumerated().map { index, state in
            row(index == 0 ? "Below" : "", "\(state.id): \(state.told)")
        }
        return (lines + logLines).map { OperatingText.neutral($0) }.joined(separator: "\n") + "\n"
    }

    private func row(_ name: String, _ text: String) -> String {
        "  " + name + String(repeating: " ", count: max(0, 7 - name.count)) + text
    }

    private var git: String {
        let source = explained.target.source
        let what = explained.pending
        let commit = "\(source.short) \"\(source.subject)\""
        if what.isEmpty { return "\(commit), which AWS was told" }
        return "\(commit), not told to AWS yet: \(what.prefix(8).joined(separator: ", ")) (`neap plan` shows it)"
    }

    private var aws: String {
        switch state.plan.observation {
        case .absent: return "nothing of that name"
        case .unknown(let why): return "not known: \(why)"
        case .live(let live):
            let arn = live.outputs["arn"]?.string ?? live.outputs["id"]?.string ?? state.plan.resource.awsName
            return ServiceView(state).map { "\(arn), \($0.rollout.text)" } ?? arn
        }
    }

    private var ready: String {
        let reason = state.problem?.reason ?? state.health.reason
        let isReady = state.isSettled
        let message = state.problem?.message ?? state.health.message
        return "\(isReady ? "True" : "False"), \(reason.rawValue)" + (message.isEmpty ? "" : ": \(message)")
    }

    private var logLines: [String] {
        if let logProblem { return [row("Log", logProblem)] }
        guard let first = log.first else { return [] }
        let count = log.count == 1 ? "the last line" : "the last \(log.count) lines"
        let head = row("Log", "\(count) of \(first.container), task \(first.task.prefix(8))")
        return [head] + log.map { row("", "\(UTC.time(Int($0.at / 1_000)))  \($0.message)") }
    }

    /// One JSON object.
    public var json: String { String(decoding: JSON.write(value), as: UTF8.self) + "\n" }

    private var value: Value {
        let reason = state.problem?.reason ?? state.health.reason
        let message = state.problem?.message ?? state.health.message
        var value: Value = [
            "schema": "neap/why/v1", "resource": .string(state.id.description),
            "declared": .string(place.lineDescription), "commit": .string(explained.target.source.id),
            "sync": .string(state.sync.rawValue), "health": .string(state.health.status.rawValue),
            "reason": .string(reason.rawValue), "message": .string(message),
        ]
        value["pending"] = .list(explained.pending.map { Value.string($0) })
        value["below"] = .list(explained.below.map(below))
        value["arn"] = state.plan.observation.live?.outputs["arn"]
        value["cause"] = state.cause.map(cause)
        if !log.isEmpty { value["log"] = .list(log.map(line)) }
        if let logProblem { value["logProblem"] = .string(logProblem) }
        return value
    }

    private func below(_ state: ResourceState) -> Value {
        ["resource": .string(state.id.description), "message": .string(state.told)]
    }

    private func cause(_ cause: Cause) -> Value {
        var value: Value = [
            "rule": .string(cause.rule), "cause": .string(cause.cause), "evidence": .string(cause.evidence),
            "fix": .string(cause.fix),
        ]
        if let place = cause.place { value["declared"] = .string(place.lineDescription) }
        return value
    }

    private func line(_ line: ContainerLogs.Line) -> Value {
        [
            "time": .string(Timestamps.iso8601(Double(line.at) / 1_000)), "task": .string(line.task),
            "container": .string(line.container), "message": .string(line.message),
        ]
    }
}
