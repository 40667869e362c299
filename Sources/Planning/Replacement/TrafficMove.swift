import Kinds
import Model

/// A target group's traffic goes to the one that replaces it: rules forward to both, services register with both, and only
/// once the new one's targets answer do requests go there (docs/replacement.md).
struct TrafficMove: ReplacementMove {
    let subject: ResourceID
    private let generation: Generation
    private let old: [Predecessor]
    private let routers: [Resource]
    private let services: [Resource]
    private let live: [ResourceID: Live]
    /// Those that a replaced load balancer still forwards to, by ARN.
    private let held: Set<String>

    init(_ subject: ResourceID, _ generation: Generation, _ input: PlanInput) {
        self.subject = subject
        self.generation = generation
        old = generation.living
        let all = input.desired.values.sorted { $0.id < $1.id }
        routers = all.filter { resource in
            Self.actions[resource.id.kind].flatMap { resource.spec[$0] }?.names(subject) == true
        }
        services = all.filter { $0.id.kind == "Service" && $0.spec["loadBalancers"]?.names(subject) == true }
        live = input.observed.compactMapValues(\.live)
        let arns = Set(input.openBalancers.map(\.arn))
        held = Set(old.filter { !arns.isDisjoint(with: $0.balancers) }.compactMap(\.arn))
    }

    private static let actions = ["Listener": "defaultActions", "ListenerRule": "actions"]

    var phases: [MovePhase] {
        if !held.isEmpty { return [.hold, .done] }
        if !serving.isEmpty {
            return isReady ? [.move, .detach, .done] : [.attach, .move, .detach, .done]
        }
        let isListed = services.contains { !listed(by: $0).isEmpty }
        let isForwarded = routers.contains { !forwarded(by: $0).isEmpty }
        return isListed || isForwarded && !services.allSatisfy(isSettled) ? [.detach, .done] : [.done]
    }

    var inUse: String? { phases == [.done] ? nil : "requests go to it, or tasks are registered with it" }

    /// ARNs of old ones that requests go to.
    private var serving: Set<String> {
        Set(routers.flatMap { router in forwarded(by: router).filter { $0.weight > 0 }.map(\.arn) })
    }

    /// The old ones in a router's live actions, with their weights.
    private func forwarded(by router: Resource) -> [(arn: String, weight: Int)] {
        let shares = ForwardShares.of(Self.actions[router.id.kind].flatMap { live[router.id]?.spec[$0] })
        return old.compactMap(\.arn).compactMap { arn in shares[arn].map { (arn, $0) } }
    }

    private func listed(by service: Resource) -> Set<String> {
        let groups = (live[service.id]?.spec["loadBalancers"]?.list ?? []).compactMap { $0["targetGroupArn"]?.string }
        return Set(groups).intersection(old.compactMap(\.arn))
    }

    /// True when requests may go to the new one: its targets answer, at least as many as every service has to keep.
    private var isReady: Bool {
        guard let new = live[subject]?.outputs["arn"]?.string, let healthy = generation.healthyTargets else {
            return false
        }
        let isRegistered = services.allSatisfy { service in
            isSettled(service) && live[service.id]?.spec["loadBalancers"]?.mentions(new) == true
        }
        // Where nobody answers as it is, nothing is lost by the move, and nothing would ever come of waiting.
        let isIdle = generation.formerHealthyTargets == 0
        return isRegistered && healthy >= services.reduce(0) { $0 + floor(of: $1) }
            && (!services.isEmpty || healthy > 0 || isIdle)
    }

    private func isSettled(_ service: Resource) -> Bool {
        guard let live = live[service.id] else { return true }
        return live.outputs["rollout"]?.string == "settled"
    }

    /// Tasks that must stay, 1 at least while there is to be any.
    private func floor(of service: Resource) -> Int {
        guard let live = live[service.id] else { return 0 }
        let count = live.detail["desiredCount"]?.integer ?? live.spec["desiredCount"]?.integer ?? 0
        let isDaemon = live.spec["schedulingStrategy"]?.string == "DAEMON"
        let bounds = RolloutBounds(desired: count, live.spec["deploymentConfiguration"], isDaemon: isDaemon)
        return count == 0 ? 0 : max(1, bounds.floor)
    }

    func spec(of resource: Resource, in phase: MovePhase) -> Value {
        if let member = Self.actions[resource.id.kind] { return routed(resource, member, phase) }
        if resource.id.kind == "Service" { return registered(resource, phase) }
        // Whatever else is told of the group (a policy's metric, an alarm) follows the traffic.
        guard phase == .attach || phase == .hold, let outputs = old.first?.live?.outputs else { return resource.spec }
        return resource.spec.resolved(
            Dictionary(outputs.map { (Reference(subject, $0.key), $0.value) }) { first, _ in first })
    }

    private func routed(_ router: Resource, _ member: String, _ phase: MovePhase) -> Value {
        guard [.attach, .move, .detach].contains(phase), let actions = router.spec[member] else { return router.spec }
        let there = forwarded(by: router)
        let missing =
            there.isEmpty && live[router.id] != nil && phase == .attach ? serving.sorted().map { ($0, 1) } : []
        var spec = router.spec
        spec[member] = ForwardSplit(subject: subject, old: there + missing, isMoved: phase != .attach)
            .applied(to: actions)
        return spec
    }

    private func registered(_ service: Resource, _ phase: MovePhase) -> Value {
        let kept = phase == .hold ? held : [.attach, .move].contains(phase) ? serving : []
        guard !kept.isEmpty, let entries = service.spec["loadBalancers"]?.list else { return service.spec }
        var spec = service.spec
        spec["loadBalancers"] = .list(
            entries.flatMap { entry -> [Value] in
                guard entry["targetGroupArn"]?.reference?.resource == subject else { return [entry] }
                let both = kept.sorted().map { arn in
                    var copy = entry
                    copy["targetGroupArn"] = .string(arn)
                    return copy
                }
                return both + [entry]
            })
        return spec
    }

    func summary(of id: ResourceID, in phase: MovePhase) -> String? {
        let isOther = id.kind != "Service" && Self.actions[id.kind] == nil
        switch phase {
        case .attach, .hold: return nil
        case .move: return isOther ? "metric of \(generation.awsName)" : "traffic to \(generation.awsName)"
        case .detach, .done: return "only \(generation.awsName)"
        }
    }

    func wait(for phase: MovePhase) -> PlannedCall.Requirement {
        let service = services.first?.id ?? subject
        switch phase {
        case .attach, .move:
            return .awaiting(service, "until the targets of \(generation.awsName) are healthy")
        case .detach:
            return .awaiting(routers.first?.id ?? subject, "until traffic goes to \(generation.awsName)")
        case .hold, .done:
            let names = services.map(\.id.name).joined(separator: " and ")
            let whose = names.isEmpty ? "nobody uses" : "\(names) no longer \(services.count == 1 ? "uses" : "use")"
            return .awaiting(service, "until \(whose) \(old.map(\.awsName).joined(separator: " and "))")
        }
    }
}

extension PlannedCall.Requirement {
    /// A state of `resource` that another turn looks for: never known in the turn in which it is asked for.
    static func awaiting(_ resource: ResourceID, _ reason: String) -> PlannedCall.Requirement {
        PlannedCall.Requirement(Reference(resource, "moved"), in: ["true"], reason: reason)
    }
}

extension Predecessor {
    /// ARNs of the load balancers that a target group is reached through.
    var balancers: [String] { (live?.detail["loadBalancerArns"]?.list ?? []).compactMap(\.string) }
}

extension PlanInput {
    /// Replaced load balancers that nobody let go yet: requests still come through them.
    var openBalancers: [(id: ResourceID, arn: String)] {
        let all = generations.filter { $0.key.kind == "LoadBalancer" }.values.flatMap(\.living)
        return all.filter { departed?.confirmed.contains($0.id.description) != true }
            .compactMap { one in one.arn.map { (id: one.id, arn: $0) } }.sorted { $0.id < $1.id }
    }
}

extension Value {
    /// True when it refers to `resource`.
    func names(_ resource: ResourceID) -> Bool { references.contains { $0.resource == resource } }

    /// True when a text in it is `text`.
    func mentions(_ text: String) -> Bool {
        switch content {
        case .string(let own): own == text
        case .list(let items), .joined(let items): items.contains { $0.mentions(text) }
        case .object(let members): members.values.contains { $0.mentions(text) }
        default: false
        }
    }
}
