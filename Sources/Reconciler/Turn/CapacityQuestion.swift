import Kinds
import Model
import Planning

/// Whether a plan moves tasks or instances, and where: what has to be read of AWS to tell what that will be like.
struct CapacityQuestion {
    private let plan: Plan
    private let isUrgent: Bool

    /// `isUrgent` asks about every service that is there, whatever the plan moves.
    init(_ plan: Plan, isUrgent: Bool = false) {
        self.plan = plan
        self.isUrgent = isUrgent
    }

    /// Clusters by ARN or name, sorted: those of services that roll or are made; where instances are replaced, those of every
    /// service there is. Empty when nothing moves, or no cluster is there yet.
    var clusters: [String] {
        let isInstances = plan.steps.contains { $0.planned.effect == .rollsInstances }
        let services = plan.resources.filter { $0.id.kind == "Service" }
        let concerned = services.filter {
            isInstances || isUrgent ? $0.observation.live != nil : rolls($0)
        }
        let named = concerned.compactMap { service in
            (service.observation.live?.spec["cluster"] ?? service.resource.spec["cluster"])?.string
        }
        return Set(named.filter(isThere)).sorted()
    }

    private func rolls(_ service: ResourcePlan) -> Bool {
        service.action == .create
            || plan.steps.contains { $0.resource == service.id && $0.planned.effect >= .rollsTasks }
    }

    /// A cluster that this plan makes is named before it exists.
    private func isThere(_ cluster: String) -> Bool {
        let name = cluster.split(separator: "/").last.map(String.init) ?? cluster
        return !plan.resources.contains {
            $0.id.kind == "Cluster" && $0.resource.awsName == name && $0.action == .create
        }
    }
}
