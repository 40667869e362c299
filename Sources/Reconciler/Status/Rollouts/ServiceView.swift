import Kinds
import Model
import Planning

/// A service's deployments as status files and progress lines tell of them.
struct ServiceView {
    let name: String
    /// `family:revision` that Git asks for; nil when it is not known yet.
    let taskDefinition: String?
    let rollout: ServiceRollout
    let bounds: RolloutBounds
    private let health: Reason

    /// Nil when the state is not that of a live service.
    init?(_ state: ResourceState) {
        guard state.id.kind == "Service", let live = state.plan.observation.live else { return nil }
        name = state.id.name
        taskDefinition = state.plan.resource.spec["taskDefinition"]?.string.map(ServiceRollout.name)
        rollout = ServiceRollout(live.detail)
        bounds = RolloutBounds(desired: rollout.desired, live.spec["deploymentConfiguration"])
        health = state.health.reason
    }

    /// The revision that Git asks for; nil when it is not known yet.
    var wanted: Int? { ServiceRollout.revision(taskDefinition) }
    var desired: Int { rollout.desired }
    var deployments: [ServiceRollout.Deployment] { rollout.deployments }
    var primary: ServiceRollout.Deployment? { rollout.primary }
    /// The revisions of which tasks are up, those that finish their last requests among them.
    var serving: [Int] {
        let up = deployments.filter { $0.isPrimary || $0.tasks.running > 0 || $0.tasks.draining > 0 }
        return Set(up.compactMap(\.revision)).sorted()
    }
    /// True when ECS went back from what Git asks for.
    var isRolledBack: Bool { health == .rolledBack || takenBack != nil }
    /// True once the revision that Git asks for was all there and well.
    var isLive: Bool { !isRolledBack && taskDefinition.map(rollout.isLive) == true }
    /// True when ECS gave the revision up and stays with it.
    var hasFailed: Bool { !isLive && primary?.rolloutState == "FAILED" && primary?.revision == wanted }
    /// True when a revision is on its way.
    var isMoving: Bool { primary != nil && !isLive && !isRolledBack && !hasFailed }
    /// The revision that was there before; nil when there was none.
    var from: Int? {
        rollout.old.compactMap(\.revision).filter { $0 != wanted }.max()
            ?? (primary?.revision == wanted ? nil : primary?.revision)
    }
    /// The revision that serves in the place of the one that was rolled back.
    var servesInstead: Int? { takenBack?.to ?? (primary?.revision == wanted ? nil : primary?.revision) }
    /// Why ECS gave the revision up; nil when it did not.
    var reason: String? { takenBack?.reason ?? (hasFailed ? primary?.reason : nil) }
    /// `2/4 healthy`, of the newest deployment; `2/4 running` where the tasks' health is not known.
    var share: String {
        let tasks = rollout.newTasks
        return "\(tasks.healthy ?? tasks.running)/\(desired) " + (tasks.healthy == nil ? "running" : "healthy")
    }

    private var takenBack: ServiceRollout.TakenBack? { taskDefinition.flatMap(rollout.takenBack) }
}
