import Model
import Simulation

/// Scaling policies of groups.
enum Policies {
    static let operations: [LocalOperation] = [
        .write("PutScalingPolicy", put), .write("DeletePolicy", delete), .write("ExecutePolicy", execute),
        .read("DescribePolicies", describe),
    ]

    /// Members that a type of policy has.
    private static let members = [
        "SimpleScaling": [
            "adjustmentType", "scalingAdjustment", "cooldown", "minAdjustmentStep", "minAdjustmentMagnitude",
            "metricAggregationType",
        ],
        "StepScaling": [
            "adjustmentType", "stepAdjustments", "minAdjustmentMagnitude", "metricAggregationType",
            "estimatedInstanceWarmup",
        ],
        "TargetTrackingScaling": ["targetTrackingConfiguration", "estimatedInstanceWarmup"],
        "PredictiveScaling": ["predictiveScalingConfiguration"],
    ]

    private static func put(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        let type = request.text("policyType") ?? "SimpleScaling"
        guard let members = members[type] else {
            throw Groups.invalid("Invalid policy type: \(type)")
        }
        guard let group = world.fleet.groups[id] else { return .emptyObject }
        let name = request.text("policyName") ?? ""
        let old = group.policies.first { $0["policyName"]?.string == name }
        let path = "scalingPolicy:\(world.mintUUID()):autoScalingGroupName/\(group.name):policyName/\(name)"
        var row: Value = [
            "autoScalingGroupName": .string(group.name), "policyName": .string(name), "policyType": .string(type),
            "policyARN": old?["policyARN"] ?? .string(world.place.arn("autoscaling", path)), "alarms": [],
            "enabled": request["enabled"] ?? true,
        ]
        for member in members { row[member] = request[member] }
        if type == "StepScaling", row["metricAggregationType"] == nil { row["metricAggregationType"] = "Average" }
        if row["stepAdjustments"] == nil { row["stepAdjustments"] = [] }
        try check(row, type)
        world.editGroup(id) { group in
            group.policies.removeAll { $0["policyName"]?.string == name }
            group.policies.append(row)
        }
        return ["policyARN": row["policyARN"] ?? "", "alarms": []]
    }

    private static func check(_ row: Value, _ type: String) throws(Refusal) {
        let needed = [
            "SimpleScaling": "scalingAdjustment", "StepScaling": "stepAdjustments",
            "TargetTrackingScaling": "targetTrackingConfiguration",
            "PredictiveScaling": "predictiveScalingConfiguration",
        ]
        guard let member = needed[type], row[member] != nil, row[member] != [] else {
            let name = needed[type].map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? ""
            throw Groups.invalid("\(name) must be specified for policy type \(type)")
        }
        guard let tracking = row["targetTrackingConfiguration"] else { return }
        guard (tracking["predefinedMetricSpecification"] == nil) != (tracking["customizedMetricSpecification"] == nil)
        else {
            throw Groups.invalid(
                "Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification must be specified")
        }
    }

    /// The policy that a request names, by name or ARN; the group may be left out for ARNs.
    private static func find(_ request: LocalRequest, _ world: World) -> (group: GroupID, row: Value)? {
        let name = request.text("policyName") ?? ""
        let place = request.text("autoScalingGroupName")
        for group in Groups.all(world) where place == nil || group.name == place {
            let row = group.policies.first { $0["policyName"]?.string == name || $0["policyARN"]?.string == name }
            if let row, let id = world.fleet.groupNames[group.name] { return (id, row) }
        }
        return nil
    }

    private static func delete(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        guard let (id, row) = find(request, world) else {
            throw Groups.invalid("Policy name not found - \(request.text("policyName") ?? "")")
        }
        world.editGroup(id) { group in group.policies.removeAll { $0["policyARN"] == row["policyARN"] } }
        return .emptyObject
    }

    private static func execute(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        guard let (id, row) = find(request, world), let group = world.fleet.groups[id] else {
            throw Groups.invalid("Policy name not found - \(request.text("policyName") ?? "")")
        }
        guard let adjustment = PolicyAdjustment(row, request) else {
            throw Groups.invalid("Policies of type \(row["policyType"]?.string ?? "") cannot be executed by hand")
        }
        let settings = group.settings
        let count = adjustment.applied(to: settings.desiredCapacity)
        let bounded = max(settings.minSize, min(count, settings.maxSize))
        let cause = "a user request executed policy \(row["policyName"]?.string ?? "")"
        try world.setDesiredCapacity(id, bounded, cause: cause)
        return .emptyObject
    }

    private static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (names, types) = (request.texts("policyNames"), request.texts("policyTypes"))
        let place = request.text("autoScalingGroupName")
        let groups = Groups.all(world).filter { place == nil || $0.name == place }
        let rows = groups.flatMap(\.policies).filter { row in
            let known = [row["policyName"]?.string, row["policyARN"]?.string].compactMap { $0 }
            return (names.isEmpty || known.contains(where: names.contains))
                && (types.isEmpty || types.contains(row["policyType"]?.string ?? ""))
        }
        let page = try request.asgPage(rows)
        return .known(["scalingPolicies": .list(page.items), "nextToken": .text(page.next)])
    }
}
