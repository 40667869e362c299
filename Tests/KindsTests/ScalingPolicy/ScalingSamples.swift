import Kinds
import Model

extension KindSample {
    static let scalingPolicy = scaling(
        "ScalingPolicy/api",
        [
            SampleChange("/minCapacity", 3, .scalesNow, ["RegisterScalableTarget"]),
            SampleChange("/maxCapacity", 12, .scalesNow, ["RegisterScalableTarget"]),
            SampleChange("/suspendedState/dynamicScalingInSuspended", false, ["RegisterScalableTarget"]),
            SampleChange("/suspendedState/dynamicScalingInSuspended", nil, ["RegisterScalableTarget"]),
            SampleChange("/tags/team", "web", ["TagResource"]),
            SampleChange("/tags/team", nil, ["UntagResource"]),
        ])

    static let targetTrackingPolicy = scaling(
        "TargetTrackingPolicy/api/requests",
        [
            SampleChange("/targetValue", 900, ["PutScalingPolicy"]),
            SampleChange("/disableScaleIn", false, ["PutScalingPolicy"]),
            SampleChange("/disableScaleIn", nil, ["PutScalingPolicy"]),
            SampleChange("/scaleInCooldown", 300, found: [], []),
            SampleChange("/scaleOutCooldown", nil, ["PutScalingPolicy"]),
        ])

    static let stepScalingPolicy = scaling(
        "StepScalingPolicy/api/surge",
        [
            SampleChange("/cooldown", 30, ["PutScalingPolicy"]), SampleChange("/cooldown", nil, ["PutScalingPolicy"]),
            SampleChange(
                "/stepAdjustments/1/scalingAdjustment", 4, found: ["/stepAdjustments"], ["PutScalingPolicy"]),
            SampleChange("/metricAggregationType", "Average", found: [], []),
        ])

    static let scheduledAction = scaling(
        "ScheduledAction/api/morning",
        [
            SampleChange("/schedule", "cron(0 7 * * ? *)", ["PutScheduledAction"]),
            SampleChange("/timezone", "Europe/Madrid", ["PutScheduledAction"]),
            SampleChange("/scalableTargetAction/minCapacity", 5, ["PutScheduledAction"]),
        ])

    /// The part `id` of the specimen policy, beside everything else that the policy is made of.
    private static func scaling(_ id: String, _ changes: [SampleChange]) -> KindSample {
        let parts = scalingParts
        let subject = parts.first { $0.id.description == id } ?? parts[0]
        return KindSample(
            resource: subject,
            beside: [.sample("Service", "api", serviceSpec)] + parts.prefix { $0.id != subject.id },
            given: serviceGiven.merging(scalingGiven) { $1 },
            services: { [FakeServices(), FakeApplicationAutoScaling(), FakeCloudWatch()] }, changes: changes)
    }

    private static let scalingGiven: [Reference: Value] = [
        Reference(ResourceID("LoadBalancer", "demo"), "fullName"): "app/demo/1",
        Reference(ResourceID("TargetGroup", "api"), "fullName"): "targetgroup/api/1",
    ]

    /// The parts of the specimen manifest, linked as reading manifests does.
    static var scalingParts: [Resource] {
        let written = Resource.sample("ScalingPolicy", "api", scalingSpec)
        let parts = kindsByName["ScalingPolicy"]?.manifest.expand(written).parts ?? []
        return parts.map { part in
            var linked = part
            if part.spec["service"] != nil {
                linked.spec["service"] = .reference(ResourceID("Service", "api"), "resourceId")
            }
            return linked
        }
    }

    static let scalingSpec: Value = [
        "service": "api", "minCapacity": 2, "maxCapacity": 10,
        "suspendedState": ["dynamicScalingInSuspended": true], "tags": ["team": "core"],
        "targetTracking": [
            [
                "name": "cpu", "targetValue": 85,
                "predefinedMetricSpecification": [
                    "predefinedMetricType": "ECSServiceAverageCPUUtilization"
                ],
            ],
            [
                "name": "requests", "targetValue": 1000, "disableScaleIn": true, "scaleOutCooldown": 60,
                "predefinedMetricSpecification": [
                    "predefinedMetricType": "ALBRequestCountPerTarget", "loadBalancer": "demo", "targetGroup": "api",
                ],
            ],
        ],
        "stepScaling": [
            [
                "name": "surge", "adjustmentType": "ChangeInCapacity", "cooldown": 60,
                "stepAdjustments": [
                    ["metricIntervalLowerBound": 0, "metricIntervalUpperBound": 20, "scalingAdjustment": 1],
                    ["metricIntervalLowerBound": 20, "scalingAdjustment": 3],
                ], "alarm": alarmSettings,
            ]
        ],
        "scheduled": [
            [
                "name": "morning", "schedule": "cron(0 6 * * ? *)", "startTime": "2026-12-01T00:00:00Z",
                "scalableTargetAction": ["minCapacity": 4, "maxCapacity": 10],
            ]
        ],
    ]

    static let alarmSettings: Value = [
        "namespace": "AWS/ECS", "metricName": "CPUUtilization", "statistic": "Average", "period": 60,
        "evaluationPeriods": 3, "threshold": 70, "comparisonOperator": "GreaterThanOrEqualToThreshold",
        "dimensions": [["name": "ServiceName", "value": "api"], ["name": "ClusterName", "value": "demo"]],
    ]
}
