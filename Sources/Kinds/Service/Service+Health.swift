import AWSECS
import Model

extension Service {
    static func health(of resource: Resource, live: Live) -> Health {
        let service = ECS.Service(live.detail)
        guard let primary = primary(live.detail) else {
            return Health(.unknown, .waiting, "ECS shows no deployment of the service yet")
        }
        if resource.spec["taskDefinition"]?.reference != nil {
            return Health(.progressing, .updating, "a new revision of the task definition is not registered yet")
        }
        if let wanted = resource.spec["taskDefinition"].map(revision)?.string, wanted != name(of: primary) {
            return replaced(wanted, by: primary, among: service.deployments ?? [])
        }
        switch primary.rolloutState {
        case "FAILED":
            return Health(.degraded, .rolloutFailed, "revision \(number(primary)) failed: \(why(primary))")
        case "IN_PROGRESS": return Health(.progressing, .rollingOut, counts(primary, live))
        case nil where (service.deployments ?? []).count > 1:
            return Health(.progressing, .rollingOut, counts(primary, live))
        case _ where service.runningCount ?? 0 == service.desiredCount ?? 0: return .healthy
        default: return Health(.progressing, .waiting, counts(primary, live))
        }
    }

    /// The deployment that runs is not the wanted one: it was not sent yet, or ECS took it back.
    private static func replaced(
        _ wanted: String, by primary: ECS.Deployment, among deployments: [ECS.Deployment]
    ) -> Health {
        let ours = deployments.first { name(of: $0) == wanted }
        let isBack = ours?.rolloutState == "FAILED" || (primary.rolloutStateReason ?? "").contains("rolling back")
        guard isBack else {
            return Health(
                .progressing, .updating, "revision \(number(wanted)) is wanted, \(number(primary)) is deployed")
        }
        let reason = ours.map(why) ?? why(primary)
        return Health(
            .degraded, .rolledBack, "revision \(number(wanted)) was rolled back to \(number(primary)): \(reason)")
    }

    private static func counts(_ primary: ECS.Deployment, _ live: Live) -> String {
        "revision \(number(primary)): \(ServiceRollout(live.detail).text)"
    }

    private static func why(_ deployment: ECS.Deployment) -> String {
        deployment.rolloutStateReason ?? "ECS gives no reason"
    }

    /// `family:revision`.
    private static func name(of deployment: ECS.Deployment) -> String {
        deployment.taskDefinition.map(lastPart) ?? ""
    }

    private static func number(_ deployment: ECS.Deployment) -> String { number(name(of: deployment)) }
    private static func number(_ revision: String) -> String {
        revision.split(separator: ":").last.map(String.init) ?? revision
    }
}
