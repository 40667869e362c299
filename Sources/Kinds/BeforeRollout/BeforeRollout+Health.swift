import Model

extension BeforeRollout {
    static func health(of resource: Resource, live: Live) -> Health {
        guard let run = RunRecord(live.detail) else { return .healthy }
        switch run.result {
        case .succeeded: return .healthy
        case .failed: return Health(.degraded, .beforeRolloutFailed, run.text)
        case .running where live.detail["isOverdue"]?.bool == true:
            return Health(
                .degraded, .beforeRolloutFailed, "\(run.revision) runs for longer than \(limit(of: resource))")
        case .running: return Health(.progressing, .updating, "\(run.revision) runs before the rollout")
        }
    }

    static func cause(of resource: Resource, live: Live, among all: ResourceIndex) -> Cause? {
        guard let run = RunRecord(live.detail), health(of: resource, live: live).status == .degraded else { return nil }
        let task = Service.lastPart(run.task)
        let place = resource.spec["taskDefinition"]?.place
        if run.result == .running {
            return Cause(
                rule: "before-rollout-overdue", cause: "the task before the rollout does not end",
                evidence: "\(run.revision) runs for longer than \(limit(of: resource)), task \(task)",
                fix: "wait for it, stop the task, or state a longer beforeRollout.timeout", place: place)
        }
        return Cause(
            rule: "before-rollout-failed", cause: "the task before the rollout failed",
            evidence: "\(run.text), task \(task)",
            fix: "correct what it runs and commit, or `neap rollout retry \(resource.manifest.name)`", place: place)
    }

    private static func limit(of resource: Resource) -> String { DurationText.text(timeout(of: resource)) }
}
