public import Model

/// Instances that Spot is taking away: in service for their group, and draining in their cluster.
///
/// An instance that its group ends is no longer in service when it drains (aws-facts 2.2, 8.1), so the two are told apart
/// without reading EC2. Asked only for groups whose instances roll.
public enum SpotInterruptions {
    /// The output of a group that says it: `none`, or the ids of the instances.
    public static let output = "interruptions"

    /// `interruptions` of every group among `observed` whose instances roll or are to; a read that fails says nothing.
    public static func outputs(
        _ observed: [ResourceID: Observation], among desired: [ResourceID: Resource], _ context: ObservationContext
    ) async -> [Reference: Value] {
        let rolling = observed.filter { $0.value.live?.detail["refresh"] != nil }.keys.sorted()
        guard !rolling.isEmpty else { return [:] }
        let index = ResourceIndex(desired)
        var found: [Reference: Value] = [:]
        for group in rolling {
            let clusters = CapacityUse.clusters(of: group, among: index)
            guard let name = desired[group]?.awsName, let taken = await taken(from: name, clusters, context) else {
                continue
            }
            found[Reference(group, output)] = .string(taken.isEmpty ? "none" : taken.joined(separator: ", "))
        }
        return found
    }

    /// The ids of instances that are being taken, sorted; nil when they can not be read.
    ///
    /// The group is read after the cluster: the other way round, one that the group begins to end in between would count.
    private static func taken(
        from group: String, _ clusters: [String], _ context: ObservationContext
    ) async -> [String]? {
        do {
            let draining = try await draining(clusters, context)
            guard !draining.isEmpty else { return [] }
            let call = AWSCall("autoscaling", "DescribeAutoScalingGroups", ["autoScalingGroupNames": [.string(group)]])
            let rows = try await context.aws.sendAll(call)["autoScalingGroups"]?.list?.first?["instances"]?.list ?? []
            let inService = rows.filter { $0["lifecycleState"] == "InService" }.compactMap { $0["instanceId"]?.string }
            return inService.filter(draining.contains).sorted()
        } catch {
            // Not knowing stops nothing: the next look asks again.
            return nil
        }
    }

    /// The EC2 ids of the container instances that drain.
    private static func draining(_ clusters: [String], _ context: ObservationContext) async throws -> Set<String> {
        var ids: Set<String> = []
        for cluster in clusters {
            ids.formUnion(try await ContainerInstances.ids(in: cluster, status: "DRAINING", context.aws))
        }
        return ids
    }
}
