import Kinds
import Manifest
import Model

/// The manifests of an application that was described elsewhere.
struct StackComposer {
    let stack: CarriedStack
    private(set) var manifests: [ImportedManifest] = []
    /// How many values were left out because they look like secrets.
    private(set) var secrets = 0

    init(_ stack: CarriedStack) {
        self.stack = stack
        if stack.cluster == nil {
            if stack.capacity == .ec2, stack.services.contains(where: { $0.service != nil }) { addCapacity() }
            addCluster()
        }
        for service in stack.services { add(service) }
        for (name, balancer) in stack.balancers.sorted(by: { $0.key < $1.key }) { add(balancer, name) }
    }

    private mutating func add(
        _ kind: String, _ name: String, _ spec: Value, dependsOn: [String] = [], comments: [String] = [],
        in file: String
    ) {
        let cleaned = kindsByName[kind].map { SecretsLeftOut(spec, by: $0.schema) }
        var manifest = ImportedManifest(kind: kind, name: name, spec: cleaned?.spec ?? spec, file: file)
        manifest.dependsOn = dependsOn.map { "Service/\($0)" }
        let paths = cleaned?.paths ?? []
        secrets += paths.count
        manifest.isSuspended = !paths.isEmpty
        manifest.comments = comments + Composer.advice(paths)
        manifests.append(manifest)
    }

    private mutating func addCluster() {
        var spec = stack.clusterMembers
        switch stack.capacity {
        case .fargate: spec["capacityProviders"] = ["FARGATE", "FARGATE_SPOT"]
        case .ec2:
            guard stack.services.contains(where: { $0.service != nil }) else { break }
            spec["capacityProviders"] = [.string(stack.name)]
            spec["defaultCapacityProviderStrategy"] = [["capacityProvider": .string(stack.name), "weight": 1]]
        }
        add("Cluster", stack.name, .object(spec), in: "cluster.yaml")
    }

    private mutating func add(_ service: CarriedService) {
        let file = "\(service.name)/service.yaml"
        if let group = service.logGroup {
            add(
                "LogGroup", service.name,
                ["logGroupName": .string(group), "retentionInDays": .integer(service.logRetentionDays)], in: file)
        }
        var definition = service.task
        definition["family"] = service.family.flatMap { $0 == service.name ? nil : .string($0) }
        definition["containerDefinitions"] = .list(service.containers)
        add("TaskDefinition", service.name, .object(definition), in: "\(service.name)/task-definition.yaml")
        for group in service.targetGroups {
            add("TargetGroup", group.name, group.spec, in: "load-balancer.yaml")
        }
        guard var spec = service.service else { return }
        spec["cluster"] = .string(stack.cluster ?? stack.name)
        spec["taskDefinition"] = .string(service.name)
        add("Service", service.name, .object(spec), dependsOn: service.dependsOn, in: file)
        guard var scaling = service.scaling else { return }
        scaling["service"] = .string(service.name)
        add("ScalingPolicy", service.name, .object(scaling), in: file)
    }

    private mutating func add(_ balancer: CarriedBalancer, _ name: String) {
        var spec: [String: Value] = [
            "scheme": .string(balancer.scheme), "subnets": .list(balancer.subnets),
            "listeners": .list(balancer.listeners.sorted { $0.key < $1.key }.map(\.value)),
        ]
        if balancer.type != "application" { spec["type"] = .string(balancer.type) }
        if !balancer.securityGroups.isEmpty { spec["securityGroups"] = .list(balancer.securityGroups) }
        if !balancer.attributes.isEmpty { spec["attributes"] = .object(balancer.attributes) }
        add("LoadBalancer", name, .object(spec), in: "load-balancer.yaml")
    }

    /// Mostly Spot, as a new repository begins.
    private mutating func addCapacity() {
        let name = Value.string(stack.name)
        add(
            "LaunchTemplate", stack.name,
            [
                "imageId": ["ssm": "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"],
                "instanceType": "t3.medium", "iamInstanceProfile": ["name": "ecsInstanceRole"],
                "securityGroupIds": .list(stack.network.taskGroups),
                "metadataOptions": ["httpTokens": "required", "httpPutResponseHopLimit": 2],
                "ecsConfig": ["cluster": stack.cluster.map { .string($0) } ?? name, "spotInstanceDraining": true],
            ], in: "capacity.yaml")
        add(
            "AutoScalingGroup", stack.name,
            [
                "minSize": 1, "maxSize": 4, "vpcZoneIdentifier": .list(stack.network.privateSubnets),
                "mixedInstancesPolicy": [
                    "launchTemplate": [
                        "launchTemplateSpecification": ["launchTemplateName": name],
                        "overrides": [
                            ["instanceType": "t3.medium"], ["instanceType": "t3a.medium"], ["instanceType": "t3.large"],
                        ],
                    ],
                    "instancesDistribution": [
                        "onDemandBaseCapacity": 1, "onDemandPercentageAboveBaseCapacity": 0,
                        "spotAllocationStrategy": "price-capacity-optimized",
                    ],
                ],
                "newInstancesProtectedFromScaleIn": true,
            ], in: "capacity.yaml")
        add(
            "CapacityProvider", stack.name,
            [
                "autoScalingGroupProvider": [
                    "autoScalingGroup": name, "managedScaling": ["status": "ENABLED", "targetCapacity": 100],
                    "managedTerminationProtection": "ENABLED", "managedDraining": "ENABLED",
                ]
            ], in: "capacity.yaml")
    }
}
