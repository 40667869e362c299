import Model

/// Facts 4.11 to 4.13.
extension NormalisationFact {
    static let scaling: [NormalisationFact] = [
        .init(
            "what is not suspended is filled in, or left out", "ScalingPolicy",
            ["minCapacity": 1, "maxCapacity": 4, "suspendedState": ["dynamicScalingInSuspended": false]],
            ["minCapacity": 1, "maxCapacity": 4, "roleARN": "arn:aws:iam::1:role/aws-service-role/x"],
            but: ["maxCapacity": 5, "suspendedState": ["dynamicScalingInSuspended": true]],
            differsAt: ["/maxCapacity", "/suspendedState"]),
        .init(
            "numbers are floating-point, cooldowns are filled in", "TargetTrackingPolicy",
            ["targetValue": 70, "predefinedMetricSpecification": ["predefinedMetricType": "ECSServiceAverageCPU"]],
            [
                "targetValue": 70.0, "scaleInCooldown": 300, "scaleOutCooldown": 300, "disableScaleIn": false,
                "predefinedMetricSpecification": ["predefinedMetricType": "ECSServiceAverageCPU"],
            ],
            but: [
                "targetValue": 70.5, "scaleInCooldown": 60,
                "predefinedMetricSpecification": ["predefinedMetricType": "ECSServiceAverageCPU"],
            ], differsAt: ["/scaleInCooldown", "/targetValue"]),
        .init(
            "steps are a set of floating-point bounds", "StepScalingPolicy",
            [
                "adjustmentType": "ChangeInCapacity",
                "stepAdjustments": [
                    ["metricIntervalLowerBound": 0, "metricIntervalUpperBound": 10, "scalingAdjustment": 1],
                    ["metricIntervalLowerBound": 10, "scalingAdjustment": 2],
                ],
            ],
            [
                "adjustmentType": "ChangeInCapacity", "cooldown": 300, "metricAggregationType": "Average",
                "stepAdjustments": [
                    ["metricIntervalLowerBound": 10.0, "scalingAdjustment": 2],
                    ["metricIntervalLowerBound": 0.0, "metricIntervalUpperBound": 10.0, "scalingAdjustment": 1],
                ],
            ],
            but: [
                "adjustmentType": "ChangeInCapacity",
                "stepAdjustments": [["metricIntervalLowerBound": 10, "scalingAdjustment": 2]],
            ], differsAt: ["/stepAdjustments"]),
        .init(
            "UTC is left out, times come in seconds", "ScheduledAction",
            ["timezone": "UTC", "startTime": "2026-11-01T00:00:00Z"], ["startTime": 1_793_491_200.0],
            but: ["timezone": "Europe/Rome", "startTime": "2026-11-01T00:00:01Z"],
            differsAt: ["/startTime", "/timezone"]),
    ]

    static let watching: [NormalisationFact] = [
        .init(
            "missing data, datapoints and actions are filled in", "Alarm",
            [
                "threshold": 5, "evaluationPeriods": 3, "treatMissingData": "missing",
                "dimensions": [["name": "A", "value": "1"], ["name": "B", "value": "2"]], "alarmActions": ["x", "y"],
            ],
            [
                "threshold": 5.0, "evaluationPeriods": 3, "datapointsToAlarm": 3, "actionsEnabled": true,
                "dimensions": [["name": "B", "value": "2"], ["name": "A", "value": "1"]], "alarmActions": ["y", "x"],
                "okActions": [],
            ],
            but: ["treatMissingData": "breaching", "evaluationPeriods": 3, "datapointsToAlarm": 2],
            differsAt: ["/datapointsToAlarm", "/treatMissingData"]),
        .init(
            "a group that keeps for ever has no retention, and the standard class is left out", "LogGroup",
            ["logGroupClass": "STANDARD", "deletionProtectionEnabled": false],
            ["arn": "arn:aws:logs:eu-west-1:1:log-group:x:*", "storedBytes": 0],
            but: ["retentionInDays": 14, "deletionProtectionEnabled": true],
            differsAt: ["/deletionProtectionEnabled", "/retentionInDays"]),
        .init(
            "tags are text, their names keep their case", "LogGroup", ["tags": ["Cost": 7, "team": "core"]],
            ["tags": ["team": "core", "Cost": "7", "aws:cloudformation:stack-name": "s", "other": "x"]],
            but: ["tags": ["cost": 7]], differsAt: ["/tags/cost"]),
    ]
}
