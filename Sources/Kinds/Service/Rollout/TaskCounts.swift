import AWSECS
import Model

/// How the tasks of one deployment stand; each task counts once, besides in `running`.
public struct TaskCounts: Sendable, Equatable {
    /// On their way: being started, or up and not yet found healthy.
    public var starting = 0
    /// Not placed: no instance has room for them (ECS keeps them in PROVISIONING, aws-facts 1.2).
    public var waitingForRoom = 0
    /// RUNNING and wanted so, healthy or not.
    public var running = 0
    /// Running and passing every check that there is (aws-facts 1.3); nil when that could not be found out.
    public var healthy: Int? = 0
    /// Running and failing a check.
    public var unhealthy = 0
    /// Told to stop and not stopped yet.
    public var draining = 0
    /// Stopped by themselves or never up, as far back as ECS remembers: an hour at least (aws-facts 8.2).
    public var failed = 0

    /// No tasks.
    public init() {}

    /// What `value` says; the form in which an observation carries counts.
    init(_ value: Value) {
        let count: (String) -> Int = { value[$0]?.integer ?? 0 }
        starting = count("starting")
        waitingForRoom = count("waitingForRoom")
        running = count("running")
        healthy = value["healthy"]?.integer
        unhealthy = count("unhealthy")
        draining = count("draining")
        failed = count("failed")
    }

    /// ECS's own counts, where no task was read: `areHealthy` once the deployment is over, which ECS says only when its
    /// tasks were found healthy; before that they just run.
    init(_ deployment: ECS.Deployment, areHealthy: Bool) {
        starting = deployment.pendingCount ?? 0
        running = deployment.runningCount ?? 0
        healthy = areHealthy || running == 0 ? running : nil
        failed = deployment.failedTasks ?? 0
    }

    /// The counts as an observation carries them: `healthy` is left out when it is not known.
    var value: Value {
        var value: Value = [
            "starting": .integer(starting), "waitingForRoom": .integer(waitingForRoom), "running": .integer(running),
            "unhealthy": .integer(unhealthy), "draining": .integer(draining), "failed": .integer(failed),
        ]
        value["healthy"] = healthy.map { .integer($0) }
        return value
    }

    /// The counts of `tasks`, none of which has stopped.
    init(_ tasks: [ECS.Task], _ verdict: (ECS.Task) -> TaskStanding.Verdict?) {
        for task in tasks { add(TaskStanding(task, verdict)) }
    }

    /// Counts one more task.
    private mutating func add(_ standing: TaskStanding) {
        switch standing {
        case .waitingForRoom: waitingForRoom += 1
        case .starting: starting += 1
        case .draining: draining += 1
        case .up(let verdict):
            running += 1
            switch verdict {
            case .healthy: healthy = healthy.map { $0 + 1 }
            case .unhealthy: unhealthy += 1
            case .pending: starting += 1
            case nil: healthy = nil
            }
        }
    }

    /// The tasks of both.
    static func + (a: TaskCounts, b: TaskCounts) -> TaskCounts {
        var sum = TaskCounts()
        sum.starting = a.starting + b.starting
        sum.waitingForRoom = a.waitingForRoom + b.waitingForRoom
        sum.running = a.running + b.running
        sum.healthy = a.healthy.flatMap { one in b.healthy.map { one + $0 } }
        sum.unhealthy = a.unhealthy + b.unhealthy
        sum.draining = a.draining + b.draining
        sum.failed = a.failed + b.failed
        return sum
    }

    /// `2/4 healthy, 2 starting`: what is not zero; `of` is how many there should be.
    func text(of desired: Int? = nil) -> String {
        let total = desired.map { "/\($0)" } ?? ""
        let first = healthy.map { "\($0)\(total) healthy" } ?? "\(running)\(total) running"
        let others = [(starting, "starting"), (unhealthy, "unhealthy"), (draining, "draining"), (failed, "failed")]
        return ([first] + others.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }).joined(separator: ", ")
    }
}
