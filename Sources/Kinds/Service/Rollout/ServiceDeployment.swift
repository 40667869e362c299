import AWSECS
public import Model

extension ServiceRollout {
    /// AWS's own record of how one deployment went (aws-facts 1.4): the word that decides whether a revision is live.
    public struct ServiceDeployment: Sendable, Equatable {
        /// The circuit breaker: MONITORING, TRIGGERED, MONITORING_COMPLETE or DISABLED, and its count.
        public struct Breaker: Sendable, Equatable {
            public let status: String
            public let failures: Int
            /// How many failures are too many.
            public let threshold: Int
        }

        /// The alarms that are watched: the same words, and those that rang.
        public struct Alarms: Sendable, Equatable {
            public let status: String
            public let triggered: [String]
        }

        /// That ECS went back.
        public struct Rollback: Sendable, Equatable {
            public let reason: String?
            /// Seconds since 1970, by AWS's clock.
            public let startedAt: Int?
            /// `family:revision` of what it goes back to; nil when AWS has forgotten it.
            public let taskDefinition: String?
        }

        public let arn: String
        /// PENDING, IN_PROGRESS, SUCCESSFUL, STOPPED, ROLLBACK_IN_PROGRESS, … as AWS names them.
        public let status: String
        public let statusReason: String?
        /// SCALE_UP, BAKE_TIME, …; nil for rolling deployments.
        public let lifecycleStage: String?
        /// Seconds since 1970, by AWS's clock.
        public let createdAt: Int?
        /// The same; nil while it is under way.
        public let finishedAt: Int?
        /// `family:revision` that it brings; nil when AWS has forgotten it.
        public let taskDefinition: String?
        public let breaker: Breaker?
        public let alarms: Alarms?
        public let rollback: Rollback?
        /// The digests that the images' tags stood for, by container.
        public let digests: [String: String]
        /// DescribeServiceRevisions: everything that it brings, in AWS's members; null when AWS has forgotten it.
        public let settings: Value

        /// A service deployment as `DeploymentHistory` notes it.
        init(_ value: Value) {
            let view = ECS.ServiceDeployment(value)
            let target = value["target"] ?? .null
            arn = view.serviceDeploymentArn ?? ""
            status = view.status ?? ""
            statusReason = view.statusReason
            lifecycleStage = view.lifecycleStage
            createdAt = view.createdAt.map { Int($0) }
            finishedAt = view.finishedAt.map { Int($0) }
            taskDefinition = target["taskDefinition"]?.string.map(Service.lastPart)
            breaker = view.deploymentCircuitBreaker.map {
                Breaker(status: $0.status ?? "", failures: $0.failureCount ?? 0, threshold: $0.threshold ?? 0)
            }
            alarms = view.alarms.map { Alarms(status: $0.status ?? "", triggered: $0.triggeredAlarmNames ?? []) }
            rollback = view.rollback.map { rollback in
                Rollback(
                    reason: rollback.reason, startedAt: rollback.startedAt.map { Int($0) },
                    taskDefinition: value["rolledBackTo"]?.string.map(Service.lastPart))
            }
            digests = (target["containerImages"]?.list ?? []).reduce(into: [:]) { digests, image in
                guard let name = image["containerName"]?.string else { return }
                digests[name] = image["imageDigest"]?.string
            }
            settings = target
        }

        /// The task definition's revision.
        public var revision: Int? { ServiceRollout.revision(taskDefinition) }
        /// True once it is over, in whichever way.
        public var isOver: Bool { Self.over.contains(status) }
        /// True once all tasks were replaced and well: from then on health is another matter.
        public var isSuccessful: Bool { status == "SUCCESSFUL" }
        /// True when ECS goes or went back, or somebody stopped it.
        public var isTakenBack: Bool {
            isGoingBack || ["ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED", "STOPPED"].contains(status)
        }
        /// True while ECS stops it or goes back.
        public var isGoingBack: Bool {
            ["ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS", "STOP_REQUESTED"].contains(status)
        }

        static let over = ["SUCCESSFUL", "STOPPED", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED"]
    }
}
