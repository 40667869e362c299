import Model

extension HandMadeDrift {
    private static func scaling(_ operation: String, _ members: Value) -> AWSCall {
        var input = members
        input["serviceNamespace"] = "ecs"
        input["resourceId"] = "service/demo-api/api"
        input["scalableDimension"] = "ecs:service:DesiredCount"
        return AWSCall("application-autoscaling", operation, input)
    }

    private static func tracking(_ target: Int) -> AWSCall {
        scaling(
            "PutScalingPolicy",
            [
                "policyName": "api-cpu", "policyType": "TargetTrackingScaling",
                "targetTrackingScalingPolicyConfiguration": [
                    "targetValue": .integer(target), "scaleOutCooldown": 60, "scaleInCooldown": 300,
                    "predefinedMetricSpecification": ["predefinedMetricType": "ECSServiceAverageCPUUtilization"],
                ],
            ])
    }

    static let policies: [HandMadeDrift] = [
        HandMadeDrift(
            "scaling target's bounds", "ScalingPolicy/api", "/maxCapacity",
            scaling("RegisterScalableTarget", ["maxCapacity": 50])),
        HandMadeDrift("policy's target", "TargetTrackingPolicy/api/cpu", "/targetValue", tracking(20)),
        HandMadeDrift(
            "policy deleted", "TargetTrackingPolicy/api/memory", "/",
            scaling("DeleteScalingPolicy", ["policyName": "api-memory"])),
        HandMadeDrift(
            "steps", "StepScalingPolicy/api/surge", "/stepAdjustments",
            scaling(
                "PutScalingPolicy",
                [
                    "policyName": "api-surge", "policyType": "StepScaling",
                    "stepScalingPolicyConfiguration": [
                        "adjustmentType": "ChangeInCapacity", "metricAggregationType": "Maximum", "cooldown": 60,
                        "stepAdjustments": [["metricIntervalLowerBound": 0, "scalingAdjustment": 9]],
                    ],
                ])),
        HandMadeDrift(
            "scheduled action removed", "ScheduledAction/api/night", "/",
            scaling("DeleteScheduledAction", ["scheduledActionName": "api-night"])),
        HandMadeDrift(
            "schedule", "ScheduledAction/api/evening", "/schedule",
            scaling(
                "PutScheduledAction",
                [
                    "scheduledActionName": "api-evening", "schedule": "cron(0 3 * * ? *)", "timezone": "Europe/Dublin",
                    "scalableTargetAction": ["minCapacity": 4, "maxCapacity": 12],
                ])),
        HandMadeDrift(
            "scaling target removed", "ScalingPolicy/api", "/", scaling("DeregisterScalableTarget", .emptyObject)),
    ]

    private static let alarm: Value = [
        "alarmName": "demo-api-memory", "namespace": "AWS/ECS", "metricName": "MemoryUtilization",
        "dimensions": [["name": "ClusterName", "value": "demo-api"], ["name": "ServiceName", "value": "api"]],
        "statistic": "Average", "period": 60, "evaluationPeriods": 3, "datapointsToAlarm": 2, "threshold": 50,
        "comparisonOperator": "GreaterThanThreshold", "treatMissingData": "notBreaching",
        "alarmDescription": "The api's tasks are about to reach their memory limit",
    ]

    static let watching: [HandMadeDrift] = [
        HandMadeDrift(
            "alarm's threshold", "Alarm/demo-api-memory", "/threshold", AWSCall("cloudwatch", "PutMetricAlarm", alarm)),
        HandMadeDrift(
            "alarm deleted", "Alarm/demo-api-memory", "/",
            AWSCall("cloudwatch", "DeleteAlarms", ["alarmNames": ["demo-api-memory"]])),
        HandMadeDrift(
            "log retention", "LogGroup/api", "/retentionInDays",
            AWSCall("logs", "PutRetentionPolicy", ["logGroupName": "/ecs/demo-api/api", "retentionInDays": 1])),
        HandMadeDrift(
            "log retention for ever", "LogGroup/api", "/retentionInDays",
            AWSCall("logs", "DeleteRetentionPolicy", ["logGroupName": "/ecs/demo-api/api"])),
        HandMadeDrift(
            "log group deleted", "LogGroup/api", "/",
            AWSCall("logs", "DeleteLogGroup", ["logGroupName": "/ecs/demo-api/api"])),
    ]

    /// Changes of what Git does not state: nobody's drift.
    static let unstated: [HandMadeDrift] = [
        HandMadeDrift(
            "scaling suspended", "ScalingPolicy/api", "/suspendedState/dynamicScalingInSuspended",
            scaling("RegisterScalableTarget", ["suspendedState": ["dynamicScalingInSuspended": true]])),
        HandMadeDrift(
            "alarm's actions off", "Alarm/api-surge", "/actionsEnabled",
            AWSCall("cloudwatch", "DisableAlarmActions", ["alarmNames": ["demo-api-surge"]])),
    ]

    /// Every one, on every kind.
    static let all = services + clusters + targetGroups + listeners + balancers + fleet + policies + watching
}
