import Kinds
import Model
import Planning

/// `rollouts/<service>/<revision>.yaml`: the attempts to bring one revision of a service live (look.md section 5).
struct RolloutFile {
    let input: StatusInput
    let state: ResourceState
    let view: ServiceView
    let revision: Int
    let result: RolloutResult

    /// Nil when the service has no rollout to tell of: nothing is moving, nothing was, and nothing was written.
    init?(_ input: StatusInput, _ state: ResourceState) {
        guard let view = ServiceView(state), let revision = view.wanted else { return nil }
        self.input = input
        self.state = state
        self.view = view
        self.revision = revision
        result = RolloutResult(state, view)
        guard continues || begins else { return nil }
    }

    static func path(_ service: String, _ revision: Int) -> String {
        "rollouts/\(PathPart.safe(service))/\(revision).yaml"
    }

    /// True when an attempt was under way when it was written down.
    static func isOpen(_ attempt: Value) -> Bool {
        attempt["result"]?.string.flatMap(RolloutResult.init)?.isOpen == true
    }

    /// A file with these attempts.
    static func text(of service: String, _ revision: Int, _ attempts: [Value]) -> String {
        let all = attempts.map { YAMLNode.ordered($0, by: RolloutAttempt.order, inside: ["state": RolloutState.order]) }
        return YAMLNode.document([
            ("schema", .text("neap/rollout/v1")), ("service", .text(service)),
            ("revision", .value(.integer(revision))), ("attempts", .list(all)),
        ])
    }

    var path: String { Self.path(state.id.name, revision) }
    var text: String { Self.text(of: state.id.name, revision, earlier + [.object(RolloutAttempt(self).members)]) }

    private var attempts: [Value] { input.memory.rolloutFiles[path]?["attempts"]?.list ?? [] }
    /// The newest attempt that is written down.
    var last: Value? { attempts.last }
    /// Those before the one that is told of now.
    var earlier: [Value] { continues ? Array(attempts.dropLast()) : attempts }
    /// When the attempt began, `2026-11-24T12:04:10Z`; nil once it has ended.
    var underWaySince: String? { result.isOpen ? RolloutAttempt(self).started : nil }

    /// A write that rolls tasks, or the service's creation, begins a new attempt.
    var startedNow: Bool {
        state.wasWritten && (state.written.isEmpty || state.written.contains { $0.effect == .rollsTasks })
    }
    /// The deployment that brings this revision; nil when ECS shows none.
    var deployment: ServiceRollout.Deployment? {
        view.deployments.filter { $0.revision == revision }.max { !$0.isPrimary && $1.isPrimary }
    }
    /// AWS's record of it; nil when it has none, or was not asked.
    var serviceDeployment: ServiceRollout.ServiceDeployment? {
        view.rollout.history.first.flatMap { $0.revision == revision ? $0 : nil }
    }

    /// True when the newest attempt goes on.
    var continues: Bool { last.map(Self.isOpen) == true && (!startedNow || isLast) }
    /// True when there is one more attempt. What ended stays as it was told until something moves or is written again.
    private var begins: Bool {
        if startedNow { return !isLast || (isAnother && !result.isOpen) }
        guard let last else { return result != .live }
        return !Self.isOpen(last) && (result.isOpen && !isLast || result == .rolledBack && isAnother)
    }
    /// True when the last attempt is of the write that is told of now: later looks of a pass remember that write too.
    private var isLast: Bool {
        guard last?["commit"]?.string == input.target.source.id else { return false }
        guard let told = last?["deployment"]?.string, let deployment else { return true }
        return told == deployment.id
    }
    /// True when AWS tells of another deployment than the one of the last attempt.
    private var isAnother: Bool {
        guard let told = last?["serviceDeployment"]?.string, let serviceDeployment else { return false }
        return told != serviceDeployment.arn
    }
}
