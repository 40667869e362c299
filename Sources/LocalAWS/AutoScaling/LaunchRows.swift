import Model
import Simulation

/// Launch sources and policies as Auto Scaling shows them.
enum LaunchRows {
    /// `launchTemplate` or `launchConfigurationName`; AWS leaves out a version that was never said.
    static func members(_ source: LaunchSource, omitsDefault: Bool, _ world: World) -> Value {
        switch source {
        case .configuration(let name): ["launchConfigurationName": .string(name)]
        case .template: ["launchTemplate": specification(source, omitsDefault: omitsDefault, world)]
        }
    }

    /// A LaunchTemplateSpecification with id and name both.
    static func specification(_ source: LaunchSource, omitsDefault: Bool, _ world: World) -> Value {
        guard case .template(let id, let version) = source else { return .emptyObject }
        let name = world.registry[LaunchTemplates.table][id]?["launchTemplateName"]
        let isOmitted = omitsDefault && version == "$Default"
        return .known([
            "launchTemplateId": .string(id), "launchTemplateName": name,
            "version": isOmitted ? nil : .string(version),
        ])
    }

    /// A MixedInstancesPolicy with AWS's defaults.
    static func policy(
        _ source: LaunchSource, _ mixed: MixedInstances, overrides: Value? = nil, omitsDefault: Bool, _ world: World
    ) -> Value {
        let rows = mixed.overrides.map { override -> Value in
            .known([
                "instanceType": .string(override.instanceType),
                "weightedCapacity": override.weightedCapacity.map { .string(String($0)) },
                "launchTemplateSpecification": override.template.map {
                    specification($0, omitsDefault: false, world)
                },
            ])
        }
        return [
            "launchTemplate": [
                "launchTemplateSpecification": specification(source, omitsDefault: omitsDefault, world),
                "overrides": overrides ?? .list(rows),
            ],
            "instancesDistribution": distribution(mixed),
        ]
    }

    private static func distribution(_ mixed: MixedInstances) -> Value {
        .known([
            "onDemandAllocationStrategy": .string(mixed.onDemandAllocationStrategy),
            "onDemandBaseCapacity": .integer(mixed.onDemandBaseCapacity),
            "onDemandPercentageAboveBaseCapacity": .integer(mixed.onDemandPercentageAboveBaseCapacity),
            "spotAllocationStrategy": .string(mixed.spotAllocationStrategy),
            "spotInstancePools": mixed.spotAllocationStrategy == "lowest-price"
                ? .integer(mixed.spotInstancePools) : nil,
            "spotMaxPrice": .text(mixed.spotMaxPrice),
        ])
    }
}
