import Model

/// CloudWatch's metric alarms: writing one overwrites it whole.
struct FakeCloudWatch: FakeService {
    static let service = "cloudwatch"
    private var alarms: [String: Value] = [:]
    private var tags: [String: [String: String]] = [:]

    mutating func answer(_ call: AWSCall) throws -> Value? {
        let input = call.input
        let arn = input["resourceARN"]?.string ?? ""
        switch call.operation {
        case "PutMetricAlarm": put(input)
        case "DescribeAlarms":
            return [
                "metricAlarms": .list(alarms.values.filter { $0.isNamed(input, "alarmNames", "alarmName") }),
                "compositeAlarms": [],
            ]
        case "ListTagsForResource":
            return ["tags": .list((tags[arn] ?? [:]).map { ["key": .string($0.key), "value": .string($0.value)] })]
        case "TagResource": tags[arn, default: [:]].merge(FakeServices.read(input["tags"])) { $1 }
        case "UntagResource": for key in input["tagKeys"]?.list ?? [] { tags[arn]?[key.string ?? ""] = nil }
        case "DeleteAlarms":
            let names = (input["alarmNames"]?.list ?? []).compactMap(\.string)
            guard names.allSatisfy({ alarms[$0] != nil }) else { throw fakeError(call, "ResourceNotFound") }
            for name in names { alarms[name] = nil }
        default: return nil
        }
        return [:]
    }

    private mutating func put(_ input: Value) {
        let name = input["alarmName"]?.string ?? ""
        let arn = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:\(name)"
        if alarms[name] == nil { tags[arn] = FakeServices.read(input["tags"]) }
        var alarm = input.defaulting([
            "actionsEnabled": true, "treatMissingData": "missing", "alarmActions": [], "okActions": [],
            "insufficientDataActions": [], "dimensions": [], "stateValue": "INSUFFICIENT_DATA",
        ])
        alarm["threshold"] = input["threshold"]?.number.map { Value(.number($0)) }
        alarm["datapointsToAlarm"] = input["datapointsToAlarm"] ?? input["evaluationPeriods"]
        alarm["alarmArn"] = .string(arn)
        alarm["tags"] = nil
        alarms[name] = alarm
    }
}
