import Model

/// What a target tracking policy looks at: the members of an alarm that name a metric.
struct TrackedMetric {
    /// `namespace`, `metricName`, `dimensions`, `statistic`, `unit`; or `metrics` for metric maths.
    let members: [String: Value]
    /// DynamoDB compares consumption with what is provisioned: two more alarms watch that.
    let provisioned: String?

    /// The metric of a `TargetTrackingScalingPolicyConfiguration`.
    init(_ configuration: Value, of target: ScalableTarget.Identity) {
        if let custom = configuration["customizedMetricSpecification"] {
            members = Self.custom(custom)
            provisioned = nil
            return
        }
        let specification = configuration["predefinedMetricSpecification"]
        let type = specification?["predefinedMetricType"]?.string ?? ""
        let label = specification?["resourceLabel"]?.string ?? ""
        members = Self.predefined(type, label: label, target)
        provisioned = ["Read", "Write"].first { type == "DynamoDB\($0)CapacityUtilization" }.map {
            "Provisioned\($0)CapacityUnits"
        }
    }

    private static func custom(_ value: Value) -> [String: Value] {
        if let metrics = value["metrics"] { return ["metrics": metrics] }
        var members: [String: Value] = ["dimensions": value["dimensions"] ?? .list([])]
        for name in ["namespace", "metricName", "statistic", "unit"] { members[name] = value[name] }
        return members
    }

    private static func predefined(
        _ type: String, label: String, _ target: ScalableTarget.Identity
    ) -> [String: Value] {
        let parts = target.resourceID.split(separator: "/").map(String.init)
        func part(_ index: Int) -> String { parts.indices.contains(index) ? parts[index] : "" }
        let service = [("ClusterName", part(1)), ("ServiceName", part(2))]
        switch type {
        case "ECSServiceAverageCPUUtilization": return metric("AWS/ECS", "CPUUtilization", "Average", service)
        case "ECSServiceAverageMemoryUtilization": return metric("AWS/ECS", "MemoryUtilization", "Average", service)
        case "ALBRequestCountPerTarget":
            return metric("AWS/ApplicationELB", "RequestCountPerTarget", "Sum", balancer(label))
        case "DynamoDBReadCapacityUtilization":
            return metric("AWS/DynamoDB", "ConsumedReadCapacityUnits", "Sum", [("TableName", part(1))])
        case "DynamoDBWriteCapacityUtilization":
            return metric("AWS/DynamoDB", "ConsumedWriteCapacityUnits", "Sum", [("TableName", part(1))])
        case "SageMakerVariantInvocationsPerInstance":
            let variant = [("EndpointName", part(1)), ("VariantName", part(3))]
            return metric("AWS/SageMaker", "InvocationsPerInstance", "Sum", variant)
        default: return metric("AWS/\(target.namespace)", type, "Average", [("ResourceId", target.resourceID)])
        }
    }

    /// `app/web/1/targetgroup/api/2` names a load balancer and a target group.
    private static func balancer(_ label: String) -> [(String, String)] {
        let parts = label.split(separator: "/")
        let at = parts.firstIndex(of: "targetgroup") ?? parts.endIndex
        return [
            ("LoadBalancer", parts[..<at].joined(separator: "/")),
            ("TargetGroup", parts[at...].joined(separator: "/")),
        ]
    }

    private static func metric(
        _ namespace: String, _ name: String, _ statistic: String, _ dimensions: [(String, String)]
    ) -> [String: Value] {
        [
            "namespace": .string(namespace), "metricName": .string(name), "statistic": .string(statistic),
            "dimensions": .list(dimensions.map { ["name": .string($0.0), "value": .string($0.1)] }),
        ]
    }
}

/// One of the alarms that a target tracking policy brings along.
struct TrackingAlarm {
    /// `AlarmHigh`.
    let suffix: String
    let comparison: String
    let threshold: Double
    let periods: Int
    /// The metric's name where it is not the policy's own.
    var metricName: String?

    /// The high alarm after three minutes above the target; the low one after fifteen below nine tenths of it.
    static func drafts(target: Double, disableScaleIn: Bool, _ metric: TrackedMetric) -> [TrackingAlarm] {
        let low = Double(Thousandths.of(target) * 9 / 10) / 1000
        var drafts = [
            TrackingAlarm(
                suffix: "AlarmHigh", comparison: "GreaterThanThreshold", threshold: target,
                periods: metric.provisioned == nil ? 3 : 2)
        ]
        if !disableScaleIn {
            drafts.append(
                TrackingAlarm(suffix: "AlarmLow", comparison: "LessThanThreshold", threshold: low, periods: 15))
        }
        guard let name = metric.provisioned else { return drafts }
        return drafts + [
            TrackingAlarm(
                suffix: "ProvisionedCapacityHigh", comparison: "GreaterThanThreshold", threshold: target, periods: 3,
                metricName: name),
            TrackingAlarm(
                suffix: "ProvisionedCapacityLow", comparison: "LessThanThreshold", threshold: target, periods: 3,
                metricName: name),
        ]
    }

    /// As PutMetricAlarm would have it.
    func shown(_ metric: TrackedMetric, policyArn: String) -> Value {
        let note = "DO NOT EDIT OR DELETE. For TargetTrackingScaling policy \(policyArn)."
        var members: [String: Value] = [
            "alarmDescription": .string(note), "actionsEnabled": true, "okActions": .list([]),
            "alarmActions": .list([.string(policyArn)]), "insufficientDataActions": .list([]),
            "evaluationPeriods": .integer(periods), "threshold": Value(.number(threshold)),
            "comparisonOperator": .string(comparison), "treatMissingData": "missing",
        ]
        members.merge(metric.members) { own, _ in own }
        if metric.members["metrics"] == nil { members["period"] = .integer(metricName == nil ? 60 : 300) }
        if let metricName { members["metricName"] = .string(metricName) }
        return .object(members)
    }
}
