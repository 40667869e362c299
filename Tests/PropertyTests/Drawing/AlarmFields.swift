import Model

/// Alarms: of one metric by statistic or percentile, and of an expression over metrics.
enum AlarmFields {
    /// `actions` are whom the alarm may call.
    static func metric(actions: [Value] = topics) -> [Field] {
        [.fixed("/namespace", "AWS/ECS")] + watched + dimensions("/dimensions") + common(period: "/period")
            + lists(actions) + Field.tags
    }

    private static let watched: [Field] = [
        .one("/metricName", 100, of: ["CPUUtilization", "MemoryUtilization"]),
        Field("/statistic", 60, isEdited: false) { chance, _ in chance.pick(["Average", "Maximum"]) },
        Field("/extendedStatistic", 100) { chance, spec in
            spec["statistic"] == nil ? chance.pick(["p90", "p99.9", "tm(10%:90%)"]) : nil
        },
        Field("/evaluateLowSampleCountPercentile", 30) { chance, spec in
            spec["extendedStatistic"] == nil ? nil : chance.pick(["ignore", "evaluate"])
        },
        .one("/unit", 20, of: ["Percent", "None"]),
    ]

    private static func dimensions(_ path: FieldPath) -> [Field] {
        [
            Field(path, 70) { chance, _ in
                .list(chance.some(["ClusterName", "ServiceName", "Zone"]).map { ["name": $0, "value": "web"] })
            }
        ]
    }

    /// A metric is looked at over no more than a day.
    private static func common(period: FieldPath) -> [Field] {
        [
            Field(period, 100) { chance, spec in
                let fitting = [10, 30, 60, 300, 3600].filter { $0 * (spec["evaluationPeriods"]?.integer ?? 1) <= 86400 }
                return .integer(chance.pick(fitting))
            },
            Field("/evaluationPeriods", 100) { chance, spec in
                let most = min(20, 86400 / (spec[period]?.integer ?? 60))
                return .integer(chance.draw((spec["datapointsToAlarm"]?.integer ?? 1)...most))
            },
            Field("/datapointsToAlarm", 40) { chance, spec in
                .integer(chance.draw(1...(spec["evaluationPeriods"]?.integer ?? 1)))
            },
            .one("/threshold", 100, of: [0, 1, 0.5, 70, 70.0, 99.95, -3, 1_000_000]),
            .one(
                "/comparisonOperator", 100,
                of: [
                    "GreaterThanThreshold", "GreaterThanOrEqualToThreshold", "LessThanThreshold",
                    "LessThanOrEqualToThreshold",
                ]),
            .one("/treatMissingData", 50, of: ["missing", "breaching", "notBreaching", "ignore"]),
            .text("/alarmDescription", 50),
        ]
    }

    static let topics: [Value] = ["a", "b", "c"].map { .string("arn:aws:sns:eu-west-1:123456789012:topic-\($0)") }

    private static func lists(_ actions: [Value]) -> [Field] {
        [.flag("/actionsEnabled", 30)]
            + ["/alarmActions", "/okActions", "/insufficientDataActions"].map { path in
                Field(path, 40) { chance, _ in .list(chance.some(actions)) }
            }
    }

    /// Of an expression over two metrics.
    static let expression: [Field] =
        [
            .fixed("/metrics/0/id", "share"), .one("/metrics/0/expression", 100, of: ["m1/m2*100", "100*m1/m2"]),
            .text("/metrics/0/label", 50), .fixed("/metrics/0/returnData", true, share: 50),
        ] + metric(1) + metric(2) + common(period: "/metrics/1/metricStat/period") + lists(topics) + Field.tags

    private static func metric(_ index: Int) -> [Field] {
        let stat = FieldPath(["metrics", String(index), "metricStat"])
        return [
            .fixed(FieldPath(["metrics", String(index), "id"]), .string("m\(index)")),
            .fixed(FieldPath(["metrics", String(index), "returnData"]), false),
            .fixed(FieldPath(stat.parts + ["metric", "namespace"]), "AWS/ApplicationELB"),
            .one(
                FieldPath(stat.parts + ["metric", "metricName"]), 100, of: ["RequestCount", "HTTPCode_ELB_5XX_Count"]),
            Field(FieldPath(stat.parts + ["metric", "dimensions"]), 60) { chance, _ in
                .list(chance.some(["LoadBalancer", "TargetGroup"]).map { ["name": $0, "value": "x/1"] })
            },
            .one(stat.appending("stat"), 100, of: ["Sum", "Average", "p95"]),
            .one(stat.appending("unit"), 20, of: ["Count"]),
        ] + (index == 1 ? [] : [.fixed(stat.appending("period"), 60)])
    }
}
