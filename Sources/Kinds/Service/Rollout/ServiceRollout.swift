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
        /// `family:revision`; empty when AWS gives none.
        public let taskDefinition: String
        /// AWS's reason for `rolloutState`.
        public let reason: String?
        /// When ECS last changed it, seconds since 1970 by AWS's clock.
        let updatedAt: Int?
        /// When a task of it last failed; nil when none did, or tasks were not read.
        let lastFailure: Int?
    }

    /// Tasks that went down with a Spot instance.
    public struct Interruption: Sendable, Equatable {
        /// Seconds since 1970, by AWS's clock.
        public let at: Int
        /// The container instance's id.
        public let instance: String
        public let tasks: Int
    }

    /// How many tasks there should be.
    public let desired: Int
    /// As ECS lists them; behind them those that it lists no more while a task of theirs still drains.
    public let deployments: [Deployment]
    /// Targets of the service's groups by state, as AWS names it; nil when there are none, or they were not read.
    public let targets: [String: Int]?
    /// Spot instances that went while their tasks ran, oldest first, as far back as ECS remembers.
    public let interruptions: [Interruption]
    /// AWS's service deployments, newest first; empty when nothing was open, or they could not be read.
    public let history: [ServiceDeployment]
    /// Why some of it is not known, for a person; nil when all is.
    public let unknown: String?

    /// The rollout of a live service, from its `detail`; where its tasks were not read, from ECS's own counts.
    public init(_ detail: Value) {
        let service = ECS.Service(detail)
        let rollout = detail["rollout"]
        let read = rollout?["deployments"]?.list
        desired = service.desiredCount ?? 0
        targets = rollout?["targets"]?.object?.compactMapValues(\.integer)
        interruptions = (rollout?["interruptions"]?.list ?? []).map { value in
            Interruption(
                at: value["at"]?.integer ?? 0, instance: value["instance"]?.string ?? "",
                tasks: value["tasks"]?.integer ?? 0)
        }
        history = (detail["history"]?["deployments"]?.list ?? []).map(ServiceDeployment.init)
        unknown = rollout?["unknown"]?.string ?? detail["history"]?["unknown"]?.string
        let isMoving = RolloutReading.isMoving(service)
        let listed = (service.deployments ?? []).enumerated().map { index, deployment in
            Deployment(deployment, read: read.flatMap { $0.indices.contains(index) ? $0[index] : nil }, isMoving)
        }
        deployments = listed + (read ?? []).dropFirst(listed.count).map(Deployment.init(gone:))
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

    /// `family:revision` of a task definition's ARN, which may be that already.
    public static func name(of taskDefinition: String) -> String { Service.lastPart(taskDefinition) }

    /// The number behind the last colon of a task definition's ARN or `family:revision`.
    public static func revision(_ text: String?) -> Int? {
        text.flatMap { $0.split(separator: ":").last }.flatMap { Int($0) }
    }
}

extension ServiceRollout.Deployment {
    /// A deployment that ECS lists, with what was `read` of its tasks.
    fileprivate init(_ deployment: ECS.Deployment, read: Value?, _ isMoving: Bool) {
        self.init(
            id: deployment.id ?? "", revision: ServiceRollout.revision(deployment.taskDefinition),
            isPrimary: deployment.status == "PRIMARY", rolloutState: deployment.rolloutState,
            tasks: read.map(TaskCounts.init) ?? TaskCounts(deployment, areHealthy: !isMoving),
            taskDefinition: deployment.taskDefinition.map(Service.lastPart) ?? "",
            reason: deployment.rolloutStateReason, updatedAt: deployment.updatedAt.map { Int($0) },
            lastFailure: read?["lastFailure"]?.integer)
    }

    /// One that ECS lists no more while a task of it still drains.
    fileprivate init(gone value: Value) {
        let definition = value["taskDefinition"]?.string
        self.init(
            id: value["id"]?.string ?? "", revision: ServiceRollout.revision(definition), isPrimary: false,
            rolloutState: nil, tasks: TaskCounts(value), taskDefinition: definition.map(Service.lastPart) ?? "",
            reason: nil, updatedAt: nil, lastFailure: value["lastFailure"]?.integer)
    }
}
