import Model
import Simulation

/// An Auto Scaling group provider's settings, as requests say and replies show them.
struct ProviderSettings: Sendable, Hashable {
    var scaling = CapacityProvider.ManagedScaling()
    var protection = false
    var draining = true

    /// AWS's defaults.
    init() {}

    /// A provider's own.
    init(_ provider: CapacityProvider) {
        scaling = provider.managedScaling
        protection = provider.managedTerminationProtection
        draining = provider.managedDraining
    }

    /// These with what a request says of them; members that it leaves out stay.
    func overlaid(with said: Value) -> ProviderSettings {
        var copy = self
        let scaling = said["managedScaling"]
        if let status = scaling?["status"]?.string { copy.scaling.enabled = status == "ENABLED" }
        if let target = scaling?["targetCapacity"]?.integer { copy.scaling.targetCapacity = target }
        if let step = scaling?["minimumScalingStepSize"]?.integer { copy.scaling.minimumScalingStepSize = step }
        if let step = scaling?["maximumScalingStepSize"]?.integer { copy.scaling.maximumScalingStepSize = step }
        if let warmup = scaling?["instanceWarmupPeriod"]?.integer {
            copy.scaling.instanceWarmupPeriod = .seconds(warmup)
        }
        if let status = said["managedTerminationProtection"]?.string { copy.protection = status == "ENABLED" }
        if let status = said["managedDraining"]?.string { copy.draining = status == "ENABLED" }
        return copy
    }

    /// Refuses what AWS refuses whatever the group is.
    func check() throws(Refusal) {
        if scaling.minimumScalingStepSize > scaling.maximumScalingStepSize {
            throw .client(
                "The minimumScalingStepSize cannot be greater than the maximumScalingStepSize of a capacity provider.")
        }
        if protection, !scaling.enabled {
            throw .client(
                "The managed termination protection setting for the capacity provider is invalid. "
                    + "To enable managed termination protection for a capacity provider, "
                    + "managed scaling must be enabled.")
        }
    }
}

extension CapacityProvider {
    /// `autoScalingGroupProvider`.
    fileprivate var shownGroup: Value {
        [
            "autoScalingGroupArn": .string(groupArn),
            "managedScaling": [
                "status": Self.word(managedScaling.enabled),
                "targetCapacity": .integer(managedScaling.targetCapacity),
                "minimumScalingStepSize": .integer(managedScaling.minimumScalingStepSize),
                "maximumScalingStepSize": .integer(managedScaling.maximumScalingStepSize),
                "instanceWarmupPeriod": .integer(Int(managedScaling.instanceWarmupPeriod.milliseconds / 1000)),
            ],
            "managedTerminationProtection": Self.word(managedTerminationProtection),
            "managedDraining": Self.word(managedDraining),
        ]
    }

    private static func word(_ enabled: Bool) -> Value { enabled ? "ENABLED" : "DISABLED" }
}

extension World {
    /// A capacity provider as AWS shows it.
    func shown(_ id: CapacityProviderID, tags: Bool) -> Value {
        guard let provider = ecs.capacityProviders[id] else { return .emptyObject }
        var members: [String: Value] = [
            "capacityProviderArn": .string(capacityProviderArn(provider.name)), "name": .string(provider.name),
            "status": .string(provider.status.rawValue), "type": "EC2_AUTOSCALING",
            "autoScalingGroupProvider": provider.shownGroup,
        ]
        members["updateStatus"] = provider.updateStatus.map { .string($0) }
        if tags { members["tags"] = provider.tags }
        return .object(members)
    }

    /// The built-in ones, then all that are not gone, oldest first.
    func allCapacityProviders(tags: Bool) -> [Value] {
        let own = ecs.capacityProviders.handles.filter { ecs.capacityProviders[$0]?.status ?? .inactive != .inactive }
        return Self.builtInProviders.map { shownBuiltIn($0, tags: tags) } + own.map { shown($0, tags: tags) }
    }

    /// One by name or ARN, INACTIVE ones too; nil when there is none.
    func shownProvider(_ reference: String, tags: Bool) -> Value? {
        if let id = capacityProvider(reference) { return shown(id, tags: tags) }
        let name = ecsParts(reference, kind: "capacity-provider")?.last.map(String.init) ?? ""
        return Self.builtInProviders.contains(name) ? shownBuiltIn(name, tags: tags) : nil
    }

    private static let builtInProviders = ["FARGATE", "FARGATE_SPOT"]

    private func shownBuiltIn(_ name: String, tags: Bool) -> Value {
        var members: [String: Value] = [
            "capacityProviderArn": .string(capacityProviderArn(name)), "name": .string(name), "status": "ACTIVE",
            "type": .string(name),
        ]
        if tags { members["tags"] = .list([]) }
        return .object(members)
    }
}
