import Model

/// Auto Scaling groups: of one template, or of several types on-demand and Spot.
enum GroupFields {
    static func all(template: String, isMixed: Bool, isProtected: Bool) -> [Field] {
        sizes
            + (isMixed
                ? mixed(template)
                : [.one("/launchTemplate", 100, of: [.string(template), ["launchTemplateName": .string(template)]])])
            + settings + [.fixed("/newInstancesProtectedFromScaleIn", true, share: isProtected ? 100 : 0)] + lists
            + refresh + Field.tags
    }

    private static let sizes: [Field] = [
        Field("/minSize", 100) { chance, _ in .integer(chance.draw(1...3)) },
        Field("/maxSize", 100) { chance, _ in .integer(chance.draw(4...8)) },
        Field("/desiredCapacity", 30) { chance, spec in .integer(chance.draw((spec["minSize"]?.integer ?? 1)...4)) },
        .one(
            "/vpcZoneIdentifier", 100,
            of: [[["tags": ["Tier": "private"]]], [["tags": ["Tier": "private", "Stack": "demo-api"]]]]),
    ]

    private static let settings: [Field] = [
        .one(
            "/terminationPolicies", 40,
            of: [["Default"], ["OldestLaunchTemplate", "Default"], ["Default", "OldestInstance"]]),
        .flag("/capacityRebalance", 30), .number("/defaultCooldown", 30, 0...600),
        .number("/defaultInstanceWarmup", 40, 0...300),
        .one("/maxInstanceLifetime", 20, of: [86_400, 604_800]),
        .one("/healthCheckType", 30, of: ["EC2", "EC2,ELB", "ELB"]),
        .number("/healthCheckGracePeriod", 40, 0...600),
        .one(
            "/instanceMaintenancePolicy", 20,
            of: [
                ["minHealthyPercentage": 90, "maxHealthyPercentage": 120],
                ["minHealthyPercentage": 100, "maxHealthyPercentage": 150],
            ]),
        .one(
            "/availabilityZoneDistribution/capacityDistributionStrategy", 20,
            of: ["balanced-best-effort", "balanced-only"]),
        .one("/context", 10, of: ["web", "api"]),
        .one("/deletionProtection", 10, of: ["none", "prevent-force-deletion"]),
        .one("/desiredCapacityType", 10, of: ["units"]),
    ]

    private static func mixed(_ template: String) -> [Field] {
        let distribution: FieldPath = "/mixedInstancesPolicy/instancesDistribution"
        let types: [Field] = [
            Field("/mixedInstancesPolicy/launchTemplate/overrides", 80) { chance, _ in
                .list(
                    chance.some(["t3.large", "t3a.large", "t3.xlarge", "m5.large"]).map { type in
                        ["instanceType": .string(type)]
                    })
            }
        ]
        return [
            .one(
                "/mixedInstancesPolicy/launchTemplate/launchTemplateSpecification", 100,
                of: [.string(template), ["launchTemplateName": .string(template)]]),
            .number(distribution.appending("onDemandBaseCapacity"), 40, 0...2),
            .one(distribution.appending("onDemandPercentageAboveBaseCapacity"), 60, of: [0, 20, 50, 100]),
            .one(
                distribution.appending("spotAllocationStrategy"), 60,
                of: ["price-capacity-optimized", "capacity-optimized", "lowest-price"]),
            .one(distribution.appending("onDemandAllocationStrategy"), 20, of: ["prioritized", "lowest-price"]),
            .one(distribution.appending("spotMaxPrice"), 15, of: ["0.5", 1]),
            Field(distribution.appending("spotInstancePools"), 20) { chance, spec in
                spec[distribution]?["spotAllocationStrategy"] == "lowest-price" ? .integer(chance.draw(1...4)) : nil
            },
        ] + types
    }

    private static let lists: [Field] = [
        .one(
            "/enabledMetrics", 30, of: [["GroupDesiredCapacity"], ["GroupDesiredCapacity", "GroupInServiceInstances"]]),
        Field("/lifecycleHookSpecificationList", 25) { chance, _ in
            var hook: Value = [
                "lifecycleHookName": "warn", "lifecycleTransition": "autoscaling:EC2_INSTANCE_TERMINATING",
            ]
            if chance.has(70) { hook["heartbeatTimeout"] = .integer(chance.draw(30...60)) }
            if chance.has(50) { hook["defaultResult"] = chance.pick(["CONTINUE", "ABANDON"]) }
            if chance.has(30) { hook["notificationMetadata"] = .string(chance.text()) }
            return [hook]
        },
    ]

    private static let refresh: [Field] = [
        .one("/instanceRefresh/minHealthyPercentage", 40, of: [90, 100]),
        .one("/instanceRefresh/maxHealthyPercentage", 40, of: [110, 150]),
        .flag("/instanceRefresh/autoRollback", 30), .flag("/instanceRefresh/skipMatching", 30),
        .number("/instanceRefresh/instanceWarmup", 30, 0...60),
        .fixed("/instanceRefresh/scaleInProtectedInstances", "Refresh", share: 50),
    ]
}
