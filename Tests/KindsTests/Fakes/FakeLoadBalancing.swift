import Model

/// Elastic Load Balancing: filled with AWS's defaults, actions given back the long way round.
struct FakeLoadBalancing: FakeService {
    static let service = "elbv2"
    static let balancer = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/demo/1"
    static let listener = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/demo/1/2"

    /// Everything by its ARN, members as describe calls give them.
    private(set) var things: [String: Value] = [:]
    private var kinds: [String: String] = [:]
    private var attributes: [String: [String: String]] = [:]
    private var tags: [String: [String: String]] = [:]
    private var certificates: [String: [Value]] = [:]
    private var count = 100

    mutating func answer(_ call: AWSCall) throws -> Value? {
        switch call.operation {
        case "CreateTargetGroup":
            var group = call.input.defaulting(Self.targetGroupDefaults)
            group["targetGroupName"] = group["name"]
            group["name"] = nil
            return ["targetGroups": [make(group, "targetGroup", call)]]
        case "CreateLoadBalancer": return ["loadBalancers": [make(balancer(call.input), "loadBalancer", call)]]
        case "CreateListener": return ["listeners": [make(listener(call.input), "listener", call)]]
        case "CreateRule": return try createRule(call)
        case "ModifyTargetGroup": return ["targetGroups": [modify(call, "targetGroupArn") { $0 }]]
        case "ModifyListener": return ["listeners": [modify(call, "listenerArn", Self.listed)]]
        case "ModifyRule": return ["rules": [modify(call, "ruleArn", Self.listed)]]
        case "SetRulePriorities": return try setPriorities(call)
        case "SetSubnets", "SetSecurityGroups", "SetIpAddressType", "ModifyIpPools": return set(call)
        case "AddTags", "RemoveTags", "DescribeTags": return tagging(call)
        case "AddListenerCertificates", "RemoveListenerCertificates", "DescribeListenerCertificates":
            return certificates(call)
        case "DeleteLoadBalancer", "DeleteListener", "DeleteRule", "DeleteTargetGroup": return try delete(call)
        default: return try call.operation.hasSuffix("Attributes") ? attributes(call) : describe(call)
        }
    }

    /// A load balancer and a target group that are not there are gone all the same.
    private mutating func delete(_ call: AWSCall) throws -> Value {
        let members = ["loadBalancerArn", "listenerArn", "ruleArn", "targetGroupArn"]
        let arn = members.compactMap { call.input[$0]?.string }.first ?? ""
        if things[arn] == nil, call.operation == "DeleteListener" { throw fakeError(call, "ListenerNotFound") }
        if things[arn] == nil, call.operation == "DeleteRule" { throw fakeError(call, "RuleNotFound") }
        things[arn] = nil
        return [:]
    }

    private mutating func make(_ thing: Value, _ kind: String, _ call: AWSCall) -> Value {
        count += 1
        let name = (thing["targetGroupName"] ?? thing["loadBalancerName"])?.string ?? "demo"
        let path = ["targetGroup": "targetgroup/\(name)", "loadBalancer": "loadbalancer/app/\(name)"][kind]
        let arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:\(path ?? "\(kind)/app/demo/1")/\(count)"
        var copy = thing
        copy["tags"] = nil
        copy["\(kind)Arn"] = .string(arn)
        things[arn] = copy
        kinds[arn] = kind
        tags[arn] = FakeServices.read(call.input["tags"])
        attributes[arn] = Self.attributeDefaults[kind]
        return copy
    }

    private mutating func modify(_ call: AWSCall, _ member: String, _ shown: (Value) -> Value) -> Value {
        let arn = call.input[member]?.string ?? ""
        for (name, value) in call.input.object ?? [:] where name != "resetTransforms" { things[arn]?[name] = value }
        if call.input["resetTransforms"]?.bool == true { things[arn]?["transforms"] = [] }
        things[arn] = things[arn].map(shown)
        return things[arn] ?? [:]
    }

    private mutating func set(_ call: AWSCall) -> Value {
        let arn = call.input["loadBalancerArn"]?.string ?? ""
        if call.input["removeIpamPools"] != nil { things[arn]?["ipamPools"] = nil }
        for name in ["securityGroups", "ipAddressType", "ipamPools"] where call.input[name] != nil {
            things[arn]?[name] = call.input[name]
        }
        if call.input["subnets"] != nil { things[arn]?["availabilityZones"] = Self.zones(call.input) }
        return [:]
    }

    private mutating func createRule(_ call: AWSCall) throws -> Value {
        var rule = call.input
        let priority = rule["priority"]?.scalarText ?? ""
        let taken = things.values.contains { $0["listener-ruleArn"] != nil && $0["priority"]?.string == priority }
        guard !taken else { throw fakeError(call, "PriorityInUse") }
        rule["priority"] = .string(priority)
        rule["isDefault"] = false
        return ["rules": [make(Self.listed(rule), "listener-rule", call).renaming("listener-ruleArn", "ruleArn")]]
    }

    private mutating func setPriorities(_ call: AWSCall) throws -> Value {
        for pair in call.input["rulePriorities"]?.list ?? [] {
            guard let arn = pair["ruleArn"]?.string, things[arn] != nil else { throw fakeError(call, "RuleNotFound") }
            things[arn]?["priority"] = pair["priority"]?.scalarText.map { .string($0) }
        }
        return [:]
    }

    private mutating func tagging(_ call: AWSCall) -> Value {
        let arns = (call.input["resourceArns"]?.list ?? []).compactMap(\.string)
        for arn in arns {
            tags[arn]?.merge(FakeServices.read(call.input["tags"])) { $1 }
            for key in call.input["tagKeys"]?.list ?? [] { tags[arn]?[key.string ?? ""] = nil }
        }
        let descriptions = arns.map { arn -> Value in
            let pairs = (tags[arn] ?? [:]).map { Value.object(["key": .string($0.key), "value": .string($0.value)]) }
            return ["resourceArn": .string(arn), "tags": .list(pairs)]
        }
        return call.operation == "DescribeTags" ? ["tagDescriptions": .list(descriptions)] : [:]
    }

    private mutating func certificates(_ call: AWSCall) -> Value {
        let arn = call.input["listenerArn"]?.string ?? ""
        let named = call.input["certificates"]?.list ?? []
        switch call.operation {
        case "AddListenerCertificates": certificates[arn, default: []] += named
        case "RemoveListenerCertificates": certificates[arn]?.removeAll { named.contains($0) }
        default:
            let first = (things[arn]?["certificates"]?.list ?? []).map { item in
                var copy = item
                copy["isDefault"] = true
                return copy
            }
            return ["certificates": .list(first + (certificates[arn] ?? []))]
        }
        return [:]
    }

    private mutating func attributes(_ call: AWSCall) throws -> Value? {
        let arns = ["targetGroupArn", "loadBalancerArn", "listenerArn"].compactMap { call.input[$0]?.string }
        guard let arn = arns.first else { return nil }
        attributes[arn]?.merge(FakeServices.read(call.input["attributes"])) { $1 }
        let pairs = (attributes[arn] ?? [:]).map { Value.object(["key": .string($0.key), "value": .string($0.value)]) }
        return ["attributes": .list(pairs)]
    }

    private func describe(_ call: AWSCall) throws -> Value? {
        let operations = [
            "DescribeTargetGroups": ("targetGroup", "targetGroups"),
            "DescribeLoadBalancers": ("loadBalancer", "loadBalancers"), "DescribeListeners": ("listener", "listeners"),
            "DescribeRules": ("listener-rule", "rules"),
        ]
        guard let (kind, member) = operations[call.operation] else { return nil }
        var found = things.keys.sorted().filter { kinds[$0] == kind }.compactMap { things[$0] }
        for parent in ["loadBalancerArn", "listenerArn"] where call.input[parent] != nil {
            found = found.filter { $0[parent] == call.input[parent] }
        }
        if let names = call.input["names"]?.list {
            found = found.filter { names.contains($0["\(kind)Name"] ?? .null) }
            let code = kind == "targetGroup" ? "TargetGroupNotFound" : "LoadBalancerNotFound"
            guard found.count == names.count else { throw fakeError(call, code) }
        }
        if kind == "listener-rule" {
            found = found.map { $0.renaming("listener-ruleArn", "ruleArn") }
            found.append(["ruleArn": "default", "priority": "default", "isDefault": true])
        }
        return [member: .list(found)]
    }
}

extension Value {
    /// The object with a member under another name.
    func renaming(_ old: String, _ new: String) -> Value {
        var copy = self
        copy[new] = self[old]
        copy[old] = nil
        return copy
    }
}
