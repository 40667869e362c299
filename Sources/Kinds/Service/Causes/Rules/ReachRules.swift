import Model

extension Evidence {
    /// The port at which the load balancer asks.
    fileprivate func port(_ sign: TargetSign?) -> String {
        let ports = definition.containers.flatMap(\.ports)
        return ports.first.map { "port \($0)" } ?? sign.map { "port \($0.port)" } ?? "its port"
    }
}

/// The load balancer's check begins before the application can answer.
struct GracePeriodShort: CauseRule {
    static let id = "grace-period-short"
    /// Seconds: less than most applications need.
    private static let short = 15
    /// Seconds from a task's start to its end that are no more than a check's own patience.
    private static let early: Double = 90

    func cause(_ evidence: Evidence) -> Cause? {
        guard evidence.gracePeriod < Self.short, let failure = evidence.killedByBalancer,
            failure.tasks.allSatisfy({ $0.lived < Self.early }),
            evidence.unhealthy({ $0.reason == "Target.Timeout" }) == nil
        else { return nil }
        let spot = evidence.manifest.service("/healthCheckGracePeriodSeconds", "`healthCheckGracePeriodSeconds`")
        let most = Int(failure.tasks.map(\.lived).max() ?? 0)
        return found(
            "tasks are stopped before they can answer: the grace period is too short",
            failure.told(
                "failed ELB health checks at most \(most) s after their start, grace period \(evidence.gracePeriod) s"),
            fix: "set healthCheckGracePeriodSeconds to what a start takes in \(spot); \(evidence.commit)", at: spot)
    }
}

/// The application takes longer than the check waits.
struct HealthCheckTimeout: CauseRule {
    static let id = "health-check-timeout"

    func cause(_ evidence: Evidence) -> Cause? {
        guard evidence.healthyTargets > 0, let signs = evidence.unhealthy({ $0.reason == "Target.Timeout" }),
            let first = signs.first
        else { return nil }
        let spot = evidence.manifest.targetGroup(
            first.group, "/healthCheckTimeoutSeconds", "`healthCheckTimeoutSeconds`")
        return found(
            "the application answers its health check too slowly",
            evidence.told(signs) + ", \(evidence.healthyTargets) healthy beside",
            fix: "let the application answer sooner, or raise the timeout in \(spot); \(evidence.commit)", at: spot)
    }
}

/// Not one target gets the load balancer's packets.
struct SecurityGroupBlocks: CauseRule {
    static let id = "security-group-blocks"

    func cause(_ evidence: Evidence) -> Cause? {
        guard let signs = evidence.unhealthy({ $0.reason == "Target.Timeout" }) else { return nil }
        let spot = evidence.manifest.service(
            "/networkConfiguration/awsvpcConfiguration/securityGroups", "the service's security groups")
        return found(
            "the load balancer gets no answer: a security group or the network is in the way",
            evidence.told(signs) + ", none healthy",
            fix:
                "let the load balancer's security group in on \(evidence.port(signs.first)) (dynamic host ports: 32768 to "
                + "60999), see \(spot); \(evidence.retry)",
            at: spot)
    }
}

/// Nobody listens where the load balancer asks.
struct WrongPort: CauseRule {
    static let id = "wrong-port"

    func cause(_ evidence: Evidence) -> Cause? {
        let signs = evidence.unhealthy { ["Target.FailedHealthChecks", ""].contains($0.reason) }
        guard let said = signs.map(evidence.told) ?? evidence.killedByBalancer?.told("failed ELB health checks") else {
            return nil
        }
        let name = evidence.definition.containers.first { !$0.ports.isEmpty }?.name
        let spot = evidence.manifest.container(name, "/portMappings", "`portMappings`")
        return found(
            "nothing answers on \(evidence.port(signs?.first))", said,
            fix: "let the application listen there on 0.0.0.0, or correct \(spot) and the service's containerPort; "
                + evidence.commit,
            at: spot)
    }
}
