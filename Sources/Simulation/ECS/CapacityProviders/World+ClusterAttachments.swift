/// PutClusterCapacityProviders and what follows from it (aws-facts 3.1).
extension World {
    /// PutClusterCapacityProviders: the association, the scaling policies that follow; UPDATE_IN_PROGRESS meanwhile.
    public mutating func putClusterCapacityProviders(
        _ cluster: ClusterID, providers: [String], strategy: [CapacityProviderStrategyItem]
    ) throws(Refusal) {
        guard let old = ecs.clusters[cluster], old.status == .active else {
            throw Refusal("ClientException", "The specified cluster is inactive. Cluster was not ACTIVE.")
        }
        guard old.attachmentsStatus != "UPDATE_IN_PROGRESS" else {
            throw Refusal(
                "UpdateInProgressException",
                "The specified cluster is in a busy state. Cluster attachments must be in UPDATE_COMPLETE or "
                    + "UPDATE_FAILED state before they can be updated. Wait and try again.")
        }
        for name in providers { try checkAttachable(name, cluster) }
        try checkStrategy(strategy, of: providers)
        for name in old.capacityProviders where !providers.contains(name) && isInUse(name, in: old) {
            throw Refusal(
                "ResourceInUseException", "The specified capacity provider is in use and cannot be removed.")
        }
        ecs.clusters[cluster]?.capacityProviders = providers
        ecs.clusters[cluster]?.defaultStrategy = strategy
        attach(cluster, providers, insteadOf: old.capacityProviders)
    }

    private func checkAttachable(_ name: String, _ cluster: ClusterID) throws(Refusal) {
        if Self.isFargate(name) { return }
        guard let id = ecs.capacityProviderNames[name], let provider = ecs.capacityProviders[id],
            provider.status == .active
        else {
            throw Refusal(
                "InvalidParameterException",
                "The specified capacity provider '\(name)' is not in an ACTIVE state. Specify a valid capacity "
                    + "provider and try again.")
        }
        guard provider.managedScaling.enabled, let other = provider.cluster, other != cluster,
            ecs.clusters[other]?.status == .active
        else { return }
        throw Refusal(
            "InvalidParameterException",
            "The specified capacity provider '\(name)' has managed scaling enabled and is associated with another "
                + "cluster.")
    }

    private static func isFargate(_ name: String) -> Bool { name == "FARGATE" || name == "FARGATE_SPOT" }

    private func checkStrategy(
        _ strategy: [CapacityProviderStrategyItem], of providers: [String]
    ) throws(Refusal) {
        guard strategy.allSatisfy({ providers.contains($0.capacityProvider) }) else {
            throw Refusal(
                "InvalidParameterException",
                "The specified capacity provider strategy cannot contain a capacity provider that is not associated "
                    + "with the cluster. Associate the capacity provider with the cluster and try again.")
        }
        let fargate = strategy.count { Self.isFargate($0.capacityProvider) }
        guard fargate == 0 || fargate == strategy.count else {
            throw Refusal(
                "InvalidParameterException",
                "A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups "
                    + "and Fargate providers. Specify one or the other and try again.")
        }
        guard strategy.isEmpty || strategy.contains(where: { $0.weight > 0 }) else {
            throw Refusal(
                "InvalidParameterException",
                "The specified capacity provider strategy must contain at least one capacity provider with a weight "
                    + "greater than 0.")
        }
        guard strategy.count(where: { $0.base > 0 }) <= 1 else {
            throw Refusal(
                "InvalidParameterException",
                "Only one capacity provider in a capacity provider strategy can have a base defined.")
        }
    }

    /// True while a service or a task of the cluster uses a provider.
    private func isInUse(_ name: String, in cluster: Cluster) -> Bool {
        let tasks = cluster.standalone + cluster.services.flatMap { ecs.services[$0]?.tasks ?? [] }
        return cluster.services.contains { service in
            ecs.services[service]?.settings.strategy.contains { $0.capacityProvider == name } == true
        } || tasks.contains { ecs.tasks[$0]?.capacityProvider == name && ecs.tasks[$0]?.lastStatus != .stopped }
    }

    private mutating func attach(_ cluster: ClusterID, _ providers: [String], insteadOf old: [String]) {
        let added = providers.compactMap { ecs.capacityProviderNames[$0] }
        for id in added { ecs.capacityProviders[id]?.cluster = cluster }
        let removed = old.filter { !providers.contains($0) }.compactMap { ecs.capacityProviderNames[$0] }
        for id in removed where ecs.capacityProviders[id]?.cluster == cluster {
            ecs.capacityProviders[id]?.cluster = nil
        }
        guard let witness = (added + removed).first else {
            ecs.clusters[cluster]?.attachmentsStatus = "UPDATE_COMPLETE"
            return
        }
        let span = physics.clusterAttachment.draw(dice, .settle, nextOrdinal())
        ecs.clusters[cluster]?.attachmentsStatus = "UPDATE_IN_PROGRESS"
        ecs.clusters[cluster]?.attachmentsDue = now + span
        for id in removed where id != witness { schedule(.capacityProvider(id), after: span) }
        schedule(.capacityProvider(witness), after: span)
    }

    /// Attachments whose time has come are complete; the groups of all providers get what follows.
    mutating func completeAttachments() {
        for cluster in ecs.clusters.handles {
            guard let due = ecs.clusters[cluster]?.attachmentsDue, due <= now else { continue }
            ecs.clusters[cluster]?.attachmentsDue = nil
            ecs.clusters[cluster]?.attachmentsStatus = "UPDATE_COMPLETE"
            for provider in ecs.capacityProviders.handles where ecs.capacityProviders[provider]?.status == .active {
                equipGroup(of: provider)
            }
        }
    }
}
