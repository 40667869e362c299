import Kinds
import Model

/// Attempts that were under way when a newer revision was sent, or when whoever watched was killed: their files get the end
/// that AWS tells of.
struct ClosedRollouts {
    let input: StatusInput

    /// Files by path.
    var files: [String: String] {
        input.memory.rolloutFiles.reduce(into: [:]) { files, entry in
            guard let (service, revision) = closed(entry.value) else { return }
            var attempts = entry.value["attempts"]?.list ?? []
            guard let last = attempts.popLast() else { return }
            files[entry.key] = RolloutFile.text(of: service.name, revision, attempts + [ended(last, service, revision)])
        }
    }

    /// The service and the revision of a file whose attempt is over, because another revision is wanted and on its way.
    private func closed(_ file: Value) -> (ServiceView, Int)? {
        guard let name = file["service"]?.string, let revision = file["revision"]?.integer,
            let last = file["attempts"]?.list?.last, RolloutFile.isOpen(last),
            let state = input.states[ResourceID("Service", name)], let service = ServiceView(state),
            let wanted = service.wanted, wanted != revision, service.primary?.revision != revision
        else { return nil }
        return (service, revision)
    }

    private func ended(_ attempt: Value, _ service: ServiceView, _ revision: Int) -> Value {
        let told = attempt["serviceDeployment"]?.string
        let deployment = service.rollout.history.first { told == nil ? $0.revision == revision : $0.arn == told }
        let result = Self.result(of: deployment)
        var ended = attempt
        ended["result"] = .string(result.rawValue)
        ended["state"] = nil
        ended["endedAt"] = .string(input.stamp)
        let began = attempt["startedAt"]?.string.flatMap(UTC.seconds) ?? input.now
        ended["duration"] = .string(DurationText.rounded(input.now - began))
        let reason = deployment?.rollback?.reason ?? deployment?.statusReason
        if result.isBad { ended["cause"] = reason.map { .string($0) } }
        return ended
    }

    /// STOPPED is what ECS calls a deployment that made way for a newer one.
    private static func result(of deployment: ServiceRollout.ServiceDeployment?) -> RolloutResult {
        guard let deployment else { return .superseded }
        if deployment.isSuccessful { return .live }
        return deployment.status.hasPrefix("ROLLBACK") ? .rolledBack : .superseded
    }
}
