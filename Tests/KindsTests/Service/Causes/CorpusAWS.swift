import AWSWire
import Model

/// AWS as one case of the corpus recorded it.
actor CorpusAWS: AWSSender {
    private let replies: Value
    /// What was asked, in order.
    private(set) var calls: [AWSCall] = []

    init(_ replies: Value) { self.replies = replies }

    func send(_ call: AWSCall) async throws -> Value {
        calls.append(call)
        let arns: (String) -> Value = { .list((self.replies[$0]?.list ?? []).compactMap { $0["taskArn"] }) }
        switch call.operation {
        case "DescribeServices": return ["services": [replies["service"] ?? .null]]
        case "ListTasks": return ["taskArns": arns(call.input["desiredStatus"] == "STOPPED" ? "stoppedTasks" : "tasks")]
        case "DescribeTasks":
            let all = (replies["tasks"]?.list ?? []) + (replies["stoppedTasks"]?.list ?? [])
            let asked = call.input["tasks"]?.list ?? []
            return ["tasks": .list(all.filter { asked.contains($0["taskArn"] ?? .null) })]
        case "ListContainerInstances":
            let instances = replies["containerInstances"]?.list ?? []
            return ["containerInstanceArns": .list(instances.compactMap { $0["containerInstanceArn"] })]
        case "DescribeContainerInstances": return ["containerInstances": replies["containerInstances"] ?? .null]
        case "DescribeTaskDefinition": return ["taskDefinition": replies["taskDefinition"] ?? .null]
        case "DescribeTargetHealth": return ["targetHealthDescriptions": replies["targets"] ?? .null]
        case "DescribeCapacityProviders": return ["capacityProviders": replies["capacityProviders"] ?? .null]
        case "DescribeAutoScalingGroups": return ["autoScalingGroups": replies["autoScalingGroups"] ?? .null]
        case "DescribeScalingActivities" where call.service == "autoscaling":
            return ["activities": replies["scalingActivities"] ?? .null]
        case "ListServiceDeployments", "DescribeServiceDeployments":
            return ["serviceDeployments": [replies["serviceDeployment"] ?? .null]]
        case "DescribeServiceRevisions":
            let asked = call.input["serviceRevisionArns"]?.list ?? []
            let all = replies["serviceRevisions"]?.list ?? []
            return ["serviceRevisions": .list(all.filter { asked.contains($0["serviceRevisionArn"] ?? .null) })]
        default: return .emptyObject
        }
    }

    func sendAll(_ call: AWSCall) async throws -> Value { try await send(call) }
}
