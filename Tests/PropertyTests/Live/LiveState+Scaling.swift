import Model

extension LiveState {
    private static let target: Value = [
        "serviceNamespace": "ecs", "resourceId": .string("service/\(cluster)/Web_App"),
        "scalableDimension": "ecs:service:DesiredCount",
    ]

    private func scaling(_ operation: String, _ members: Value) async throws -> Value {
        var input = Self.target
        for (name, value) in members.object ?? [:] { input[name] = value }
        return try await call("application-autoscaling", operation, input)
    }

    mutating func makeScaling() async throws {
        guard chance.has(70) else { return }
        var bounds: Value = ["minCapacity": .integer(chance.draw(0...1)), "maxCapacity": .integer(chance.draw(2...9))]
        may(
            20, "suspendedState", [["dynamicScalingInSuspended": true], ["scheduledScalingSuspended": true]],
            in: &bounds)
        _ = try await scaling("RegisterScalableTarget", bounds)
        if chance.has(60) { try await track() }
        if chance.has(50) { try await step() }
        guard chance.has(50) else { return }
        var action: Value = [
            "scheduledActionName": "Night time", "schedule": chance.pick(["cron(0 23 * * ? *)", "rate(1 day)"]),
            "scalableTargetAction": chance.pick([
                ["minCapacity": 1], ["maxCapacity": 2], ["minCapacity": 1, "maxCapacity": 2],
            ]),
        ]
        may(40, "timezone", ["Europe/Berlin", "UTC"], in: &action)
        _ = try await scaling("PutScheduledAction", action)
    }

    private mutating func track() async throws {
        var configuration: Value = [
            "targetValue": chance.pick([50, 62.5]),
            "predefinedMetricSpecification": ["predefinedMetricType": "ECSServiceAverageCPUUtilization"],
        ]
        may(30, "scaleInCooldown", [0, 300], in: &configuration)
        may(30, "disableScaleIn", [true, false], in: &configuration)
        _ = try await scaling(
            "PutScalingPolicy",
            [
                "policyName": "CPU Tracking", "policyType": "TargetTrackingScaling",
                "targetTrackingScalingPolicyConfiguration": configuration,
            ])
    }

    /// A policy that an alarm calls, alone or beside a pager.
    private mutating func step() async throws {
        var configuration: Value = [
            "adjustmentType": chance.pick(["ChangeInCapacity", "PercentChangeInCapacity"]),
            "stepAdjustments": [["metricIntervalLowerBound": 0, "scalingAdjustment": 2]],
        ]
        may(40, "cooldown", [0, 60], in: &configuration)
        may(30, "metricAggregationType", ["Average", "Maximum"], in: &configuration)
        let policy = try await scaling(
            "PutScalingPolicy",
            [
                "policyName": "Surge", "policyType": "StepScaling", "stepScalingPolicyConfiguration": configuration,
            ])
        let arn = policy["policyARN"] ?? .null
        let pager: Value = "arn:aws:sns:eu-west-1:123456789012:pager"
        try await call(
            "cloudwatch", "PutMetricAlarm",
            [
                "alarmName": "Legacy surge", "namespace": "AWS/ECS", "metricName": "CPUUtilization",
                "statistic": "Average",
                "period": 60, "evaluationPeriods": .integer(chance.draw(1...3)), "threshold": 90,
                "comparisonOperator": "GreaterThanThreshold",
                "dimensions": [
                    ["name": "ServiceName", "value": "Web_App"],
                    ["name": "ClusterName", "value": .string(Self.cluster)],
                ],
                "alarmActions": chance.has(50) ? [arn] : [arn, pager],
            ])
    }
}
