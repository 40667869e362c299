import AWSCloudWatch
import Model
import Simulation

/// Amazon CloudWatch: metrics and metric alarms (aws-facts 4.12).
public enum LocalCloudWatch {
    /// The service with its operations.
    public static let service = LocalService(
        CloudWatch.model, throttle: ("Throttling", "Rate exceeded", 400),
        buckets: [
            LocalService.Bucket("DescribeAlarms", burst: 9, refillPerMille: 9000, ["DescribeAlarms"]),
            LocalService.Bucket("PutMetricAlarm", burst: 3, refillPerMille: 3000, ["PutMetricAlarm"]),
        ],
        [
            .write("PutMetricAlarm", putMetricAlarm),
            .read("DescribeAlarms", describeAlarms),
            .read("DescribeAlarmsForMetric", describeAlarmsForMetric),
            .write("DeleteAlarms", deleteAlarms),
            .write("SetAlarmState", setAlarmState),
            .write("EnableAlarmActions") { world, request in setActions(&world, request, enabled: true) },
            .write("DisableAlarmActions") { world, request in setActions(&world, request, enabled: false) },
            .read("DescribeAlarmHistory", describeAlarmHistory),
            .write("PutMetricData", putMetricData),
            .read("GetMetricStatistics", getMetricStatistics),
            .read("GetMetricData", getMetricData),
            .read("ListMetrics", listMetrics),
            .write("TagResource", tagResource),
            .write("UntagResource", untagResource),
            .read("ListTagsForResource", listTagsForResource),
        ])

    /// A timestamp of a request.
    static func instant(_ value: Value?) -> Instant? {
        value?.number.map { Instant(milliseconds: Int64($0 * 1000)) }
    }

    /// A list of `{name, value}` as a series' dimensions.
    static func dimensions(_ value: Value?) -> [(String, String)] {
        (value?.list ?? []).map { ($0["name"]?.string ?? "", $0["value"]?.string ?? "") }
    }
}
