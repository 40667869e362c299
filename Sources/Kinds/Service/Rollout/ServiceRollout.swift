import AWSECS
public import Model

/// How a service's rollout stands: the one view of it that conditions, progress lines and status files are made from.
public struct ServiceRollout: Sendable, Equatable {
    /// One deployment: all tasks of one revision that one write brought about.
    public struct Deployment: Sendable, Equatable {
        /// `ecs-svc/<digits>`; empty when AWS gives none.
        public let id: String
        /// The task definition's revision.
        public let revision: Int?
        /// True for the one that ECS works towards.
        public let isPrimary: Bool
        /// IN_PROGRESS, COMPLETED or FAILED; nil behind a Classic Load Balancer (aws-facts 1.4).
        public let rolloutState: String?
        /// How its tasks stand.
        public let tasks: TaskCounts
    }

    /// How many tasks there should be.
    public let desired: Int
    /// As ECS lists them; behind them those that it lists no more while a task of theirs still drains.
    public let deployments: [Deployment]
    /// Targets of the service's groups by state, as AWS names it; nil when there are none, or they were not read.
    public let targets: [String: Int]?
    /// Why some of it is not known, for a person; nil when all is.
    public let unknown: String?

    /// The rollout of a live service, from its `detail`; where its tasks were not read, from ECS's own counts.
    public init(_ detail: Value) {
        let service = ECS.Service(detail)
        let rollout = detail["rollout"]
        let read = rollout?["deployments"]?.list
        desired = service.desiredCount ?? 0
        targets = rollout?["targets"]?.object?.compactMapValues(\.integer)
        unknown = rollout?["unknown"]?.string
        let isMoving = RolloutReading.isMoving(service)
        let listed = (service.deployments ?? []).enumerated().map { index, deployment in
            Deployment(
                id: deployment.id ?? "", revision: Self.revision(deployment.taskDefinition),
                isPrimary: deployment.status == "PRIMARY", rolloutState: deployment.rolloutState,
                tasks: read.flatMap { $0.indices.contains(index) ? TaskCounts($0[index]) : nil }
                    ?? TaskCounts(deployment, areHealthy: !isMoving))
        }
        let gone = (read ?? []).dropFirst(listed.count).map { value in
            Deployment(
                id: value["id"]?.string ?? "", revision: Self.revision(value["taskDefinition"]?.string),
                isPrimary: false, rolloutState: nil, tasks: TaskCounts(value))
        }
        deployments = listed + gone
    }

    /// The deployment that ECS works towards; nil when it shows none.
    public var primary: Deployment? { deployments.first(where: \.isPrimary) }
    /// All others.
    public var old: [Deployment] { deployments.filter { !$0.isPrimary } }
    /// Tasks of the deployment that ECS works towards.
    public var newTasks: TaskCounts { primary?.tasks ?? TaskCounts() }
    /// Tasks of all others.
    public var oldTasks: TaskCounts { old.map(\.tasks).reduce(TaskCounts(), +) }
    /// Tasks of all deployments.
    public var allTasks: TaskCounts { newTasks + oldTasks }

    /// `new 2/4 healthy, 2 starting; old 0 healthy, 2 draining; 1 waits for room`; without old ones of a service whose
    /// deployment is over, just `3/4 healthy, 1 starting`.
    public var text: String {
        let isRolling = !old.isEmpty || primary?.rolloutState != "COMPLETED"
        var parts = [(isRolling ? "new " : "") + newTasks.text(of: desired)]
        if !old.isEmpty { parts.append("old " + oldTasks.text()) }
        let waiting = allTasks.waitingForRoom
        if waiting > 0 { parts.append("\(waiting) wait\(waiting == 1 ? "s" : "") for room") }
        if let unknown { parts.append("not all is known: \(unknown)") }
        return parts.joined(separator: "; ")
    }

    /// The number behind the last colon of a task definition's ARN or `family:revision`.
    public static func revision(_ text: String?) -> Int? {
        text.flatMap { $0.split(separator: ":").last }.flatMap { Int($0) }
    }
}
