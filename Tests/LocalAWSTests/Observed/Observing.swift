import Model
import Simulation
import Testing

@testable import LocalAWS

/// What AWS's describe calls show of a world, through the embedded AWS's own operations.
struct Observing {
    private let world: World

    static func observe(_ world: World) throws -> ObservedCapacity { try Observing(world: world).capacity() }

    private func capacity() throws -> ObservedCapacity {
        var seen = ObservedCapacity(at: world.now.milliseconds)
        seen.clusters = try list(LocalECS.service, "DescribeClusters", "clusters", ["clusters": ["main"]])
        seen.capacityProviders = try list(
            LocalECS.service, "DescribeCapacityProviders", "capacityProviders", ["capacityProviders": ["spot"]])
        seen.services = try described("ListServices", "serviceArns", "DescribeServices", "services", by: 10)
        seen.tasks = try tasks()
        seen.containerInstances = try described(
            "ListContainerInstances", "containerInstanceArns", "DescribeContainerInstances", "containerInstances")
        seen.taskDefinitions = try definitions(of: seen)
        seen.groups = try list(LocalAutoScaling.service, "DescribeAutoScalingGroups", "autoScalingGroups")
        seen.instances = try list(LocalEC2.service, "DescribeInstances", "reservations")
            .flatMap { $0["instances"]?.list ?? [] }
        seen.launchTemplateVersions = try list(
            LocalEC2.service, "DescribeLaunchTemplateVersions", "launchTemplateVersions",
            ["launchTemplateId": "lt-1"])
        seen.subnets = try list(LocalEC2.service, "DescribeSubnets", "subnets")
        seen.instanceTypes = try list(
            LocalEC2.service, "DescribeInstanceTypes", "instanceTypes", ["instanceTypes": ["m5.large", "m6i.large"]])
        seen.targetGroups = try list(LocalELBv2.service, "DescribeTargetGroups", "targetGroups")
        for arn in seen.targetGroups.compactMap({ $0["targetGroupArn"]?.string }) { try add(arn, to: &seen) }
        return seen
    }

    private func add(_ arn: String, to seen: inout ObservedCapacity) throws {
        let input: Value = ["targetGroupArn": .string(arn)]
        let rows = try list(LocalELBv2.service, "DescribeTargetGroupAttributes", "attributes", input)
        let pairs = rows.map { ($0["key"]?.string ?? "", $0["value"]?.string ?? "") }
        seen.targetGroupAttributes[arn] = Dictionary(pairs) { first, _ in first }
        seen.targetHealth[arn] = try list(
            LocalELBv2.service, "DescribeTargetHealth", "targetHealthDescriptions", input)
    }

    /// Wanted and unwanted ones, apart from those that have stopped.
    private func tasks() throws -> [Value] {
        let arns = try ["RUNNING", "STOPPED"].flatMap { status in
            try list(
                LocalECS.service, "ListTasks", "taskArns", ["cluster": "main", "desiredStatus": .string(status)])
        }
        return try describe(arns, "DescribeTasks", "tasks", by: 100)
            .filter { $0["lastStatus"]?.string != "STOPPED" }
    }

    private func described(
        _ listing: String, _ arns: String, _ describing: String, _ member: String, by size: Int = 100
    ) throws -> [Value] {
        let input: Value = ["cluster": "main", "maxResults": 100]
        return try describe(try list(LocalECS.service, listing, arns, input), describing, member, by: size)
    }

    private func describe(_ arns: [Value], _ operation: String, _ member: String, by size: Int) throws -> [Value] {
        try stride(from: 0, to: arns.count, by: size).flatMap { start in
            let batch = Array(arns[start..<min(start + size, arns.count)])
            return try list(
                LocalECS.service, operation, member,
                .object(["cluster": "main", member: .list(batch)]))
        }
    }

    private func definitions(of seen: ObservedCapacity) throws -> [Value] {
        let deployments = seen.services.flatMap { $0["deployments"]?.list ?? [] }
        let arns =
            deployments.compactMap { $0["taskDefinition"]?.string }
            + seen.tasks.compactMap { $0["taskDefinitionArn"]?.string }
        return try Set(arns).sorted().compactMap { arn in
            try call(LocalECS.service, "DescribeTaskDefinition", ["taskDefinition": .string(arn)])["taskDefinition"]
        }
    }

    private func list(
        _ service: LocalService, _ operation: String, _ member: String, _ input: Value = .emptyObject
    ) throws -> [Value] {
        try call(service, operation, input)[member]?.list ?? []
    }

    private func call(_ service: LocalService, _ operation: String, _ input: Value) throws -> Value {
        guard case .read(let body) = try #require(service.operations[operation]).action else { return .emptyObject }
        return try body(world, LocalRequest(input: input, caller: "arn:aws:iam::123456789012:role/neap"))
    }
}
