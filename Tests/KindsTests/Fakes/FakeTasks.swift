import Model

/// ECS with one service in the middle of a rollout: its tasks, the instances under them and their definitions.
struct FakeTasks: FakeService {
    static let service = "ecs"
    static let cluster = "arn:aws:ecs:eu-west-1:123456789012:cluster/demo"

    /// The service as it is described.
    var described: Value = [:]
    /// Tasks as they are described.
    var tasks: [Value] = []
    /// Definitions whose essential container has a health check.
    var checked: Set<String> = []
    /// Service deployments as they are described, newest first.
    var deployments: [Value] = []
    /// Error codes by operation.
    var refusing: [String: String] = [:]

    mutating func answer(_ call: AWSCall) throws -> Value? {
        if let code = refusing[call.operation] { throw fakeError(call, code, "not today") }
        switch call.operation {
        case "DescribeServices": return ["services": [described]]
        case "ListTasks":
            let listed = tasks.filter { $0["desiredStatus"] == call.input["desiredStatus"] }
            return ["taskArns": .list(listed.compactMap { $0["taskArn"] })]
        case "DescribeTasks":
            let arns = call.input["tasks"]?.list ?? []
            guard arns.count <= 100 else { throw fakeError(call, "InvalidParameterException") }
            return ["tasks": .list(tasks.filter { arns.contains($0["taskArn"] ?? .null) })]
        case "DescribeContainerInstances":
            let arns = (call.input["containerInstances"]?.list ?? []).compactMap(\.string)
            return [
                "containerInstances": .list(
                    arns.map { ["containerInstanceArn": .string($0), "ec2InstanceId": .string("i-\($0.suffix(1))")] })
            ]
        case "ListServiceDeployments": return ["serviceDeployments": .list(deployments)]
        case "DescribeServiceDeployments":
            let arns = call.input["serviceDeploymentArns"]?.list ?? []
            return [
                "serviceDeployments": .list(deployments.filter { arns.contains($0["serviceDeploymentArn"] ?? .null) })
            ]
        case "DescribeServiceRevisions":
            let arns = (call.input["serviceRevisionArns"]?.list ?? []).compactMap(\.string)
            return ["serviceRevisions": .list(arns.map(Self.serviceRevision))]
        case "DescribeTaskDefinition":
            let arn = call.input["taskDefinition"]?.string ?? ""
            var container: Value = ["name": "api", "essential": true]
            if checked.contains(arn) { container["healthCheck"] = ["command": ["CMD", "true"]] }
            return ["taskDefinition": ["taskDefinitionArn": .string(arn), "containerDefinitions": [container]]]
        default: return nil
        }
    }

    /// A deployment of revision `revision`.
    static func deployment(_ revision: Int, state: String = "IN_PROGRESS", running: Int = 0) -> Value {
        [
            "id": .string("ecs-svc/\(revision)"), "status": revision == 42 ? "PRIMARY" : "ACTIVE",
            "rolloutState": .string(state), "taskDefinition": .string(definition(revision)), "desiredCount": 4,
            "runningCount": .integer(running), "pendingCount": 1,
        ]
    }

    /// A service deployment that brings `revision`, the `number`th of the service.
    static func serviceDeployment(
        _ revision: Int, _ status: String, number: Int, back: Int? = nil, finishedAt: Int? = nil
    ) -> Value {
        var deployment: Value = [
            "serviceDeploymentArn": .string("arn:aws:ecs:eu-west-1:123456789012:service-deployment/demo/api/\(number)"),
            "status": .string(status), "createdAt": .integer(1_000 + number),
            "targetServiceRevision": ["arn": .string(serviceRevisionArn(revision))],
            "deploymentCircuitBreaker": ["status": "MONITORING", "failureCount": 1, "threshold": 3],
        ]
        deployment["finishedAt"] = finishedAt.map { .integer($0) }
        deployment["rollback"] = back.map {
            ["reason": "tasks failed to start.", "serviceRevisionArn": .string(serviceRevisionArn($0))]
        }
        return deployment
    }

    private static func serviceRevisionArn(_ revision: Int) -> String {
        "arn:aws:ecs:eu-west-1:123456789012:service-revision/demo/api/\(revision)"
    }

    private static func serviceRevision(_ arn: String) -> Value {
        let revision = Int(arn.split(separator: "/").last ?? "") ?? 0
        return [
            "serviceRevisionArn": .string(arn), "taskDefinition": .string(definition(revision)),
            "containerImages": [
                ["containerName": "api", "image": "api", "imageDigest": .string("sha256:\(revision)")]
            ],
        ]
    }

    static func definition(_ revision: Int) -> String {
        "arn:aws:ecs:eu-west-1:123456789012:task-definition/api:\(revision)"
    }

    /// A task of revision `revision` that binds `port` of instance `i-a`; with an `address` it is an awsvpc task.
    static func task(
        _ revision: Int, _ lastStatus: String, wanted: String = "RUNNING", port: Int? = nil, address: String? = nil,
        health: String = "UNKNOWN", stopCode: String? = nil, number: Int
    ) -> Value {
        var container: Value = ["name": "api", "healthStatus": .string(health)]
        container["networkBindings"] = port.map { [["containerPort": 3000, "hostPort": .integer($0)]] }
        container["networkInterfaces"] = address.map { [["privateIpv4Address": .string($0)]] }
        var task: Value = [
            "taskArn": .string("arn:aws:ecs:eu-west-1:123456789012:task/demo/\(number)"),
            "startedBy": .string("ecs-svc/\(revision)"), "taskDefinitionArn": .string(definition(revision)),
            "lastStatus": .string(lastStatus), "desiredStatus": .string(wanted), "healthStatus": .string(health),
            "launchType": "EC2", "containers": [container],
        ]
        if lastStatus != "PROVISIONING" { task["containerInstanceArn"] = .string("\(cluster)/a") }
        task["stopCode"] = stopCode.map { .string($0) }
        return task
    }
}

/// Target groups that say how their targets do.
struct FakeTargets: FakeService {
    static let service = "elbv2"
    static let group = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/api/1"

    /// States by `i-a:32768`.
    var states: [String: String] = [:]
    /// States in other groups, by the group's ARN.
    var others: [String: [String: String]] = [:]
    /// The error code of every call.
    var refusal: String?

    mutating func answer(_ call: AWSCall) throws -> Value? {
        if let refusal { throw fakeError(call, refusal) }
        guard call.operation == "DescribeTargetHealth" else { return nil }
        let states = others[call.input["targetGroupArn"]?.string ?? ""] ?? states
        let targets = states.sorted { $0.key < $1.key }.map { place, state -> Value in
            let parts = place.split(separator: ":")
            return [
                "target": ["id": .string(String(parts[0])), "port": .integer(Int(parts[1]) ?? 0)],
                "targetHealth": ["state": .string(state)],
            ]
        }
        return ["targetHealthDescriptions": .list(targets)]
    }
}
