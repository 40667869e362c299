import Model
import Simulation

// RegisterTargets, DeregisterTargets, DescribeTargetHealth (aws-facts 4.10).
extension LocalELBv2 {
    static func registerTargets(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (_, group) = try world.targetGroup(request)
        let targets = request.list("targets")
        try TargetRules.check(targets.compactMap { $0["id"]?.string }, of: group, world)
        for target in targets {
            _ = world.registerTarget(
                group.arn, id: target["id"]?.string ?? "", port: TargetRules.port(target, group),
                zone: target["availabilityZone"]?.string, task: nil)
        }
        return .emptyObject
    }

    /// Without a port it is meant on all of them; one that is not registered is no matter.
    static func deregisterTargets(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (_, group) = try world.targetGroup(request)
        for target in request.list("targets") {
            let id = target["id"]?.string
            let port = target["port"]?.integer
            for key in group.targets {
                guard let known = world.balancing.targets[key], known.id == id, port ?? known.port == known.port else {
                    continue
                }
                world.deregisterTarget(key)
            }
        }
        return .emptyObject
    }

    static func describeTargetHealth(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (id, group) = try world.targetGroup(request)
        let asked = request.list("targets")
        guard !asked.isEmpty else {
            let targets = group.targets.compactMap { world.balancing.targets[$0] }
            return ["targetHealthDescriptions": .list(targets.map { TargetRules.shown($0, group) })]
        }
        let rows = asked.map { target in
            let name = target["id"]?.string ?? ""
            let port = TargetRules.port(target, group)
            let key = world.balancing.targetKeys[TargetKey(group: id, id: name, port: port)]
            if let known = key.flatMap({ world.balancing.targets[$0] }) { return TargetRules.shown(known, group) }
            return TargetRules.unregistered(name, port, group, world)
        }
        return ["targetHealthDescriptions": .list(rows)]
    }
}

/// What can be a target, and how AWS shows one.
private enum TargetRules {
    /// The port that a description means: its own, else the group's.
    static func port(_ target: Value, _ group: TargetGroup) -> Int {
        target["port"]?.integer ?? group.shown["port"]?.integer ?? 80
    }

    static func check(_ ids: [String], of group: TargetGroup, _ world: World) throws(Refusal) {
        switch group.shown["targetType"]?.string {
        case "instance": try checkInstances(ids, world)
        case "ip":
            for id in ids where !isAddress(id) {
                throw .validation("The IP address '\(id)' is not a valid IPv4 or IPv6 address")
            }
        default: break
        }
    }

    static func shown(_ target: Target, _ group: TargetGroup) -> Value {
        var health: Value = ["state": .string(target.state.rawValue)]
        health["reason"] = target.reason.map { .string($0) }
        health["description"] = target.description.map { .string($0) }
        var row = described(target.id, target.port, group, health)
        row["target"]?["availabilityZone"] = target.zone.map { .string($0) }
        row["administrativeOverride"] = [
            "state": "no_override", "reason": "AdministrativeOverride.NoOverride",
            "description": "No override is currently active on target",
        ]
        return row
    }

    /// One that is asked for and not there; the one of an instance that ended drains for good.
    static func unregistered(_ id: String, _ port: Int, _ group: TargetGroup, _ world: World) -> Value {
        let instance = world.fleet.instanceNames[id].flatMap { world.fleet.instances[$0] }
        if instance?.state == .terminated {
            return described(
                id, port, group,
                [
                    "state": "draining", "reason": "Target.DeregistrationInProgress",
                    "description": "Target deregistration is in progress",
                ])
        }
        return described(
            id, port, group,
            [
                "state": "unused", "reason": "Target.NotRegistered",
                "description": "Target is not registered to the target group",
            ])
    }

    private static func described(_ id: String, _ port: Int, _ group: TargetGroup, _ health: Value) -> Value {
        let probed = group.shown["healthCheckPort"]?.string ?? "traffic-port"
        return [
            "target": ["id": .string(id), "port": .integer(port)], "targetHealth": health,
            "healthCheckPort": .string(probed == "traffic-port" ? String(port) : probed),
        ]
    }

    private static func checkInstances(_ ids: [String], _ world: World) throws(Refusal) {
        for id in ids {
            guard let key = world.fleet.instanceNames[id], let instance = world.fleet.instances[key] else {
                throw Refusal("InvalidTarget", "The following targets are not valid instances: '\(id)'")
            }
            guard instance.state == .running else {
                throw Refusal(
                    "InvalidTarget",
                    "The following targets are not in a running state and cannot be registered: '\(id)'")
            }
        }
    }

    private static func isAddress(_ text: String) -> Bool {
        if text.contains(":") { return text.utf8.allSatisfy { $0 == UInt8(ascii: ":") || isHexDigit($0) } }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool { Character(UnicodeScalar(byte)).isHexDigit }
}
