import AWSECS

/// Where a task that has not stopped stands.
enum TaskStanding: Equatable {
    /// What the checks of a running task say.
    enum Verdict {
        case healthy, unhealthy
        /// A check has not come to an end yet.
        case pending
    }

    case waitingForRoom, starting, draining
    /// Running; nil when its checks could not be read.
    case up(Verdict?)

    /// Where `task` stands; `verdict` is asked for running ones only.
    init(_ task: ECS.Task, _ verdict: (ECS.Task) -> Verdict?) {
        switch task.lastStatus {
        case _ where task.desiredStatus == "STOPPED": self = .draining
        case "PROVISIONING" where task.lacksRoom: self = .waitingForRoom
        case "PROVISIONING", "PENDING", "ACTIVATING": self = .starting
        case "RUNNING": self = .up(verdict(task))
        default: self = .draining
        }
    }
}

extension ECS.Task {
    /// True for a task that no instance holds yet; Fargate's never have one, and an awsvpc task's interface is attached
    /// when it has one already.
    fileprivate var lacksRoom: Bool {
        let isFargate = launchType == "FARGATE" || capacityProviderName?.hasPrefix("FARGATE") == true
        return containerInstanceArn == nil && !isFargate
    }

    /// True when a stopped task came to that end by itself (aws-facts 8.2).
    var hasFailed: Bool { stopCode == "TaskFailedToStart" || stopCode == "EssentialContainerExited" }
    /// True when a stopped task went with its Spot instance (aws-facts 8.2).
    var wasInterrupted: Bool { stopCode == "SpotInterruption" }
}
