import Kinds
import Model

/// The instances that a service's tasks may be put on, group by group, and how many more tasks find room there.
struct ServiceCapacity {
    let service: RollingService
    let demand: TaskDemand
    let pools: [InstancePool]
    /// True when something that matters could not be read, so that nothing is proved.
    let isUncertain: Bool
    /// True when another resource of the plan changes what the instances hold, or what is on them may go by itself.
    let mayChange: Bool

    /// Nil when the task or the instances are not known, or are none of EC2's.
    init?(of service: RollingService, in context: FindingContext) {
        guard let definition = service.definition, let pools = Self.pools(of: service, in: context), !pools.isEmpty
        else { return nil }
        self.service = service
        self.pools = pools
        demand = TaskDemand(definition, service.spec)
        isUncertain = context.capacity.map { !$0.unknown.isEmpty } ?? true
        let others = context.services.filter { $0.id != service.id && $0.cluster == service.cluster }
        let scaled = context.plans.values.contains { plan in
            plan.id.kind == "Service" && plan.id != service.id
                && plan.changes.contains { $0.path == "/desiredCount" }
        }
        mayChange = !others.isEmpty || scaled || pools.contains { ($0.instances ?? []).contains(where: \.mayEmpty) }
    }

    /// How many more tasks find room: on what is up, and on what may still come; nil when that is not known.
    var surge: (now: Int, later: Int)? {
        var (now, later) = (0, 0)
        for pool in pools {
            guard let instances = pool.instances, let coming = pool.coming else { return nil }
            now += instances.reduce(0) { $0 + $1.holds(demand, of: "service:\(service.plan.resource.awsName)") }
            // A type that is not known is taken to hold whatever is asked of it.
            let each = pool.types.map { $0.filter { $0.holds(demand) != false }.map { $0.room.holds(demand) } }
            let grows = !pool.isManaged || (pool.types ?? []).allSatisfy { $0.holds(demand) != false }
            later += grows ? min(1_000_000, coming * (each.map { $0.max() ?? 0 } ?? 1_000)) : 0
        }
        return (now, later)
    }

    /// `, which there is`; nothing where nobody knows.
    func says(room count: Int) -> String {
        guard !isUncertain, let surge else { return "" }
        if surge.now >= count { return ", which there is" }
        return surge.now + surge.later >= count ? ", for which instances can come" : ", which there is not"
    }

    private static func pools(of service: RollingService, in context: FindingContext) -> [InstancePool]? {
        let live = context.capacity.map { liveInstances(in: service.cluster, $0) }
        guard let strategy = strategy(of: service, in: context) else {
            return live.flatMap { clusterPools($0, in: context) }
        }
        var pools: [InstancePool] = []
        for item in strategy where (item["weight"]?.integer ?? 0) > 0 || (item["base"]?.integer ?? 0) > 0 {
            let named = item["capacityProvider"]
            let resource =
                named?.reference?.resource ?? named?.string.flatMap { context.resource("CapacityProvider", called: $0) }
            let name = named?.string ?? resource.flatMap { context.input.desired[$0]?.awsName }
            guard let name, var provider = Self.provider(name, resource, in: context),
                let group = Self.group(of: provider, resource, in: context)
            else { return nil }
            provider["name"] = .string(name)
            let mine = live?.filter { $0.shown["capacityProviderName"]?.string == name }.map(\.instance)
            guard let pool = InstancePool(group: group, provider: provider, in: context, instances: mine) else {
                return nil
            }
            pools.append(pool)
        }
        return pools
    }

    /// Under a launch type: every instance of the cluster, by the groups that they belong to.
    private static func clusterPools(
        _ live: [(shown: Value, instance: LiveInstance)], in context: FindingContext
    ) -> [InstancePool]? {
        let groups = (context.capacity?.groups ?? []).sorted {
            ($0["autoScalingGroupName"]?.string ?? "") < ($1["autoScalingGroupName"]?.string ?? "")
        }
        var (pools, placed): ([InstancePool], Int) = ([], 0)
        for group in groups {
            let members = Set((group["instances"]?.list ?? []).compactMap { $0["instanceId"]?.string })
            let mine = live.filter { members.contains($0.shown["ec2InstanceId"]?.string ?? "") }.map(\.instance)
            guard !mine.isEmpty, let name = group["autoScalingGroupName"]?.string,
                let pool = InstancePool(group: name, provider: nil, in: context, instances: mine)
            else { continue }
            placed += mine.count
            pools.append(pool)
        }
        // An instance of no group may be of any kind, and more of it may come by hand.
        return placed == live.count ? pools : nil
    }

    private static func liveInstances(
        in cluster: String, _ capacity: ObservedCapacity
    ) -> [(shown: Value, instance: LiveInstance)] {
        let tasks = Dictionary(grouping: capacity.tasks) { $0["containerInstanceArn"]?.string ?? "" }
        return capacity.containerInstances.compactMap { shown in
            let arn = shown["containerInstanceArn"]?.string ?? ""
            let parts = arn.split(separator: "/")
            guard parts.count != 3 || parts[1] == cluster else { return nil }
            return (shown, LiveInstance(shown, tasks: tasks[arn] ?? []))
        }
    }

    /// Nil under a launch type.
    private static func strategy(of service: RollingService, in context: FindingContext) -> [Value]? {
        if let own = service.spec["capacityProviderStrategy"]?.list, !own.isEmpty { return own }
        if service.spec["launchType"] != nil { return nil }
        let parts = context.index.all("ClusterCapacityProviders").first { part in
            let cluster = part.spec["cluster"]
            return
                (cluster?.string?.afterLastSlash
                ?? cluster?.reference.flatMap { context.input.desired[$0.resource]?.awsName }) == service.cluster
        }
        let shown = context.capacity?.clusters.first { $0["clusterName"]?.string == service.cluster }
        let standard = parts.flatMap { context.spec($0.id) } ?? shown
        let items = standard?["defaultCapacityProviderStrategy"]?.list ?? []
        return items.isEmpty ? nil : items
    }

    private static func provider(_ name: String, _ resource: ResourceID?, in context: FindingContext) -> Value? {
        resource.flatMap(context.spec)
            ?? context.capacity?.capacityProviders.first { $0["name"]?.string == name }
    }

    private static func group(of provider: Value, _ resource: ResourceID?, in context: FindingContext) -> String? {
        let path: FieldPath = "/autoScalingGroupProvider/autoScalingGroupArn"
        if let target = resource.flatMap({ context.target(of: path, in: $0) }) {
            return context.input.desired[target]?.awsName
        }
        return provider[path]?.string?.afterLastSlash
    }
}
