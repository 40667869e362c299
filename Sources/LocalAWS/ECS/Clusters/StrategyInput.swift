import Model
import Simulation

/// Capacity provider strategies in requests.
enum StrategyInput {
    /// The strategy that a request's list says (aws-facts 3).
    static func items(_ rows: [Value]) throws(Refusal) -> [CapacityProviderStrategyItem] {
        let items = rows.map {
            CapacityProviderStrategyItem(
                capacityProvider: $0["capacityProvider"]?.string ?? "", weight: $0["weight"]?.integer ?? 0,
                base: $0["base"]?.integer ?? 0)
        }
        if items.count > 20 {
            throw .invalidParameter("A capacity provider strategy can have at most 20 capacity providers.")
        }
        if items.count(where: { $0.base > 0 }) > 1 {
            throw .invalidParameter(
                "Only one capacity provider in a capacity provider strategy can have a base value greater than 0.")
        }
        if items.count > 1, items.allSatisfy({ $0.weight == 0 }) {
            throw .invalidParameter(
                "At least one capacity provider in a capacity provider strategy must have a weight greater than 0.")
        }
        return items
    }

    /// The strategy of a service or of tasks in a cluster; empty when the launch type decides.
    ///
    /// A cluster's default strategy counts when the request names neither.
    static func chosen(_ input: Value, in cluster: Cluster) throws(Refusal) -> [CapacityProviderStrategyItem] {
        let said = try items(input["capacityProviderStrategy"]?.list ?? [])
        if input["launchType"] != nil {
            if said.isEmpty { return [] }
            throw .invalidParameter(
                "Specifying both a launch type and capacity provider strategy is not supported. "
                    + "Remove one and try again.")
        }
        return try associated(input["capacityProviderStrategy"] == nil ? cluster.defaultStrategy : said, in: cluster)
    }

    /// The same strategy, when the cluster has all its providers.
    static func associated(
        _ items: [CapacityProviderStrategyItem], in cluster: Cluster
    ) throws(Refusal) -> [CapacityProviderStrategyItem] {
        if let foreign = items.first(where: { !cluster.capacityProviders.contains($0.capacityProvider) }) {
            throw .invalidParameter(
                "The specified capacity provider '\(foreign.capacityProvider)' is not associated with the cluster. "
                    + "Associate the capacity provider with the cluster and try again.")
        }
        return items
    }
}
