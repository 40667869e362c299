import Model

/// ECS's single tasks: RunTask starts one, which has ended well by the next look.
struct FakeRuns: FakeService {
    static let service = "ecs"
    /// How every task ends.
    var exitCode = 0
    /// The service's revision as `family:number`; nil when there is no service.
    var serviceRevision: String?
    /// Tasks as they are described.
    private(set) var tasks: [Value] = []

    mutating func answer(_ call: AWSCall) throws -> Value? {
        switch call.operation {
        case "RunTask": return run(call.input)
        case "ListTasks":
            let found = tasks.filter {
                $0["startedBy"] == call.input["startedBy"] && $0["desiredStatus"] == call.input["desiredStatus"]
            }
            return ["taskArns": .list(found.compactMap { $0["taskArn"] })]
        case "DescribeTasks":
            let arns = call.input["tasks"]?.list ?? []
            return ["tasks": .list(tasks.filter { arns.contains($0["taskArn"] ?? .null) })]
        case "DescribeServices":
            guard let serviceRevision else { return ["services": []] }
            let arn = "arn:aws:ecs:eu-west-1:123456789012:task-definition/\(serviceRevision)"
            return ["services": [["status": "ACTIVE", "taskDefinition": .string(arn)]]]
        default: return nil
        }
    }

    private mutating func run(_ input: Value) -> Value {
        var task: Value = [
            "taskArn": .string("arn:aws:ecs:eu-west-1:123456789012:task/demo/\(tasks.count + 1)"),
            "desiredStatus": "STOPPED", "lastStatus": "STOPPED", "stoppedReason": "Essential container in task exited",
            "containers": [["name": "api", "exitCode": .integer(exitCode)]],
        ]
        task["startedBy"] = input["startedBy"]
        tasks.append(task)
        return ["tasks": [task], "failures": []]
    }
}
