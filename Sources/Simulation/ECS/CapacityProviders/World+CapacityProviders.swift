public import Model

/// CreateCapacityProvider, UpdateCapacityProvider, DeleteCapacityProvider (aws-facts 3).
extension World {
    /// CreateCapacityProvider; `group` is an Auto Scaling group's ARN or name.
    public mutating func createCapacityProvider(
        name: String, group: String, scaling: CapacityProvider.ManagedScaling, protection: Bool, draining: Bool,
        tags: Value
    ) throws(Refusal) -> CapacityProviderID {
        try checkProviderName(name)
        let id = try freeGroup(group)
        guard let found = fleet.groups[id] else { throw Self.noProviderGroup }
        try checkScaling(scaling, protection: protection, of: found)
        var provider = CapacityProvider(
            name: name, groupArn: arn(of: found), groupName: found.name, tags: tags)
        provider.managedScaling = scaling
        provider.managedTerminationProtection = protection
        provider.managedDraining = draining
        provider.policyID = uuid(nextOrdinal())
        let key = ecs.capacityProviders.insert(provider)
        ecs.capacityProviderNames[name] = key
        fleet.groups[id]?.capacityProvider = key
        tagManaged(id)
        return key
    }

    /// `arn:aws:autoscaling:…:autoScalingGroup:<uuid>:autoScalingGroupName/<name>`.
    public func arn(of group: AutoScalingGroup) -> String {
        place.arn("autoscaling", "autoScalingGroup:\(group.uuid):autoScalingGroupName/\(group.name)")
    }

    private func checkProviderName(_ name: String) throws(Refusal) {
        let lower = name.lowercased()
        guard !["aws", "ecs", "fargate"].contains(where: { lower.hasPrefix($0) }) else {
            throw Refusal(
                "ClientException",
                "The specified capacity provider name is invalid. Up to 255 characters are allowed, including letters "
                    + "(upper and lowercase), numbers, underscores (_), and hyphens (-). The name cannot be prefixed "
                    + "with \"aws\", \"ecs\", or \"fargate\". Specify a valid name and try again.")
        }
        guard let old = ecs.capacityProviderNames[name], ecs.capacityProviders[old]?.status != .inactive else { return }
        throw Refusal(
            "ClientException",
            "The specified capacity provider already exists. To change the configuration of an existing capacity "
                + "provider, update the capacity provider.")
    }

    private static let noProviderGroup = Refusal(
        "ClientException", "The specified Auto Scaling group ARN is invalid. Specify a valid ARN and try again.")

    private func freeGroup(_ text: String) throws(Refusal) -> GroupID {
        let name = text.split(separator: "/", maxSplits: 1).last.map(String.init) ?? text
        guard let id = fleet.groupNames[name], let group = fleet.groups[id], group.status == nil,
            !text.hasPrefix("arn:") || text == arn(of: group)
        else { throw Self.noProviderGroup }
        guard let provider = group.capacityProvider, ecs.capacityProviders[provider]?.status != .inactive else {
            return id
        }
        throw Refusal(
            "ClientException",
            "The specified Auto Scaling group ARN is already being used by another capacity provider. Specify a unique "
                + "Auto Scaling group ARN and try again.")
    }

    private func checkScaling(
        _ scaling: CapacityProvider.ManagedScaling, protection: Bool, of group: AutoScalingGroup
    ) throws(Refusal) {
        guard (1...100).contains(scaling.targetCapacity), (1...10_000).contains(scaling.minimumScalingStepSize),
            (scaling.minimumScalingStepSize...10_000).contains(scaling.maximumScalingStepSize),
            (Span.zero...Span.seconds(10_000)).contains(scaling.instanceWarmupPeriod)
        else {
            throw Refusal(
                "ClientException",
                "The managed scaling settings for the capacity provider are invalid. Specify valid values and try again."
            )
        }
        let isWeighted = group.settings.mixed?.overrides.contains { $0.weightedCapacity != nil } ?? false
        guard !scaling.enabled || !isWeighted else {
            throw Refusal(
                "ClientException",
                "The specified Auto Scaling group uses instance weights, which managed scaling does not support.")
        }
        guard protection else { return }
        let start =
            "The managed termination protection setting for the capacity provider is invalid. To enable managed "
            + "termination protection for a capacity provider, "
        guard scaling.enabled else {
            throw Refusal("ClientException", start + "managed scaling must be enabled.")
        }
        guard group.settings.newInstancesProtected else {
            throw Refusal(
                "ClientException",
                start + "the Auto Scaling group must have instance protection from scale in enabled.")
        }
    }

    /// UpdateCapacityProvider: the settings are there at once, what follows from them comes after UPDATE_IN_PROGRESS.
    public mutating func updateCapacityProvider(
        _ id: CapacityProviderID, scaling: CapacityProvider.ManagedScaling, protection: Bool, draining: Bool
    ) throws(Refusal) {
        guard let provider = ecs.capacityProviders[id], provider.status == .active else { throw Self.noProvider }
        guard provider.updateStatus?.hasSuffix("IN_PROGRESS") != true else {
            throw Refusal(
                "UpdateInProgressException",
                "The specified capacity provider is being updated. Wait until the update is complete and try again.")
        }
        guard let group = fleet.groupNames[provider.groupName].flatMap({ fleet.groups[$0] }) else {
            throw Self.noProviderGroup
        }
        try checkScaling(scaling, protection: protection, of: group)
        ecs.capacityProviders[id]?.managedScaling = scaling
        ecs.capacityProviders[id]?.managedTerminationProtection = protection
        ecs.capacityProviders[id]?.managedDraining = draining
        beginProviderChange(id, "UPDATE_IN_PROGRESS")
    }

    private static let noProvider = Refusal("ClientException", "The specified capacity provider does not exist.")

    private mutating func beginProviderChange(_ id: CapacityProviderID, _ status: String) {
        let span = physics.clusterAttachment.draw(dice, .settle, nextOrdinal())
        ecs.capacityProviders[id]?.updateStatus = status
        ecs.capacityProviders[id]?.due = now + span
        schedule(.capacityProvider(id), after: span)
    }

    /// DeleteCapacityProvider: DEPROVISIONING, then INACTIVE.
    public mutating func deleteCapacityProvider(_ id: CapacityProviderID) throws(Refusal) {
        guard let provider = ecs.capacityProviders[id], provider.status != .inactive else { throw Self.noProvider }
        for handle in ecs.clusters.handles {
            guard let cluster = ecs.clusters[handle], cluster.status == .active,
                cluster.capacityProviders.contains(provider.name)
            else { continue }
            throw Refusal(
                "ClientException",
                "The capacity provider cannot be deleted because it is associated with cluster: \(cluster.name). "
                    + "Remove the capacity provider from the cluster and try again.")
        }
        guard provider.status == .active else { return }
        ecs.capacityProviders[id]?.status = .deprovisioning
        beginProviderChange(id, "DELETE_IN_PROGRESS")
    }

    /// A change of a provider, or of a cluster's attachments, is done.
    mutating func capacityProviderDue(_ id: CapacityProviderID) {
        completeAttachments()
        guard let due = ecs.capacityProviders[id]?.due, due <= now else { return }
        ecs.capacityProviders[id]?.due = nil
        if ecs.capacityProviders[id]?.status == .deprovisioning { return finishDeletion(id) }
        ecs.capacityProviders[id]?.updateStatus = "UPDATE_COMPLETE"
        equipGroup(of: id)
    }

    private mutating func finishDeletion(_ id: CapacityProviderID) {
        ecs.capacityProviders[id]?.cluster = nil
        stripGroup(of: id)
        ecs.capacityProviders[id]?.status = .inactive
        ecs.capacityProviders[id]?.updateStatus = "DELETE_COMPLETE"
        guard let name = ecs.capacityProviders[id]?.groupName, let group = fleet.groupNames[name],
            fleet.groups[group]?.capacityProvider == id
        else { return }
        fleet.groups[group]?.capacityProvider = nil
        fleet.groups[group]?.tags.removeAll { $0["key"]?.string == ManagedDraining.tag }
    }

    /// The tag by which ECS marks its groups (aws-facts 3.2).
    private mutating func tagManaged(_ id: GroupID) {
        guard fleet.groups[id]?.tags.contains(where: { $0["key"]?.string == ManagedDraining.tag }) == false else {
            return
        }
        fleet.groups[id]?.tags.append(["key": .string(ManagedDraining.tag), "value": "", "propagateAtLaunch": true])
    }
}
