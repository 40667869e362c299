import AWSAutoScaling
import AWSECS
import Model

/// What the Auto Scaling groups behind a service did: scaling activities and instance refreshes, as far back as Auto
/// Scaling remembers (six weeks).
enum GroupEvents {
    /// The activities of the groups of the service's capacity providers since `since`, seconds since 1970.
    ///
    /// Throws what AWS answers.
    static func read(
        _ service: ECS.Service, since: Double, _ aws: any AWSSender
    ) async throws -> [ServiceTimeline.Entry] {
        var entries: [ServiceTimeline.Entry] = []
        for group in try await groups(of: service, aws) {
            let activities = AWSCall(
                "autoscaling", "DescribeScalingActivities", ["autoScalingGroupName": .string(group), "maxRecords": 100])
            let newest = try await aws.send(activities)["activities"]?.list ?? []
            entries += newest.flatMap { Self.entries(of: AutoScaling.Activity($0), group) }
            let refreshes = AWSCall(
                "autoscaling", "DescribeInstanceRefreshes", ["autoScalingGroupName": .string(group), "maxRecords": 20])
            let all = try await aws.send(refreshes)["instanceRefreshes"]?.list ?? []
            entries += all.flatMap { Self.entries(of: AutoScaling.InstanceRefresh($0), group) }
        }
        return entries.filter { $0.at >= since }
    }

    /// The names of the groups, sorted.
    private static func groups(of service: ECS.Service, _ aws: any AWSSender) async throws -> [String] {
        let strategies =
            [service.capacityProviderStrategy ?? []]
            + (service.deployments ?? []).map {
                $0.capacityProviderStrategy ?? []
            }
        let providers = Set(strategies.joined().compactMap(\.capacityProvider)).filter { !$0.hasPrefix("FARGATE") }
        guard !providers.isEmpty else { return [] }
        let input: Value = ["capacityProviders": .list(providers.sorted().map { .string($0) })]
        let reply = try await aws.send(AWSCall("ecs", "DescribeCapacityProviders", input))
        let arns = (reply["capacityProviders"]?.list ?? []).map(ECS.CapacityProvider.init)
            .compactMap { $0.autoScalingGroupProvider?.autoScalingGroupArn }
        // …:autoScalingGroup:<uuid>:autoScalingGroupName/<name>
        return Set(arns.map(Service.lastPart)).sorted()
    }

    static func entries(of activity: AutoScaling.Activity, _ group: String) -> [ServiceTimeline.Entry] {
        guard let start = activity.startTime else { return [] }
        let what = activity.description ?? "scaling activity"
        let why = activity.statusMessage.map { ": \($0)" } ?? ""
        let status = activity.statusCode ?? ""
        var all = [ServiceTimeline.Entry(start, "instance", group, what)]
        if let end = activity.endTime, ["Successful", "Failed", "Cancelled"].contains(status) {
            all.append(.init(end, "instance", group, "\(what): \(status.lowercased())\(why)"))
        }
        return all
    }

    static func entries(of refresh: AutoScaling.InstanceRefresh, _ group: String) -> [ServiceTimeline.Entry] {
        let id = (refresh.instanceRefreshId ?? "").prefix(8)
        let why = refresh.statusReason.map { ": \($0)" } ?? ""
        let start = refresh.startTime.map {
            ServiceTimeline.Entry($0, "refresh", group, "instance refresh \(id) began")
        }
        let end = refresh.endTime.map {
            ServiceTimeline.Entry(
                $0, "refresh", group, "instance refresh \(id) ended: \((refresh.status ?? "?").lowercased())\(why)")
        }
        return [start, end].compactMap { $0 }
    }
}
