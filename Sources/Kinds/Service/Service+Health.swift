import AWSECS
import Model

extension Service {
    static func health(of resource: Resource, live: Live) -> Health {
        let rollout = ServiceRollout(live.detail)
        guard let primary = rollout.primary else {
            return Health(.unknown, .waiting, "ECS shows no deployment of the service yet")
        }
        if resource.spec["taskDefinition"]?.reference != nil {
            return Health(.progressing, .updating, "a new revision of the task definition is not registered yet")
        }
        let wanted = resource.spec["taskDefinition"].map(revision)?.string ?? primary.taskDefinition
        if let end = rollout.takenBack(wanted) {
            // ECS has begun to go back and still shows ours: what becomes of it is seen once it has.
            return Health(wanted == primary.taskDefinition ? .progressing : .degraded, .rolledBack, end.text)
        }
        guard wanted == primary.taskDefinition else {
            let (ours, theirs) = (number(wanted), number(primary.taskDefinition))
            return Health(.progressing, .updating, "revision \(ours) is wanted, \(theirs) is deployed")
        }
        return rollout.isLive(wanted) ? afterRollout(rollout, live) : duringRollout(resource, primary, rollout, live)
    }

    /// The revision's way to all of its tasks.
    private static func duringRollout(
        _ resource: Resource, _ primary: ServiceRollout.Deployment, _ rollout: ServiceRollout, _ live: Live
    ) -> Health {
        switch primary.rolloutState {
        case "FAILED":
            let reason = primary.reason ?? "ECS gives no reason"
            return Health(
                .degraded, .rolloutFailed, "revision \(number(primary.taskDefinition)) failed: \(reason)")
        case nil where rollout.deployments.count == 1: return afterRollout(rollout, live)
        default:
            guard let native = NativeProgress(live.detail) else {
                return Health(.progressing, .rollingOut, counts(rollout))
            }
            let number = number(primary.taskDefinition)
            if let waiting = native.waiting(resource.id.name) {
                return Health(.progressing, .paused, "revision \(number): \(waiting)")
            }
            return Health(.progressing, .rollingOut, "revision \(number): \(native.text); \(rollout.text)")
        }
    }

    /// The rollout went well, once and for all; what its tasks do now is their own matter.
    private static func afterRollout(_ rollout: ServiceRollout, _ live: Live) -> Health {
        let service = ECS.Service(live.detail)
        if service.runningCount ?? 0 == service.desiredCount ?? 0 { return .healthy }
        if rollout.hasCrashed {
            return Health(.degraded, .tasksFail, "\(counts(rollout)): tasks fail since it went live")
        }
        return Health(.progressing, .waiting, counts(rollout))
    }

    private static func counts(_ rollout: ServiceRollout) -> String {
        "revision \(number(rollout.primary?.taskDefinition ?? "")): \(rollout.text)"
    }

    private static func number(_ revision: String) -> String {
        revision.split(separator: ":").last.map(String.init) ?? revision
    }
}
