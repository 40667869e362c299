import AWSECS
import AWSWire
import Model

/// One service's evidence while it is read.
struct EvidenceReader {
    let detail: Value
    let context: ObservationContext
    /// What was read so far.
    private(set) var evidence: Value = .emptyObject

    /// How many stopped tasks are looked at.
    private static let taskLimit = 10

    init(detail: Value, context: ObservationContext) {
        self.detail = detail
        self.context = context
    }

    /// What the revision is made from; AWS is asked once for each.
    mutating func readDefinition(_ name: String?) async {
        guard let name else { return }
        let reply = await ask(TaskDefinition.describe(name), once: true)
        evidence["definition"] = reply?["taskDefinition"].map(TaskDefinitionFacts.kept)
    }

    /// The newest stopped tasks of the revision: two calls, one once all of them are known.
    mutating func readStopped(of definition: String?) async {
        var input = cluster
        input["serviceName"] = detail["serviceName"]
        input["desiredStatus"] = "STOPPED"
        let arns = await ask(AWSCall("ecs", "ListTasks", input))?["taskArns"]?.list ?? []
        // What has ended stays as it is: each task is described once.
        let memory = AWSCall("ecs", "DescribeTasks", input)
        let known = await context.cache.answer(to: memory)?.object ?? [:]
        let listed = Set(arns.compactMap(\.string))
        var tasks = known.filter { listed.contains($0.key) }
        let fresh = arns.filter { arn in arn.string.map { tasks[$0] == nil } ?? false }
        // Of very many only the first hundred are looked at, ever: the others are known to be there.
        for arn in fresh.dropFirst(100).compactMap(\.string) { tasks[arn] = .null }
        for task in fresh.isEmpty ? [] : await described("DescribeTasks", "tasks", fresh) {
            guard task["lastStatus"]?.string == "STOPPED", let arn = task["taskArn"]?.string else { continue }
            tasks[arn] = Self.kept(task)
        }
        await context.cache.keep(.object(tasks), as: memory, .slow, of: nil)
        evidence["stopped"] = .list(newest(Array(tasks.values), of: definition))
    }

    private func newest(_ tasks: [Value], of definition: String?) -> [Value] {
        let mine = tasks.filter { task in
            definition == nil || task["taskDefinitionArn"]?.string.map(Service.lastPart) == definition
        }
        let ended = mine.map { (StoppedTask($0), $0) }.filter { !$0.0.stopCode.isEmpty || !$0.0.reason.isEmpty }
        return ended.sorted { $0.0 < $1.0 }.prefix(Self.taskLimit).map(\.1)
    }

    private static func kept(_ task: Value) -> Value {
        var kept = EvidenceReading.picked(
            task, ["taskArn", "taskDefinitionArn", "stopCode", "stoppedReason", "startedAt", "stoppedAt"])
        kept["containers"] = .list(
            (task["containers"]?.list ?? []).map { EvidenceReading.picked($0, ["name", "exitCode", "reason"]) })
        return kept
    }

    /// What the load balancers say: a call for each target group.
    mutating func readTargets() async {
        var signs: [Value] = []
        for entry in (detail["loadBalancers"]?.list ?? []).prefix(3) {
            guard let arn = entry["targetGroupArn"]?.string else { continue }
            let call = AWSCall("elbv2", "DescribeTargetHealth", ["targetGroupArn": .string(arn)])
            let reply = await ask(call)
            let parts = arn.split(separator: "/")
            for target in reply?["targetHealthDescriptions"]?.list ?? [] {
                var sign = EvidenceReading.picked(target, ["target", "targetHealth"])
                sign["group"] = .string(parts.count > 1 ? String(parts[1]) : arn)
                signs.append(sign)
            }
        }
        evidence["targets"] = .list(signs)
    }

    /// The instances, capacity providers and groups below: five calls.
    mutating func readCapacity() async {
        var capacity: Value = .emptyObject
        let listed = AWSCall("ecs", "ListContainerInstances", cluster)
        let arns = await ask(listed)?["containerInstanceArns"]?.list ?? []
        let instances = arns.isEmpty ? [] : await described("DescribeContainerInstances", "containerInstances", arns)
        capacity["instances"] = .list(instances.filter { $0["status"]?.string ?? "ACTIVE" == "ACTIVE" })
        let providers = await providers()
        capacity["providers"] = .list(providers)
        let groups = providers.compactMap { provider in
            provider["autoScalingGroupProvider"]?["autoScalingGroupArn"]?.string.map(Service.lastPart)
        }
        if !groups.isEmpty {
            let names = Value.list(groups.map { .string($0) })
            let call = AWSCall("autoscaling", "DescribeAutoScalingGroups", ["autoScalingGroupNames": names])
            capacity["groups"] = await ask(call)?["autoScalingGroups"]
            capacity["activities"] = .list(await activities(groups))
        }
        let moments = (detail["events"]?.list ?? []).compactMap { $0["createdAt"].flatMap(Evidence.seconds) }
        capacity["latest"] = moments.max().map { Value(.number($0)) }
        evidence["capacity"] = capacity
    }

    private mutating func providers() async -> [Value] {
        let used = (detail["capacityProviderStrategy"]?.list ?? []).compactMap { $0["capacityProvider"] }
        let names = used.filter { $0.string?.hasPrefix("FARGATE") != true }
        guard !names.isEmpty else { return [] }
        let call = AWSCall("ecs", "DescribeCapacityProviders", ["capacityProviders": .list(names)])
        return await ask(call)?["capacityProviders"]?.list ?? []
    }

    private mutating func activities(_ groups: [String]) async -> [Value] {
        var found: [Value] = []
        for group in groups.prefix(2) {
            let input: Value = ["autoScalingGroupName": .string(group), "maxRecords": 20]
            let call = AWSCall("autoscaling", "DescribeScalingActivities", input)
            found += await ask(call)?["activities"]?.list ?? []
        }
        return found
    }

    /// The first hundred of what a list named.
    private mutating func described(_ operation: String, _ member: String, _ arns: [Value]) async -> [Value] {
        var input = cluster
        input[member] = .list(Array(arns.prefix(100)))
        let call = AWSCall("ecs", operation, input)
        return await ask(call)?[member]?.list ?? []
    }

    private var cluster: Value {
        var input = Value.emptyObject
        input["cluster"] = detail["clusterArn"]
        return input
    }

    /// AWS's answer; nil, noted as unknown, when it refuses. What never changes is asked for `once`.
    private mutating func ask(_ call: AWSCall, once: Bool = false) async -> Value? {
        do {
            guard once else { return try await context.aws.send(call) }
            return try await context.cache.send(call, .immutable, of: nil, through: context.aws)
        } catch {
            evidence["unknown"] = .string((error as? AWSError).map { "\($0.operation): \($0.code)" } ?? "\(error)")
            return nil
        }
    }
}
