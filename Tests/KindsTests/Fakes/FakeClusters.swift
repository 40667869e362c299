import Model

/// ECS's clusters and capacity providers; what takes a while is over at once.
struct FakeClusters: FakeService {
    static let service = "ecs"
    private var clusters: [String: Value] = [:]
    private var providers: [String: Value] = [:]

    mutating func answer(_ call: AWSCall) throws -> Value? {
        switch call.operation {
        case "CreateCluster": return create(call.input)
        case "UpdateCluster", "PutClusterCapacityProviders": return try update(call)
        case "DescribeClusters": return describe(call.input, clusters, "clusters", "clusters")
        case "CreateCapacityProvider": return createProvider(call.input)
        case "UpdateCapacityProvider": return updateProvider(call.input)
        case "DescribeCapacityProviders":
            return describe(call.input, providers, "capacityProviders", "capacityProviders")
        case "DeleteCluster":
            let name = Self.last(call.input["cluster"]?.string ?? "")
            guard clusters.removeValue(forKey: name) != nil else { throw fakeError(call, "ClusterNotFoundException") }
            return [:]
        case "DeleteCapacityProvider":
            let name = Self.last(call.input["capacityProvider"]?.string ?? "")
            guard providers.removeValue(forKey: name) != nil else {
                throw fakeError(call, "ClientException", "The specified capacity provider does not exist.")
            }
            return [:]
        case "TagResource", "UntagResource": return tag(call)
        default: return nil
        }
    }

    private mutating func create(_ input: Value) -> Value {
        let name = input["clusterName"]?.string ?? "default"
        var cluster = input.defaulting([
            "status": "ACTIVE", "capacityProviders": [], "defaultCapacityProviderStrategy": [],
            "settings": [["name": "containerInsights", "value": "disabled"]], "tags": [],
        ])
        cluster["clusterArn"] = .string("arn:aws:ecs:eu-west-1:123456789012:cluster/\(name)")
        clusters[name] = cluster
        return ["cluster": cluster]
    }

    private mutating func update(_ call: AWSCall) throws -> Value {
        let name = Self.last(call.input["cluster"]?.string ?? "")
        guard clusters[name] != nil else { throw fakeError(call, "ClusterNotFoundException") }
        for (member, value) in call.input.object ?? [:] where member != "cluster" { clusters[name]?[member] = value }
        if call.operation == "PutClusterCapacityProviders" {
            let items = (call.input["defaultCapacityProviderStrategy"]?.list ?? []).map {
                $0.defaulting(["base": 0, "weight": 0])
            }
            clusters[name]?["defaultCapacityProviderStrategy"] = .list(items)
            clusters[name]?["attachmentsStatus"] = "UPDATE_COMPLETE"
            return ["cluster": (clusters[name] ?? [:]).over(["attachmentsStatus": "UPDATE_IN_PROGRESS"])]
        }
        return ["cluster": clusters[name] ?? [:]]
    }

    private mutating func createProvider(_ input: Value) -> Value {
        let name = input["name"]?.string ?? ""
        let defaults: Value = [
            "managedScaling": [
                "status": "ENABLED", "targetCapacity": 100, "minimumScalingStepSize": 1,
                "maximumScalingStepSize": 10000, "instanceWarmupPeriod": 300,
            ],
            "managedTerminationProtection": "DISABLED", "managedDraining": "ENABLED",
        ]
        var provider = input.defaulting(["status": "ACTIVE", "updateStatus": "CREATE_COMPLETE", "tags": []])
        provider["autoScalingGroupProvider"] = defaults.over(input["autoScalingGroupProvider"])
        provider["capacityProviderArn"] = .string("arn:aws:ecs:eu-west-1:123456789012:capacity-provider/\(name)")
        providers[name] = provider
        return ["capacityProvider": provider]
    }

    private mutating func updateProvider(_ input: Value) -> Value {
        let name = input["name"]?.string ?? ""
        let live = providers[name]?["autoScalingGroupProvider"]
        providers[name]?["autoScalingGroupProvider"] = live?.over(input["autoScalingGroupProvider"])
        return ["capacityProvider": providers[name] ?? [:]]
    }

    private func describe(_ input: Value, _ all: [String: Value], _ asked: String, _ member: String) -> Value {
        let names = (input[asked]?.list ?? []).compactMap(\.string).map(Self.last)
        let missing = names.filter { all[$0] == nil }.map { Value.object(["arn": .string($0), "reason": "MISSING"]) }
        return [member: .list(names.compactMap { all[$0] }), "failures": .list(missing)]
    }

    private mutating func tag(_ call: AWSCall) -> Value? {
        let name = Self.last(call.input["resourceArn"]?.string ?? "")
        guard var tags = (clusters[name] ?? providers[name]).map({ FakeServices.read($0["tags"]) }) else { return nil }
        tags.merge(FakeServices.read(call.input["tags"])) { $1 }
        for key in call.input["tagKeys"]?.list ?? [] { tags[key.string ?? ""] = nil }
        let list: Value = .list(tags.map { ["key": .string($0.key), "value": .string($0.value)] })
        if clusters[name] != nil { clusters[name]?["tags"] = list } else { providers[name]?["tags"] = list }
        return [:]
    }

    private static func last(_ text: String) -> String { text.split(separator: "/").last.map(String.init) ?? text }
}
