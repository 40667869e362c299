import AWSECS
import Model

/// How a service's rollout stands, in words that others wait for: its outputs `rollout` and `live`.
enum RolloutWord {
    /// `settled` while no deployment is under way, whichever revision that is; else `moving`. Tasks that are replaced one by
    /// one, as a draining instance has it, are no deployment.
    static let rollout = "rollout"
    /// `wanted` once the wanted revision is the only deployment and ECS calls it COMPLETED; else `other`.
    static let live = "live"

    /// What an update that rolls tasks makes unknown.
    static let all: Set = [rollout, live]

    /// The outputs of `service` as ECS describes it, when the manifest wants the revision `wanted`.
    static func outputs(_ service: Value, wanted: Value?) -> [String: Value] {
        let deployments = ECS.Service(service).deployments ?? []
        let isMoving = deployments.count > 1 || deployments.contains { $0.rolloutState == "IN_PROGRESS" }
        return [
            rollout: isMoving ? "moving" : "settled", live: isLive(deployments, wanted) ? "wanted" : "other",
        ]
    }

    private static func isLive(_ deployments: [ECS.Deployment], _ wanted: Value?) -> Bool {
        guard deployments.count == 1, let only = deployments.first else { return false }
        // A reference means that the wanted revision is not registered yet.
        let isWanted = wanted.map(Service.revision)?.string == only.taskDefinition.map(Service.lastPart)
        // Behind a Classic Load Balancer ECS gives no state (aws-facts 1.4): then the counts say it.
        return isWanted && only.rolloutState.map { $0 == "COMPLETED" } ?? (only.runningCount == only.desiredCount)
    }

    /// What a step that waits until `service` is live at the revision that Git wants needs.
    static func isLive(_ service: ResourceID) -> PlannedCall.Requirement {
        PlannedCall.Requirement(Reference(service, live), in: ["wanted"], reason: "after \(service) is live")
    }
}
