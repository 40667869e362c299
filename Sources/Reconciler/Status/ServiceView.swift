import Planning
import AWSECS
import Model

/// A service's deployments as status files and progress lines tell of them.
struct ServiceView {
    /// One deployment: all tasks of one revision that one write brought about.
    struct Deployment {
        let id: String
        let revision: Int?
        let isPrimary: Bool
        let running: Int
        let pending: Int
        let rolloutState: String?
    }

    let name: String
    let desired: Int
    /// The revision that Git asks for; nil when it is not known yet.
    let wanted: Int?
    let deployments: [Deployment]

    /// Nil when the state is not that of a live service.
    init?(_ state: ResourceState) {
        guard state.id.kind == "Service", let live = state.plan.observation.live else { return nil }
        let service = ECS.Service(live.detail)
        name = state.id.name
        desired = service.desiredCount ?? 0
        wanted = Self.revision(state.plan.resource.spec["taskDefinition"]?.string)
        deployments = (service.deployments ?? []).map { deployment in
            Deployment(
                id: deployment.id ?? "", revision: Self.revision(deployment.taskDefinition),
                isPrimary: deployment.status == "PRIMARY", running: deployment.runningCount ?? 0,
                pending: deployment.pendingCount ?? 0, rolloutState: deployment.rolloutState)
        }
    }

    var primary: Deployment? { deployments.first(where: \.isPrimary) }
    var old: [Deployment] { deployments.filter { !$0.isPrimary } }
    var serving: [Int] { Set(deployments.filter { $0.running > 0 || $0.isPrimary }.compactMap(\.revision)).sorted() }
    var healthy: Int { deployments.map(\.running).reduce(0, +) }
    /// True when a revision is on its way.
    var isMoving: Bool { primary.map { $0.rolloutState != "COMPLETED" || $0.revision != wanted } ?? false }
    /// The revision that was there before; nil when there was none.
    var from: Int? { old.compactMap(\.revision).max() ?? (primary?.revision == wanted ? nil : primary?.revision) }

    /// The number behind the last colon of a task definition's ARN or `family:revision`.
    static func revision(_ text: String?) -> Int? {
        text.flatMap { $0.split(separator: ":").last }.flatMap { Int($0) }
    }
}
