public import Model

/// Clusters and capacity providers.
extension ObservedReader {
    mutating func readClusters() {
        for row in rows(observed.clusters) {
            guard let name = row.text("clusterName"), row.text("status") ?? "ACTIVE" == "ACTIVE" else { continue }
            var written: [String: Value] = [:]
            for member in ["settings", "configuration", "serviceConnectDefaults"] { written[member] = row[member] }
            var cluster = Cluster(name: name, written: .object(written), tags: row.tags)
            cluster.capacityProviders = row.texts("capacityProviders")
            cluster.defaultStrategy = row.rows("defaultCapacityProviderStrategy")
                .compactMap(CapacityProviderStrategyItem.init)
            cluster.attachmentsStatus = row.text("attachmentsStatus")
            let id = world.ecs.clusters.insert(cluster)
            world.ecs.clusterNames[name] = id
            if cluster.attachmentsStatus == "UPDATE_IN_PROGRESS" { motions.append(.cluster(id)) }
        }
    }

    /// The cluster of an ARN, or the only one where the ARN does not name it.
    func cluster(_ arn: String?, below: String? = nil) -> ClusterID? {
        let name = arn.map(ObservedRow.last) ?? below.flatMap(ObservedRow.cluster)
        if let name { return world.ecs.clusterNames[name] }
        return world.ecs.clusters.count == 1 ? world.ecs.clusters.handles.first : nil
    }

    /// Providers that stand on a group; AWS's own for Fargate have none.
    mutating func readProviders() {
        for row in observed.capacityProviders.map(ObservedRow.init) {
            let settings = row.row("autoScalingGroupProvider")
            guard let name = row.text("name"), let arn = settings.text("autoScalingGroupArn") else { continue }
            guard row.text("status") != "INACTIVE" else { continue }
            let groupName = ObservedRow.last(arn)
            guard let group = world.fleet.groupNames[groupName], let found = world.fleet.groups[group] else {
                note("group \(groupName) of capacity provider \(name) could not be read: it brings no instances")
                continue
            }
            var provider = CapacityProvider(
                name: name, groupArn: world.arn(of: found), groupName: groupName, tags: row.tags)
            provider.read(settings)
            provider.status = row.text("status").flatMap(CapacityProvider.Status.init) ?? .active
            provider.updateStatus = row.text("updateStatus")
            provider.policyID = world.uuid(world.nextOrdinal())
            provider.cluster = world.ecs.clusters.handles.first {
                world.ecs.clusters[$0]?.capacityProviders.contains(name) == true
            }
            insert(provider, on: group)
        }
    }

    private mutating func insert(_ provider: CapacityProvider, on group: GroupID) {
        let id = world.ecs.capacityProviders.insert(provider)
        world.ecs.capacityProviderNames[provider.name] = id
        world.fleet.groups[group]?.capacityProvider = id
        if provider.updateStatus?.hasSuffix("IN_PROGRESS") == true { motions.append(.provider(id)) }
        let hasHook = world.fleet.groups[group]?.hooks.contains { $0.name == ManagedDraining.hook } == true
        if provider.managedDraining, provider.cluster != nil, !hasHook {
            world.fleet.groups[group]?.hooks.append(ManagedDraining.lifecycleHook)
        }
        if let cluster = provider.cluster.flatMap({ world.ecs.clusters[$0]?.name }) { setHome(of: group, cluster) }
    }

    /// Instances of a group join this cluster where their user data cannot be read or does not say it.
    mutating func setHome(of group: GroupID, _ cluster: String) {
        guard let settings = world.fleet.groups[group]?.settings else { return }
        let sources = [settings.source] + (settings.mixed?.overrides.compactMap(\.template) ?? [])
        for source in sources {
            switch source {
            case .template(let id, _): world.fleet.homes[id] = cluster
            case .configuration(let name): world.fleet.homes[name] = cluster
            }
        }
    }
}

extension CapacityProviderStrategyItem {
    /// A row of AWS's `capacityProviderStrategy`; nil without a name.
    init?(_ row: ObservedRow) {
        guard let name = row.text("capacityProvider") else { return nil }
        self.init(capacityProvider: name, weight: row.number("weight") ?? 0, base: row.number("base") ?? 0)
    }
}

extension CapacityProvider {
    /// Takes over what AWS's `autoScalingGroupProvider`, or a request with its members, says; the rest stays.
    public mutating func read(_ said: Value) { read(ObservedRow(said)) }

    mutating func read(_ row: ObservedRow) {
        let scaling = row.row("managedScaling")
        if let status = scaling.text("status") { managedScaling.enabled = status == "ENABLED" }
        if let target = scaling.number("targetCapacity") { managedScaling.targetCapacity = target }
        if let step = scaling.number("minimumScalingStepSize") { managedScaling.minimumScalingStepSize = step }
        if let step = scaling.number("maximumScalingStepSize") { managedScaling.maximumScalingStepSize = step }
        if let warmup = scaling.number("instanceWarmupPeriod") {
            managedScaling.instanceWarmupPeriod = .seconds(warmup)
        }
        if let status = row.text("managedTerminationProtection") { managedTerminationProtection = status == "ENABLED" }
        if let status = row.text("managedDraining") { managedDraining = status == "ENABLED" }
    }
}
