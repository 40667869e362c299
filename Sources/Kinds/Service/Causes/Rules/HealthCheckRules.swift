import Model

extension Evidence {
    /// `2 targets unhealthy in api-http: Health checks failed with these codes: [404]`.
    func told(_ signs: [TargetSign]) -> String {
        let count = signs.count
        let first = signs.first
        let text = first.map { $0.description.isEmpty ? $0.reason : $0.description } ?? ""
        return
            "\(count) target\(count == 1 ? "" : "s") \(first?.state ?? "") in \(first?.group ?? ""): \(Said.short(text))"
    }

    /// The unhealthy targets for which `matches` holds; nil when there are none.
    func unhealthy(_ matches: (TargetSign) -> Bool) -> [TargetSign]? {
        let signs = targets.filter { $0.state == "unhealthy" && matches($0) }
        return signs.isEmpty ? nil : signs
    }

    /// Tasks that ECS stopped because a load balancer found them unhealthy.
    var killedByBalancer: TaskFailure? {
        failure { $0.says("failed ELB health checks", "failed load balancer health") }
    }
}

/// A container's own health check fails.
struct ContainerHealthCheckFails: CauseRule {
    static let id = "container-health-check"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { $0.says("failed container health checks") }
        let event = evidence.event("failed container health checks")
        guard failure != nil || event != nil else { return nil }
        let name = failure?.newest.culprit?.name ?? evidence.definition.containers.first?.name
        let spot = evidence.manifest.container(name, "/healthCheck", "`healthCheck`")
        return found(
            "the container's own health check fails",
            failure?.told("failed container health checks") ?? "\(evidence.name): failed container health checks",
            fix: "run the check's command in the container; correct \(spot) or give it a longer startPeriod, "
                + evidence.commit,
            at: spot)
    }
}

/// The path that the load balancer asks for is not there.
struct HealthCheckPathMissing: CauseRule {
    static let id = "health-check-path"

    func cause(_ evidence: Evidence) -> Cause? {
        guard let signs = evidence.unhealthy({ $0.codes.contains(404) }), let first = signs.first else { return nil }
        let spot = evidence.manifest.targetGroup(first.group, "/healthCheckPath", "`healthCheckPath`")
        return found(
            "the health check's path does not exist in the application", evidence.told(signs),
            fix: "correct \(spot), or let the application answer there; \(evidence.commit)", at: spot)
    }
}

/// The application answers its health check with an error of its own.
struct HealthCheckServerError: CauseRule {
    static let id = "health-check-server-error"

    func cause(_ evidence: Evidence) -> Cause? {
        let signs = evidence.unhealthy { $0.codes.contains { 500...599 ~= $0 } }
        guard let signs, let first = signs.first else { return nil }
        let spot = evidence.manifest.targetGroup(first.group, "/healthCheckPath", "`healthCheckPath`")
        return found(
            "the application answers its health check with an error", evidence.told(signs),
            fix:
                "see its last lines with `neap why \(evidence.name)`; mend what it needs, or check another path in \(spot); "
                + evidence.commit,
            at: spot)
    }
}

/// The application answers, and with another code than the target group takes: a redirect, a login.
struct HealthCheckAnswer: CauseRule {
    static let id = "health-check-answer"

    func cause(_ evidence: Evidence) -> Cause? {
        guard let signs = evidence.unhealthy({ !$0.codes.isEmpty }), let first = signs.first else { return nil }
        let spot = evidence.manifest.targetGroup(first.group, "/matcher", "`matcher`")
        let code = first.codes.first ?? 0
        let what = 300...399 ~= code ? "a redirect" : [401, 403].contains(code) ? "a refusal" : "another code"
        return found(
            "the application answers its health check with \(what)", evidence.told(signs),
            fix: "check a path that answers 200, or take the code in \(spot); \(evidence.commit)", at: spot)
    }
}
