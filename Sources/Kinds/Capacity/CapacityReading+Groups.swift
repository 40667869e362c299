import Model

/// Capacity providers, Auto Scaling groups and instances.
extension CapacityReading {
    mutating func readCapacity() async {
        await readProviders()
        let behind = seen.capacityProviders
            .compactMap { $0["autoScalingGroupProvider"]?["autoScalingGroupArn"]?.string }.map(Service.lastPart)
        await readGroups(behind)
        await readInstances(members() + hosts())
        // Instances that registered without a provider may be a group's, too.
        let groups = seen.instances.compactMap { Self.tag("aws:autoscaling:groupName", of: $0) }
        let known = seen.groups.compactMap { $0["autoScalingGroupName"]?.string }
        let others = Set(groups).subtracting(known).sorted()
        guard !others.isEmpty else { return }
        await readGroups(others)
        await readInstances(members())
    }

    private mutating func readProviders() async {
        let strategies = seen.services.flatMap { $0["capacityProviderStrategy"]?.list ?? [] }
        let names =
            seen.clusters.flatMap { $0["capacityProviders"]?.list ?? [] }.compactMap(\.string)
            + strategies.compactMap { $0["capacityProvider"]?.string }
        let replies = await ask(about: Set(names).filter { !$0.hasPrefix("FARGATE") }.sorted(), by: 100) {
            AWSCall("ecs", "DescribeCapacityProviders", ["capacityProviders": .texts($0)])
        }
        seen.capacityProviders = replies.flatMap { $0["capacityProviders"]?.list ?? [] }
    }

    /// Groups, each with its hooks as `lifecycleHooks`, which say how long its instances take to come and to go.
    private mutating func readGroups(_ names: [String]) async {
        let replies = await ask(about: Set(names).sorted(), by: 100) {
            AWSCall(
                "autoscaling", "DescribeAutoScalingGroups", ["autoScalingGroupNames": .texts($0), "maxRecords": 100])
        }
        let groups = replies.flatMap { $0["autoScalingGroups"]?.list ?? [] }
        let calls = groups.compactMap { $0["autoScalingGroupName"] }.map {
            AWSCall("autoscaling", "DescribeLifecycleHooks", ["autoScalingGroupName": $0])
        }
        for (var group, hooks) in zip(groups, await ask(calls, kept: .slow)) {
            group["lifecycleHooks"] = hooks?["lifecycleHooks"]
            seen.groups.append(group)
        }
    }

    private func members() -> [String] {
        seen.groups.flatMap { $0["instances"]?.list ?? [] }.compactMap { $0["instanceId"]?.string }
    }

    private func hosts() -> [String] { seen.containerInstances.compactMap { $0["ec2InstanceId"]?.string } }

    /// A filter leaves out what is gone, where a list of ids would fail.
    private mutating func readInstances(_ ids: [String]) async {
        let known = seen.instances.compactMap { $0["instanceId"]?.string }
        let missing = Set(ids).subtracting(known).filter { $0.hasPrefix("i-") }.sorted()
        let replies = await ask(about: missing, by: 200) {
            AWSCall("ec2", "DescribeInstances", ["filters": [["name": "instance-id", "values": .texts($0)]]])
        }
        seen.instances += replies.flatMap { $0["reservations"]?.list ?? [] }.flatMap { $0["instances"]?.list ?? [] }
    }

    private static func tag(_ key: String, of row: Value) -> String? {
        row["tags"]?.list?.first { $0["key"]?.string == key }?["value"]?.string
    }
}
