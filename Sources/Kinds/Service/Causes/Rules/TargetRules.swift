import Model

/// A task runs in a zone that the load balancer does not serve.
struct TargetZoneNotEnabled: CauseRule {
    static let id = "target-zone-not-enabled"

    func cause(_ evidence: Evidence) -> Cause? {
        let signs = evidence.targets.filter { $0.description.contains("Availability Zone") && $0.state == "unused" }
        guard let first = signs.first else { return nil }
        let spot = evidence.manifest.targetGroup(first.group, "/", "the load balancer")
        return found(
            "a task runs in a zone that the load balancer does not serve", evidence.told(signs),
            fix: "add a subnet of the zone to the load balancer, or keep the instances out of it", at: spot)
    }
}

/// No listener forwards to the target group.
struct TargetGroupNotInUse: CauseRule {
    static let id = "target-group-not-in-use"

    func cause(_ evidence: Evidence) -> Cause? {
        let signs = evidence.targets.filter { $0.reason == "Target.NotInUse" }
        guard let first = signs.first else { return nil }
        let spot = evidence.manifest.targetGroup(first.group, "/", "its TargetGroup")
        return found(
            "no listener forwards to the target group", evidence.told(signs),
            fix: "let a Listener or ListenerRule forward to \(first.group) (\(spot))", at: spot)
    }
}
