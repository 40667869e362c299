import Model

/// Which services run on which groups, as the manifests say.
enum CapacityUse {
    /// The groups of this environment that tasks of `service` may run on, sorted.
    static func groups(of service: Resource, among all: ResourceIndex) -> [ResourceID] {
        let groups = providers(of: service, among: all).compactMap { all[$0].flatMap(CapacityProvider.group) }
        return Set(groups).sorted()
    }

    /// Those of its strategy; without one the cluster's default, or all of the cluster's for what is placed on any instance.
    private static func providers(of service: Resource, among all: ResourceIndex) -> [ResourceID] {
        if let strategy = service.spec["capacityProviderStrategy"]?.list { return named(strategy) }
        let cluster = service.spec["cluster"]?.reference?.resource
        let attached = all.all("ClusterCapacityProviders").first { $0.manifest == cluster }?.spec
        let isAnywhere = service.spec["launchType"] != nil || service.spec["schedulingStrategy"]?.string == "DAEMON"
        let defaults = attached?["defaultCapacityProviderStrategy"]?.list ?? []
        if !isAnywhere, !defaults.isEmpty { return named(defaults) }
        return (attached?["capacityProviders"]?.list ?? []).compactMap { $0.reference?.resource }
    }

    private static func named(_ strategy: [Value]) -> [ResourceID] {
        strategy.compactMap { $0["capacityProvider"]?.reference?.resource }
    }

    /// AWS's names of the clusters that take instances of `group`, sorted.
    static func clusters(of group: ResourceID, among all: ResourceIndex) -> [String] {
        Set(takers(of: group, among: all).map(\.awsName)).sorted()
    }

    /// The associations through which clusters take instances of `group`, by name.
    static func takers(of group: ResourceID, among all: ResourceIndex) -> [Resource] {
        let providers = Set(providers(of: group, among: all).map(\.id))
        return all.all("ClusterCapacityProviders").filter { attached in
            (attached.spec["capacityProviders"]?.references ?? []).contains { providers.contains($0.resource) }
        }
    }

    /// The capacity providers that move `group`, by name.
    static func providers(of group: ResourceID, among all: ResourceIndex) -> [Resource] {
        all.all("CapacityProvider").filter { CapacityProvider.group(of: $0) == group }
    }
}
