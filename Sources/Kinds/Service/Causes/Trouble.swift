import AWSECS
import Model

/// Whether a service is worth asking about: told by what an observation has already.
enum Trouble {
    /// What a service says only when something is wrong.
    private static let signs = [
        "unable to place a task", "unable to consistently start tasks", "unable to stop or start tasks",
        "failed to launch a task", "is unhealthy in", "failed container health checks", "deployment failed",
        "unable to assume", "encountered error",
    ]

    /// True for a rollout that failed, was taken back, loses tasks, finds no room or says that something is wrong.
    ///
    /// `wanted` is the revision that Git states, `family:revision`: of a rollback only AWS's history tells once it is over.
    static func isSeen(in detail: Value, wanted: String?) -> Bool {
        let rollout = ServiceRollout(detail)
        if hasFailed(detail) || wanted.flatMap(rollout.takenBack) != nil { return true }
        guard RolloutReading.isMoving(ECS.Service(detail)) else { return false }
        let tasks = rollout.allTasks
        if rollout.newTasks.failed > 0 || tasks.unhealthy > 0 || tasks.waitingForRoom > 0 { return true }
        let targets = rollout.targets ?? [:]
        return targets["unhealthy"] != nil || targets["unused"] != nil || says(detail, signs)
    }

    /// True when ECS gave a deployment up, or goes back from one.
    static func hasFailed(_ detail: Value) -> Bool {
        (detail["deployments"]?.list ?? []).map(ECS.Deployment.init).contains { deployment in
            let losesTasks = deployment.status == "PRIMARY" && deployment.failedTasks ?? 0 > 0
            let goesBack = deployment.rolloutStateReason?.contains("rolling back") == true
            return deployment.rolloutState == "FAILED" || goesBack || losesTasks
        }
    }

    /// True when tasks wait for an instance, or ECS says that none has room for them.
    static func lacksRoom(_ detail: Value) -> Bool {
        ServiceRollout(detail).allTasks.waitingForRoom > 0 || says(detail, ["unable to place a task"])
    }

    /// True when the service said one of `texts` since its newest deployment began and since it was steady last.
    private static func says(_ detail: Value, _ texts: [String]) -> Bool {
        let start = Service.primary(detail)?.raw["createdAt"].flatMap(Evidence.seconds) ?? 0
        let events = (detail["events"]?.list ?? []).map { event in
            (at: event["createdAt"].flatMap(Evidence.seconds) ?? 0, text: event["message"]?.string ?? "")
        }
        let steady = events.filter { Evidence.saysSteady($0.text) }.map(\.at).max() ?? 0
        return events.contains { event in
            event.at >= start && event.at >= steady && texts.contains { event.text.contains($0) }
        }
    }
}
