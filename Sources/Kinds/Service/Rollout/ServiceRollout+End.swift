import Model

extension ServiceRollout {
    /// That a revision did not stay: ECS went back by itself, or somebody stopped its deployment.
    public struct TakenBack: Sendable, Equatable {
        /// `family:revision` of what was to become live.
        public let taskDefinition: String
        /// The revision that serves instead; nil when that is not known.
        public let to: Int?
        /// AWS's reason.
        public let reason: String
        /// The service deployment that was taken back; nil when only the service's own deployments tell of it.
        public let serviceDeployment: ServiceDeployment?

        /// `revision 42 was rolled back to 41: <reason>`.
        public var text: String {
            let revision = ServiceRollout.revision(taskDefinition).map { "revision \($0)" } ?? taskDefinition
            return "\(revision) was rolled back\(to.map { " to \($0)" } ?? ""): \(reason)"
        }
    }

    /// How the newest attempt to bring `taskDefinition` (`family:revision`) was taken back; nil when it was not.
    ///
    /// ECS looks stable after a rollback (aws-facts 1.6), so its service deployments decide; where they can not be read,
    /// a deployment that FAILED beside an older one that is PRIMARY again.
    public func takenBack(_ taskDefinition: String) -> TakenBack? {
        guard let newest = history.first(where: { $0.taskDefinition != nil }) else { return shown(taskDefinition) }
        guard newest.taskDefinition == taskDefinition, newest.isTakenBack else { return nil }
        // Nothing to go back to: then the revision stays, and has failed. Settings alone: then it is the same revision.
        let isStill = primary?.taskDefinition == taskDefinition
        if isStill, !newest.isGoingBack || newest.rollback?.taskDefinition == taskDefinition { return nil }
        let back = newest.rollback?.taskDefinition.flatMap { Self.revision($0) }
        return TakenBack(
            taskDefinition: taskDefinition, to: back ?? (isStill ? nil : primary?.revision),
            reason: Self.reason(of: newest),
            serviceDeployment: newest)
    }

    /// How the newest service deployment was taken back, whatever it brought; nil when it was not.
    public var newestTakenBack: TakenBack? {
        guard let newest = history.first, newest.isTakenBack, let definition = newest.taskDefinition else { return nil }
        return TakenBack(
            taskDefinition: definition,
            to: newest.rollback?.taskDefinition.flatMap { Self.revision($0) } ?? primary?.revision,
            reason: Self.reason(of: newest), serviceDeployment: newest)
    }

    /// True once the revision was all there and well: its deployment COMPLETED, its service deployment SUCCESSFUL. What
    /// its tasks do later is their health, not the rollout's.
    public func isLive(_ taskDefinition: String) -> Bool {
        guard primary?.taskDefinition == taskDefinition else { return false }
        if let newest = history.first, newest.taskDefinition == taskDefinition, newest.isSuccessful { return true }
        return primary?.rolloutState == "COMPLETED"
    }

    /// True when tasks of the newest deployment failed after it had completed.
    public var hasCrashed: Bool {
        guard let primary, let failure = primary.lastFailure else { return false }
        let newest = history.first { $0.taskDefinition == primary.taskDefinition && $0.isSuccessful }
        return failure > newest?.finishedAt ?? primary.updatedAt ?? 0
    }

    private static func reason(of deployment: ServiceDeployment) -> String {
        let alarms = deployment.alarms?.triggered ?? []
        let reason = deployment.rollback?.reason ?? deployment.statusReason ?? "ECS gives no reason"
        return alarms.isEmpty ? reason : "\(reason) (\(alarms.joined(separator: ", ")))"
    }

    private func shown(_ taskDefinition: String) -> TakenBack? {
        guard let primary, primary.taskDefinition != taskDefinition else { return nil }
        let ours = deployments.first { $0.taskDefinition == taskDefinition }
        let isBack = ours?.rolloutState == "FAILED" || (primary.reason ?? "").contains("rolling back")
        guard isBack else { return nil }
        return TakenBack(
            taskDefinition: taskDefinition, to: primary.revision,
            reason: (ours ?? primary).reason ?? "ECS gives no reason", serviceDeployment: nil)
    }
}
