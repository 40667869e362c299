import GitStore
import Kinds
public import Model
import Planning

/// How a service's rollout stands: what AWS says now, and what the status branch tells of the newest attempt.
public struct RolloutReport: Sendable {
    /// How it does, as conditions say it.
    public let health: Health
    private let view: ServiceView
    private let held: Quarantine?
    private let cause: Cause?
    private let last: RolloutHistory.Attempt?

    /// Nil when AWS shows no such service.
    public init?(_ service: String, _ turn: Turn, of prepared: EnvironmentReconciler.Prepared) {
        let id = ResourceID("Service", service)
        guard let state = turn.states[id], let view = ServiceView(state) else { return nil }
        self.view = view
        health = state.health
        cause = state.cause
        held = turn.quarantine[id]
        last = RolloutHistory(prepared.loaded, of: service).attempts.first
    }

    /// A line a fact.
    public var text: String {
        let facts = rows.compactMap { name, text in text.map { ["  \(name)", $0] } }
        let message =
            health.message.isEmpty ? "revision \(view.wanted.map(String.init) ?? "?") is live" : health.message
        return "Service/\(view.name)  \(message)\n" + TextTable(rows: facts).text
    }

    private var rows: [(String, String?)] {
        let serving = view.serving.map(String.init).joined(separator: ", ")
        return [
            ("Git", view.taskDefinition ?? "a revision that is not registered yet"),
            ("AWS", view.primary.map { "\($0.taskDefinition) is PRIMARY; serving \(serving)" }),
            ("tasks", view.rollout.text), ("deployment", view.primary.map { "\($0.id) \($0.rolloutState ?? "")" }),
            ("AWS's record", newest.map { "\($0.status)\($0.lifecycleStage.map { ", \($0)" } ?? "")  \($0.arn)" }),
            ("breaker", newest?.breaker.map { "\($0.status), \($0.failures) of \($0.threshold) failures" }),
            ("held", held.map { "\($0.revision) since \(UTC.readable($0.since)); `neap rollout retry \(view.name)`" }),
            ("attempt", last.map(Self.line)), ("cause", cause?.cause), ("evidence", cause?.evidence),
            ("fix", cause?.fix),
        ]
    }

    private static func line(_ attempt: RolloutHistory.Attempt) -> String {
        let text: (String) -> String = { attempt.value[$0]?.scalarText ?? "?" }
        let took = attempt.value["duration"]?.string.map { ", took \($0)" } ?? ""
        return
            "\(text("number")) of revision \(attempt.revision): \(attempt.result), started \(text("startedAt"))\(took)"
    }

    private var newest: ServiceRollout.ServiceDeployment? { view.rollout.history.first }

    /// `schema: neap/rollout-status/v1`.
    public var value: Value {
        var value: Value = [
            "schema": "neap/rollout-status/v1", "service": .string(view.name),
            "health": .string(health.status.rawValue), "reason": .string(health.reason.rawValue),
            "message": .string(health.message), "serving": .list(view.serving.map { .integer($0) }),
            "desired": .integer(view.desired), "isLive": Value(.bool(view.isLive)),
        ]
        value["git"] = view.taskDefinition.map { .string($0) }
        value["primary"] = view.primary.map { .string($0.taskDefinition) }
        value["serviceDeployment"] = newest.map { ["arn": .string($0.arn), "status": .string($0.status)] }
        value["heldSince"] = held.map { .string(UTC.stamp($0.since)) }
        value["attempt"] = last?.value
        if let cause {
            value["cause"] = [
                "rule": .string(cause.rule), "cause": .string(cause.cause), "evidence": .string(cause.evidence),
                "fix": .string(cause.fix),
            ]
        }
        return value
    }
}
