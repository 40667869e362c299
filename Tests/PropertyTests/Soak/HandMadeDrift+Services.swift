import Model

extension HandMadeDrift {
    private static func api(_ members: Value) -> AWSCall { service("api", members) }
    private static func admin(_ members: Value) -> AWSCall { service("admin", members) }

    private static func service(_ name: String, _ members: Value) -> AWSCall {
        var input = members
        input["cluster"] = "demo-api"
        input["service"] = .string(name)
        return AWSCall("ecs", "UpdateService", input)
    }

    private static func ecs(_ operation: String, _ input: Value) -> AWSCall { AWSCall("ecs", operation, input) }

    static let services: [HandMadeDrift] = [
        HandMadeDrift(
            "count outside the band", "Service/api", "/desiredCount", owner: "ScalingPolicy/api",
            api(["desiredCount": 20])),
        HandMadeDrift("count", "Service/admin", "/desiredCount", admin(["desiredCount": 3])),
        HandMadeDrift(
            "minimumHealthyPercent", "Service/api", "/deploymentConfiguration/minimumHealthyPercent",
            api(["deploymentConfiguration": ["minimumHealthyPercent": 100]])),
        HandMadeDrift(
            "maximumPercent", "Service/admin", "/deploymentConfiguration/maximumPercent",
            admin(["deploymentConfiguration": ["maximumPercent": 150]])),
        HandMadeDrift(
            "circuit breaker", "Service/api", "/deploymentConfiguration/deploymentCircuitBreaker/rollback",
            api(["deploymentConfiguration": ["deploymentCircuitBreaker": ["enable": true, "rollback": false]]])),
        HandMadeDrift(
            "placement", "Service/api", "/placementStrategy",
            api(["placementStrategy": [["type": "binpack", "field": "cpu"]]])),
        HandMadeDrift(
            "placement constraint", "Service/admin", "/placementConstraints", admin(["placementConstraints": []])),
        HandMadeDrift(
            "grace period", "Service/api", "/healthCheckGracePeriodSeconds", api(["healthCheckGracePeriodSeconds": 5])),
        HandMadeDrift(
            "strategy", "Service/admin", "/capacityProviderStrategy/spot/base",
            admin([
                "capacityProviderStrategy": [["capacityProvider": "spot", "weight": 1, "base": 1]],
                "forceNewDeployment": true,
            ])),
        HandMadeDrift("propagated tags", "Service/api", "/propagateTags", api(["propagateTags": "NONE"])),
        HandMadeDrift("managed tags", "Service/api", "/enableECSManagedTags", api(["enableECSManagedTags": false])),
        HandMadeDrift(
            "service's tag", "Service/api", "/tags/Team",
            ecs("UntagResource", ["resourceArn": output("Service", "api"), "tagKeys": ["Team"]])),
        HandMadeDrift(
            "another revision", "Service/api", "/taskDefinition",
            ecs(
                "RegisterTaskDefinition",
                [
                    "family": "api",
                    "containerDefinitions": [
                        ["name": "api", "image": "x", "memory": 64, "portMappings": [["containerPort": 3000]]]
                    ],
                ]),
            api(["taskDefinition": "api"])),
        HandMadeDrift(
            "service deleted", "Service/admin", "/", wait: 900,
            ecs("DeleteService", ["cluster": "demo-api", "service": "admin", "force": true])),
    ]

    static let clusters: [HandMadeDrift] = [
        HandMadeDrift(
            "cluster's setting", "Cluster/demo-api", "/settings/containerInsights/value",
            ecs(
                "UpdateClusterSettings",
                ["cluster": "demo-api", "settings": [["name": "containerInsights", "value": "disabled"]]])),
        HandMadeDrift(
            "cluster's tag", "Cluster/demo-api", "/tags/Team",
            ecs(
                "TagResource", ["resourceArn": output("Cluster", "demo-api"), "tags": [["key": "Team", "value": "x"]]])),
        HandMadeDrift(
            "cluster's strategy", "ClusterCapacityProviders/demo-api", "/defaultCapacityProviderStrategy/spot",
            ecs(
                "PutClusterCapacityProviders",
                ["cluster": "demo-api", "capacityProviders": ["spot"], "defaultCapacityProviderStrategy": []])),
        HandMadeDrift(
            "target capacity", "CapacityProvider/spot", "/autoScalingGroupProvider/managedScaling/targetCapacity",
            ecs(
                "UpdateCapacityProvider",
                ["name": "spot", "autoScalingGroupProvider": ["managedScaling": ["targetCapacity": 60]]])),
        HandMadeDrift(
            "managed scaling", "CapacityProvider/spot", "/autoScalingGroupProvider/managedScaling/status",
            ecs(
                "UpdateCapacityProvider",
                [
                    "name": "spot",
                    "autoScalingGroupProvider": [
                        "managedScaling": ["status": "DISABLED"], "managedTerminationProtection": "DISABLED",
                    ],
                ])),
        HandMadeDrift(
            "managed draining", "CapacityProvider/spot", "/autoScalingGroupProvider/managedDraining",
            ecs(
                "UpdateCapacityProvider", ["name": "spot", "autoScalingGroupProvider": ["managedDraining": "DISABLED"]])
        ),
    ]
}
