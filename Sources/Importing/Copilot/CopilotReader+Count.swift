import Model

extension CopilotReader {
    /// How many tasks there are: a number, or bounds between which metrics decide; among them the requests of the load
    /// balancer on its side.
    mutating func count(_ written: ForeignNode?, from side: String, _ service: inout CarriedService) {
        guard let node = written, node.isMapping else {
            service.service?["desiredCount"] = .integer(ledger.integer(written) ?? 1)
            return
        }
        if let number = ledger.integer(node["spot"]) {
            service.service?["desiredCount"] = .integer(number)
            spot(["capacityProvider": "FARGATE_SPOT", "weight": 1], &service)
        }
        guard let bounds = bounds(node["range"], &service) else { return }
        service.service?["desiredCount"] = .integer(bounds.lowerBound)
        let usual = node["cooldown"]
        let common = (ledger.seconds(usual?["in"]), ledger.seconds(usual?["out"]))
        var policies: [Value] = []
        for (member, name, metric) in Self.metrics {
            guard let target = node[member],
                let policy = policy(target, name, ["predefinedMetricType": .string(metric)], common)
            else { continue }
            policies.append(policy)
        }
        if let policy = requests(node["requests"], common, side, service) { policies.append(policy) }
        ledger.leave(
            node["response_time"],
            "counts a load balancer that has no name yet: write a customizedMetricSpecification once it is "
                + "there")
        ledger.leave(
            node["queue_delay"],
            "scales by a queue that CloudFormation made: write a customizedMetricSpecification")
        var scaling: [String: Value] = [
            "minCapacity": .integer(bounds.lowerBound), "maxCapacity": .integer(bounds.upperBound),
        ]
        if !policies.isEmpty { scaling["targetTracking"] = .list(policies) }
        service.scaling = scaling
    }

    private static let metrics = [
        ("cpu_percentage", "cpu", "ECSServiceAverageCPUUtilization"),
        ("memory_percentage", "memory", "ECSServiceAverageMemoryUtilization"),
    ]

    private mutating func bounds(_ node: ForeignNode?, _ service: inout CarriedService) -> ClosedRange<Int>? {
        guard let node else { return nil }
        var ends = [ledger.integer(node["min"]), ledger.integer(node["max"])].compactMap { $0 }
        if !node.isMapping, let text = node.text {
            ends = text.split(separator: "-").compactMap { Int($0.filter { !$0.isWhitespace }) }
        }
        guard ends.count == 2, ends[0] <= ends[1], ends[0] >= 0 else {
            ledger.leave(node, "is no range such as 1-10")
            return nil
        }
        if !node.isMapping { ledger.carry(node) }
        if let first = ledger.integer(node["spot_from"]), first > 0 {
            spot(["capacityProvider": "FARGATE_SPOT", "weight": 1], &service, base: first - 1)
        }
        return ends[0]...ends[1]
    }

    /// Fargate Spot; on instances the capacity provider has its own share of Spot.
    private func spot(_ provider: Value, _ service: inout CarriedService, base: Int = 0) {
        guard stack.capacity == .fargate else { return }
        service.service?["launchType"] = nil
        let steady: [Value] = base > 0 ? [["capacityProvider": "FARGATE", "base": .integer(base), "weight": 0]] : []
        service.service?["capacityProviderStrategy"] = .list(steady + [provider])
    }

    private mutating func policy(
        _ node: ForeignNode, _ name: String, _ metric: Value, _ common: (Int?, Int?)
    ) -> Value? {
        guard let target = ledger.number(node.isMapping ? node["value"] : node) else { return nil }
        var policy: [String: Value] = [
            "name": .string(name),
            "targetValue": target == target.rounded() && abs(target) < 1e9
                ? .integer(Int(target)) : Value(.number(target)),
            "predefinedMetricSpecification": metric,
        ]
        let cooldown = node["cooldown"]
        policy["scaleInCooldown"] = .integer(ledger.seconds(cooldown?["in"]) ?? common.0 ?? 120)
        policy["scaleOutCooldown"] = .integer(ledger.seconds(cooldown?["out"]) ?? common.1 ?? 60)
        return .object(policy)
    }

    private mutating func requests(
        _ node: ForeignNode?, _ common: (Int?, Int?), _ side: String, _ service: CarriedService
    ) -> Value? {
        guard let node else { return nil }
        guard let group = service.targetGroups.first?.name else {
            ledger.leave(node, "counts requests of a load balancer, and no rule of one here leads to this service")
            return nil
        }
        let metric: Value = [
            "predefinedMetricType": "ALBRequestCountPerTarget", "loadBalancer": .string(balancerName(side)),
            "targetGroup": .string(group),
        ]
        return policy(node, "requests", metric, common)
    }

    /// How a new revision takes the place of the old one.
    mutating func deployment(_ node: ForeignNode?, _ service: inout CarriedService) {
        let isRecreated = ledger.text(node?["rolling"]) == "recreate"
        service.service?["deploymentConfiguration"] = [
            "minimumHealthyPercent": isRecreated ? 0 : 100, "maximumPercent": isRecreated ? 100 : 200,
            "deploymentCircuitBreaker": ["enable": true, "rollback": true],
        ]
        ledger.leave(
            node?["rollback_alarms"],
            "are not carried over: write an Alarm for each, and name it under deploymentConfiguration.alarms")
    }
}
