import Model

/// The percentages leave no step that may be made (aws-facts 1.1).
struct DeploymentDeadlock: CauseRule {
    static let id = "deployment-deadlock"

    func cause(_ evidence: Evidence) -> Cause? {
        guard evidence.event("unable to stop or start tasks during a deployment") != nil else { return nil }
        let spot = evidence.manifest.service(
            "/deploymentConfiguration", "`minimumHealthyPercent` and `maximumPercent`")
        let desired = evidence.rollout.desired
        return found(
            "the deployment may neither stop nor start a task",
            "ECS: unable to stop or start tasks because of the deployment configuration (\(desired) wanted)",
            fix:
                "lower minimumHealthyPercent or raise maximumPercent in \(spot) so that one task may go or come, then commit",
            at: spot)
    }
}

/// An alarm rang that the deployment watches.
struct DeploymentAlarm: CauseRule {
    static let id = "deployment-alarm"

    func cause(_ evidence: Evidence) -> Cause? {
        guard evidence.verdict.lowercased().contains("alarm") else { return nil }
        let names = evidence.alarms.joined(separator: ", ")
        let spot =
            evidence.alarms.isEmpty
            ? evidence.manifest.service("/deploymentConfiguration/alarms", "the deployment's alarms")
            : evidence.manifest.alarm(evidence.alarms.first)
        return found(
            names.isEmpty ? "an alarm of the deployment rang" : "the alarm \(names) rang during the deployment",
            Said.short(evidence.verdict),
            fix: "see what the alarm measures (\(spot)); correct the application, \(evidence.commit)", at: spot)
    }
}

/// It failed, it is to go back, and there is nothing to go back to.
struct NoRollbackTarget: CauseRule {
    static let id = "no-rollback-target"

    func cause(_ evidence: Evidence) -> Cause? {
        guard evidence.rollsBack, evidence.rollout.primary?.rolloutState == "FAILED", !evidence.verdict.isEmpty,
            !evidence.verdict.contains("rolling back")
        else { return nil }
        let spot = evidence.manifest.service("/taskDefinition", "the service")
        return found(
            "the rollout failed, and no earlier deployment completed that ECS could go back to",
            Said.short(evidence.verdict), fix: "correct \(spot), then commit: ECS starts no more tasks of this one",
            at: spot)
    }
}
