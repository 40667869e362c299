import Model

/// ECS's services: filled with AWS's defaults, updated member by member; a rollout is over at once.
struct FakeServices: FakeService {
    static let service = "ecs"
    private var services: [String: Value] = [:]
    private var tags: [String: [String: String]] = [:]
    private var deployments = 0

    mutating func answer(_ call: AWSCall) throws -> Value? {
        switch call.operation {
        case "CreateService": return try create(call)
        case "UpdateService": return try update(call)
        case "DescribeServices": return describe(call.input)
        case "DeleteService": return try delete(call)
        case "TagResource", "UntagResource": return tag(call)
        default: return nil
        }
    }

    private mutating func delete(_ call: AWSCall) throws -> Value {
        let name = call.input["service"]?.string ?? ""
        guard let service = services[name] else { throw fakeError(call, "ServiceNotFoundException") }
        guard service["desiredCount"]?.integer ?? 0 == 0 || call.input["force"]?.bool == true else {
            throw fakeError(
                call, "InvalidParameterException",
                "The service cannot be stopped while the primary deployment is scaled above 0.")
        }
        services[name] = nil
        return [:]
    }

    private mutating func create(_ call: AWSCall) throws -> Value {
        let name = call.input["serviceName"]?.string ?? ""
        guard services[name] == nil else {
            throw fakeError(call, "InvalidParameterException", "Creation of service was not idempotent.")
        }
        let cluster = call.input["cluster"]?.string ?? "default"
        let arn = "arn:aws:ecs:eu-west-1:123456789012:service/\(Self.last(cluster))/\(name)"
        var service = call.input.defaulting(Self.defaults)
        service["deploymentConfiguration"] = Self.deploymentDefaults.over(call.input["deploymentConfiguration"])
        service["serviceArn"] = .string(arn)
        service["clusterArn"] = .string("arn:aws:ecs:eu-west-1:123456789012:cluster/\(Self.last(cluster))")
        service["cluster"] = nil
        service["tags"] = nil
        service["roleArn"] =
            "arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"
        tags[arn] = Self.read(call.input["tags"])
        services[name] = deployed(service)
        return ["service": shown(name)]
    }

    private mutating func update(_ call: AWSCall) throws -> Value {
        let name = call.input["service"]?.string ?? ""
        guard var service = services[name] else { throw fakeError(call, "ServiceNotFoundException") }
        for (member, value) in call.input.object ?? [:]
        where !["service", "cluster", "forceNewDeployment"].contains(member) {
            service[member] = member == "deploymentConfiguration" ? service[member]?.over(value) ?? value : value
        }
        services[name] = deployed(service)
        return ["service": shown(name)]
    }

    private mutating func deployed(_ service: Value) -> Value {
        deployments += 1
        var deployment: Value = [
            "id": .string("ecs-svc/\(deployments)"), "status": "PRIMARY", "rolloutState": "COMPLETED",
            "desiredCount": service["desiredCount"] ?? 0, "runningCount": service["desiredCount"] ?? 0,
        ]
        for name in [
            "taskDefinition", "serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations",
        ] {
            deployment[name] = service[name]
        }
        var copy = service
        copy["deployments"] = [deployment]
        copy["runningCount"] = service["desiredCount"]
        return copy
    }

    private func describe(_ input: Value) -> Value {
        let names = (input["services"]?.list ?? []).compactMap(\.string)
        let missing = names.filter { services[$0] == nil }.map { name -> Value in
            ["arn": .string("arn:aws:ecs:eu-west-1:123456789012:service/\(name)"), "reason": "MISSING"]
        }
        return ["services": .list(names.filter { services[$0] != nil }.map(shown)), "failures": .list(missing)]
    }

    private mutating func tag(_ call: AWSCall) -> Value? {
        guard let arn = call.input["resourceArn"]?.string, tags[arn] != nil else { return nil }
        tags[arn]?.merge(Self.read(call.input["tags"])) { $1 }
        for key in call.input["tagKeys"]?.list ?? [] { tags[arn]?[key.string ?? ""] = nil }
        return [:]
    }

    private func shown(_ name: String) -> Value {
        guard var service = services[name], let arn = service["serviceArn"]?.string else { return [:] }
        service["tags"] = .list((tags[arn] ?? [:]).map { ["key": .string($0.key), "value": .string($0.value)] })
        for name in ["serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations"] {
            service[name] = nil
        }
        return service
    }

    static func read(_ tags: Value?) -> [String: String] {
        let pairs = (tags?.list ?? []).map { ($0["key"]?.string ?? "", $0["value"]?.string ?? "") }
        return Dictionary(pairs) { $1 }
    }

    private static func last(_ text: String) -> String { text.split(separator: "/").last.map(String.init) ?? text }

    private static let defaults: [String: Value] = [
        "status": "ACTIVE", "schedulingStrategy": "REPLICA", "deploymentController": ["type": "ECS"],
        "healthCheckGracePeriodSeconds": 0, "enableExecuteCommand": false, "enableECSManagedTags": false,
        "propagateTags": "NONE", "availabilityZoneRebalancing": "ENABLED", "placementStrategy": [],
        "placementConstraints": [], "loadBalancers": [], "serviceRegistries": [], "pendingCount": 0,
    ]

    private static let deploymentDefaults: Value = [
        "strategy": "ROLLING", "bakeTimeInMinutes": 0, "maximumPercent": 200, "minimumHealthyPercent": 100,
        "alarms": ["alarmNames": [], "enable": false, "rollback": false],
        "deploymentCircuitBreaker": [
            "enable": false, "rollback": false, "resetOnHealthyTask": true,
            "thresholdConfiguration": ["type": "BOUNDED_PERCENT", "value": 50],
        ],
    ]
}

extension Value {
    /// Members of `upper` over this value's, object by object.
    func over(_ upper: Value?) -> Value {
        guard let upper else { return self }
        guard let mine = object, let theirs = upper.object else { return upper }
        return .object(mine.merging(theirs) { $0.over($1) })
    }
}
