import Kinds
import Model

/// An Auto Scaling group some or all of whose instances are Spot, with what stands around it.
struct SpotGroup {
    let resource: Resource
    let launched: LaunchedTypes
    /// What its instances are made of; nil for a template that no manifest describes.
    let template: Resource?
    /// The capacity providers of the environment that use it, by name.
    let providers: [Resource]

    /// Those of the environment, by name.
    static func all(in context: LintContext) -> [SpotGroup] {
        context.index.all("AutoScalingGroup").compactMap { SpotGroup($0, in: context) }
    }

    /// Nil for a group without Spot.
    init?(_ resource: Resource, in context: LintContext) {
        launched = LaunchedTypes(resource.spec, of: resource.id, in: context.rolling)
        guard launched.hasSpot else { return nil }
        self.resource = resource
        let named = resource.spec.references.map(\.resource).sorted().first { $0.kind == "LaunchTemplate" }
        template = named.flatMap { context.index[$0] }
        providers = context.index.referring(to: resource.id).filter { $0.id.kind == "CapacityProvider" }
    }

    /// True when nothing of it has to be on demand.
    var isAllSpot: Bool {
        guard let distribution = resource.spec["mixedInstancesPolicy"]?["instancesDistribution"] else {
            return resource.spec["mixedInstancesPolicy"] == nil
        }
        return (distribution["onDemandBaseCapacity"]?.integer ?? 0) == 0
            && distribution["onDemandPercentageAboveBaseCapacity"]?.integer == 0
    }

    /// True when ECS drains its instances itself before they go (aws-facts 2.2).
    var isManagedDraining: Bool {
        !providers.isEmpty
            && providers.allSatisfy { $0.spec["autoScalingGroupProvider"]?["managedDraining"]?.string != "DISABLED" }
    }
}
