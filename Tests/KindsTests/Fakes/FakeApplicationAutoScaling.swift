import Model

/// Application Auto Scaling: targets, policies and scheduled actions of ECS services.
struct FakeApplicationAutoScaling: FakeService {
    static let service = "application-autoscaling"
    private var targets: [String: Value] = [:]
    private var policies: [[String]: Value] = [:]
    private var actions: [[String]: Value] = [:]
    private var tags: [String: [String: Value]] = [:]

    mutating func answer(_ call: AWSCall) throws -> Value? {
        let input = call.input
        switch call.operation {
        case "RegisterScalableTarget": return register(input)
        case "DescribeScalableTargets":
            return ["scalableTargets": .list(targets.values.filter { $0.isNamed(input, "resourceIds", "resourceId") })]
        case "PutScalingPolicy": return try put(policy: call)
        case "DescribeScalingPolicies":
            return ["scalingPolicies": .list(policies.values.filter { $0.isNamed(input, "policyNames", "policyName") })]
        case "PutScheduledAction": return try put(action: call)
        case "DescribeScheduledActions":
            return [
                "scheduledActions": .list(
                    actions.values.filter { $0.isNamed(input, "scheduledActionNames", "scheduledActionName") })
            ]
        case "ListTagsForResource": return ["tags": .object(tags[input["resourceARN"]?.string ?? ""] ?? [:])]
        case "TagResource", "UntagResource": return tag(input)
        case "DeregisterScalableTarget", "DeleteScalingPolicy", "DeleteScheduledAction": return try delete(call)
        default: return nil
        }
    }

    private mutating func delete(_ call: AWSCall) throws -> Value {
        let id = call.input["resourceId"]?.string ?? ""
        let name = (call.input["policyName"] ?? call.input["scheduledActionName"])?.string ?? ""
        let gone: Value? =
            switch call.operation {
            case "DeleteScalingPolicy": policies.removeValue(forKey: [id, name])
            case "DeleteScheduledAction": actions.removeValue(forKey: [id, name])
            default: targets.removeValue(forKey: id)
            }
        guard gone != nil else { throw fakeError(call, "ObjectNotFoundException") }
        return [:]
    }

    private mutating func register(_ input: Value) -> Value {
        let id = input["resourceId"]?.string ?? ""
        let arn = "arn:aws:application-autoscaling:eu-west-1:123456789012:scalable-target/\(id.utf8.count)"
        let suspended: Value = [
            "dynamicScalingInSuspended": false, "dynamicScalingOutSuspended": false, "scheduledScalingSuspended": false,
        ]
        var target =
            (targets[id] ?? ["roleARN": "arn:aws:iam::123456789012:role/aws-service-role/x", "creationTime": 1.5])
            .over(input)
        target["suspendedState"] = (targets[id]?["suspendedState"] ?? suspended).over(input["suspendedState"])
        target["scalableTargetARN"] = .string(arn)
        target["tags"] = nil
        targets[id] = target
        tags[arn, default: [:]].merge(input["tags"]?.object ?? [:]) { $1 }
        return ["scalableTargetARN": .string(arn)]
    }

    private mutating func put(policy call: AWSCall) throws -> Value {
        let key = try key(call, "policyName")
        var policy = Self.withFloats(call.input)
        let arn =
            "arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:1:resource/ecs/\(key[0]):policyName/\(key[1])"
        policy["policyARN"] = .string(arn)
        policy["creationTime"] = 1.5
        policy["alarms"] = []
        policy["targetTrackingScalingPolicyConfiguration"] =
            policy["targetTrackingScalingPolicyConfiguration"]?.defaulting(["disableScaleIn": false])
        policies[key] = policy
        return ["policyARN": .string(arn), "alarms": []]
    }

    /// AWS carries these as floating-point numbers, whatever was sent.
    private static func withFloats(_ value: Value) -> Value {
        if let items = value.list { return .list(items.map(withFloats)) }
        guard let members = value.object else { return value }
        let names: Set = ["targetValue", "metricIntervalLowerBound", "metricIntervalUpperBound"]
        let pairs = members.map { name, member in
            (name, names.contains(name) ? member.number.map { Value(.number($0)) } ?? member : withFloats(member))
        }
        return .object(Dictionary(pairs) { $1 })
    }

    private mutating func put(action call: AWSCall) throws -> Value {
        let key = try key(call, "scheduledActionName")
        var action = call.input.defaulting(["timezone": "UTC", "creationTime": 1.5])
        action["scheduledActionARN"] = .string("arn:aws:autoscaling:eu-west-1:123456789012:scheduledAction:1:\(key[1])")
        actions[key] = (actions[key] ?? .emptyObject).over(action)
        return [:]
    }

    private func key(_ call: AWSCall, _ name: String) throws -> [String] {
        let id = call.input["resourceId"]?.string ?? ""
        guard targets[id] != nil else {
            throw fakeError(call, "ObjectNotFoundException", "No scalable target registered")
        }
        return [id, call.input[name]?.string ?? ""]
    }

    private mutating func tag(_ input: Value) -> Value {
        let arn = input["resourceARN"]?.string ?? ""
        tags[arn, default: [:]].merge(input["tags"]?.object ?? [:]) { $1 }
        for key in input["tagKeys"]?.list ?? [] { tags[arn]?[key.string ?? ""] = nil }
        return [:]
    }
}

extension Value {
    /// True when the request does not ask for names, or for this one among others.
    func isNamed(_ input: Value, _ names: String, _ name: String) -> Bool {
        guard let asked = input[names]?.list, let mine = self[name] else { return true }
        return asked.contains(mine)
    }
}
