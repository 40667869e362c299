import Kinds
import Model
import Planning

/// A service's deployments as status files and progress lines tell of them.
struct ServiceView {
    let name: String
    /// The revision that Git asks for; nil when it is not known yet.
    let wanted: Int?
    let rollout: ServiceRollout
    let bounds: RolloutBounds

    /// Nil when the state is not that of a live service.
    init?(_ state: ResourceState) {
        guard state.id.kind == "Service", let live = state.plan.observation.live else { return nil }
        name = state.id.name
        wanted = ServiceRollout.revision(state.plan.resource.spec["taskDefinition"]?.string)
        rollout = ServiceRollout(live.detail)
        bounds = RolloutBounds(desired: rollout.desired, live.spec["deploymentConfiguration"])
    }

    var desired: Int { rollout.desired }
    var deployments: [ServiceRollout.Deployment] { rollout.deployments }
    var primary: ServiceRollout.Deployment? { rollout.primary }
    /// The revisions of which tasks are up, those that finish their last requests among them.
    var serving: [Int] {
        let up = deployments.filter { $0.isPrimary || $0.tasks.running > 0 || $0.tasks.draining > 0 }
        return Set(up.compactMap(\.revision)).sorted()
    }
    /// True when a revision is on its way.
    var isMoving: Bool { primary.map { $0.rolloutState != "COMPLETED" || $0.revision != wanted } ?? false }
    /// The revision that was there before; nil when there was none.
    var from: Int? {
        rollout.old.compactMap(\.revision).max() ?? (primary?.revision == wanted ? nil : primary?.revision)
    }
    /// `2/4 healthy`, of the newest deployment; `2/4 running` where the tasks' health is not known.
    var share: String {
        let tasks = rollout.newTasks
        return "\(tasks.healthy ?? tasks.running)/\(desired) " + (tasks.healthy == nil ? "running" : "healthy")
    }
}
