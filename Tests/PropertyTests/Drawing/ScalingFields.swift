import Model

/// Who moves a service's count: bounds, policies, alarms and schedules.
enum ScalingFields {
    static func all(service: String, balancer: String, group: String) -> [Field] {
        bounds(service) + tracking(balancer, group).below("/targetTracking/0") + cpu.below("/targetTracking/1")
            + steps.below("/stepScaling/0") + schedule.below("/scheduled/0") + Field.tags
    }

    private static func bounds(_ service: String) -> [Field] {
        [
            .fixed("/service", .string(service)), .number("/minCapacity", 100, 1...2),
            .number("/maxCapacity", 100, 3...6),
            .flag("/suspendedState/dynamicScalingInSuspended", 20),
            .flag("/suspendedState/dynamicScalingOutSuspended", 20),
            .flag("/suspendedState/scheduledScalingSuspended", 10),
        ]
    }

    private static let cooldowns: [Field] = [
        .number("/scaleInCooldown", 40, 0...600), .number("/scaleOutCooldown", 40, 0...600),
        .flag("/disableScaleIn", 40),
    ]

    private static func tracking(_ balancer: String, _ group: String) -> [Field] {
        [
            .fixed("/name", "requests"), .one("/targetValue", 100, of: [1000, 50.5, 900.0]),
            .fixed("/predefinedMetricSpecification/predefinedMetricType", "ALBRequestCountPerTarget"),
            .fixed("/predefinedMetricSpecification/loadBalancer", .string(balancer)),
            .fixed("/predefinedMetricSpecification/targetGroup", .string(group)),
        ] + cooldowns
    }

    private static let cpu: [Field] =
        [
            .fixed("/name", "cpu"), .one("/targetValue", 100, of: [85, 60.0, 72.5]),
            Field("/predefinedMetricSpecification/predefinedMetricType", 60, isEdited: false) { chance, _ in
                chance.pick(["ECSServiceAverageCPUUtilization", "ECSServiceAverageMemoryUtilization"])
            },
            Field("/customizedMetricSpecification", 100) { chance, spec in
                guard spec["predefinedMetricSpecification"] == nil else { return nil }
                return [
                    "namespace": "Demo", "metricName": .string(chance.word()),
                    "statistic": chance.pick(["Average", "Sum"]),
                    "dimensions": .list(chance.some(["A", "B"]).map { ["name": $0, "value": "1"] }),
                ]
            },
        ] + cooldowns

    private static let steps: [Field] =
        [
            .fixed("/name", "surge"), .fixed("/adjustmentType", "ChangeInCapacity"), .number("/cooldown", 50, 0...300),
            .one("/metricAggregationType", 40, of: ["Average", "Maximum", "Minimum"]),
            .one(
                "/stepAdjustments", 100,
                of: [
                    [["metricIntervalLowerBound": 0, "scalingAdjustment": 1]],
                    [
                        ["metricIntervalLowerBound": 0, "metricIntervalUpperBound": 20.5, "scalingAdjustment": 1],
                        ["metricIntervalLowerBound": 20.5, "scalingAdjustment": 3],
                    ],
                ]),
        ] + AlarmFields.metric(actions: []).filter { !$0.path.parts[0].hasSuffix("Actions") }.below("/alarm")

    private static let schedule: [Field] = [
        .fixed("/name", "evening"),
        .one("/schedule", 100, of: ["cron(0 17 * * ? *)", "cron(30 3 ? * MON-FRI *)", "rate(12 hours)"]),
        .one("/timezone", 50, of: ["UTC", "Europe/Dublin", "America/New_York"]),
        .one("/startTime", 30, of: ["2026-12-01T00:00:00Z", "2027-01-01T00:00:00+01:00"]),
        .one("/endTime", 30, of: ["2028-12-01T00:00:00Z"]),
        .number("/scalableTargetAction/minCapacity", 100, 1...2),
        .number("/scalableTargetAction/maxCapacity", 60, 3...6),
    ]
}
