import Model

extension KindSample {
    static let alarm = KindSample(
        resource: .sample("Alarm", "errors", spec), services: { [FakeCloudWatch()] },
        changes: [
            SampleChange("/threshold", 20, put), SampleChange("/threshold", 10.0, found: [], []),
            SampleChange("/evaluationPeriods", 5, put), SampleChange("/datapointsToAlarm", nil, put),
            SampleChange("/treatMissingData", nil, put), SampleChange("/actionsEnabled", true, found: [], []),
            SampleChange("/alarmActions", ["arn:aws:sns:eu-west-1:123456789012:other"], put),
            SampleChange("/alarmActions", nil, put),
            SampleChange("/dimensions/0/value", "app/demo/2", found: ["/dimensions/LoadBalancer/value"], put),
            SampleChange("/alarmDescription", nil, put), SampleChange("/tags/team", "web", ["TagResource"]),
            SampleChange("/tags/team", nil, ["UntagResource"]),
        ])

    private static let put = ["PutMetricAlarm"]

    private static let spec: Value = [
        "alarmDescription": "too many errors", "namespace": "AWS/ApplicationELB",
        "metricName": "HTTPCode_Target_5XX_Count", "statistic": "Sum", "period": 60, "evaluationPeriods": 3,
        "datapointsToAlarm": 2, "threshold": 10, "comparisonOperator": "GreaterThanThreshold",
        "treatMissingData": "notBreaching", "dimensions": [["name": "LoadBalancer", "value": "app/demo/1"]],
        "alarmActions": ["arn:aws:sns:eu-west-1:123456789012:pages"], "tags": ["team": "core"],
    ]
}
