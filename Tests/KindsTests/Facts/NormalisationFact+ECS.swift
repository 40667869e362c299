import Model

/// Facts 4.4 to 4.6.
extension NormalisationFact {
    private static func task(_ container: Value, _ task: [String: Value] = [:]) -> Value {
        var container = container
        container["name"] = "api"
        return .object(task.merging(["containerDefinitions": [container]]) { $1 })
    }

    private static func container(_ path: String) -> FieldPath {
        FieldPath(["containerDefinitions", "api"] + FieldPath(pointer: path).parts)
    }

    private static func service(_ deployment: Value) -> Value { ["deploymentConfiguration": deployment] }

    static let taskDefinitions: [NormalisationFact] = [
        .init(
            "cpu 0, essential and empty lists are filled in", "TaskDefinition", task(["image": "api:1"]),
            task(
                [
                    "image": "api:1", "cpu": 0, "essential": true, "environment": [], "mountPoints": [],
                    "volumesFrom": [], "portMappings": [], "systemControls": [],
                ], ["volumes": [], "placementConstraints": [], "networkMode": "bridge", "compatibilities": ["EC2"]]),
            but: task(["image": "api:1", "essential": false]), differsAt: [container("/essential")]),
        .init(
            "protocol tcp and hostPort 0 are filled in on a bridge", "TaskDefinition",
            task(["portMappings": [["containerPort": 80], ["containerPort": 53, "protocol": "udp"]]]),
            task([
                "portMappings": [
                    ["containerPort": 53, "protocol": "udp", "hostPort": 0],
                    ["containerPort": 80, "protocol": "tcp", "hostPort": 0],
                ]
            ]), but: task(["portMappings": [["containerPort": 80, "hostPort": 80]]]),
            differsAt: [container("/portMappings/53~1udp"), container("/portMappings/80~1tcp/hostPort")]),
        .init(
            "hostPort is the container's own in awsvpc", "TaskDefinition",
            task(["portMappings": [["containerPort": 80]]], ["networkMode": "awsvpc"]),
            task(
                ["portMappings": [["containerPort": 80, "protocol": "tcp", "hostPort": 80]]],
                ["networkMode": "awsvpc"]), but: task(["portMappings": [["containerPort": 80]]]),
            differsAt: [container("/portMappings/80~1tcp/hostPort"), "/networkMode"]),
        .init(
            "environment and secrets come in any order", "TaskDefinition",
            task([
                "environment": [["name": "A", "value": "1"], ["name": "B", "value": "2"]],
                "secrets": [["name": "S", "valueFrom": "/s"], ["name": "T", "valueFrom": "/t"]],
            ]),
            task([
                "environment": [["name": "B", "value": "2"], ["name": "A", "value": "1"]],
                "secrets": [["name": "T", "valueFrom": "/t"], ["name": "S", "valueFrom": "/s"]],
            ]),
            but: task([
                "environment": [["name": "A", "value": "2"], ["name": "B", "value": "2"]],
                "secrets": [["name": "S", "valueFrom": "/s"], ["name": "T", "valueFrom": "/t"]],
            ]), differsAt: [container("/environment/A/value")]),
        .init(
            "vCPU and GB are counted in units", "TaskDefinition", ["cpu": "1 vCPU", "memory": "1GB"],
            ["cpu": "1024", "memory": "1024"], but: ["cpu": "2 vCPU", "memory": 1024], differsAt: ["/cpu"]),
        .init(
            "a health check's times are filled in", "TaskDefinition", task(["healthCheck": ["command": ["CMD", "x"]]]),
            task(["healthCheck": ["command": ["CMD", "x"], "interval": 30, "timeout": 5, "retries": 3]]),
            but: task(["healthCheck": ["command": ["x", "CMD"], "interval": 10]]),
            differsAt: ["/healthCheck/command/0", "/healthCheck/command/1", "/healthCheck/interval"].map(container)),
        .init(
            "an object of nothing but defaults is left out", "TaskDefinition",
            task(["linuxParameters": ["initProcessEnabled": false]]), task([:]),
            but: task(["linuxParameters": ["initProcessEnabled": true]]), differsAt: [container("/linuxParameters")]),
    ]

    static let services: [NormalisationFact] = [
        .init(
            "base and weight of 0 are filled in, in any order", "Service",
            ["capacityProviderStrategy": [["capacityProvider": "a"], ["capacityProvider": "b", "weight": 1]]],
            [
                "capacityProviderStrategy": [
                    ["capacityProvider": "b", "weight": 1, "base": 0],
                    ["capacityProvider": "a", "weight": 0, "base": 0],
                ]
            ],
            but: ["capacityProviderStrategy": [["capacityProvider": "a"], ["capacityProvider": "b", "base": 1]]],
            differsAt: ["/capacityProviderStrategy/b/base", "/capacityProviderStrategy/b/weight"]),
        .init(
            "placement defaults and the spelling of fields", "Service",
            [
                "placementConstraints": [],
                "placementStrategy": [["type": "binpack", "field": "memory"], ["type": "spread", "field": "host"]],
            ],
            [
                "placementStrategy": [
                    ["type": "binpack", "field": "MEMORY"], ["type": "spread", "field": "instanceId"],
                ]
            ],
            but: [
                "placementStrategy": [["type": "spread", "field": "host"], ["type": "binpack", "field": "memory"]]
            ],
            differsAt: ["/0/field", "/0/type", "/1/field", "/1/type"].map {
                FieldPath(pointer: "/placementStrategy" + $0)
            }),
        .init(
            "a deployment's configuration is filled in", "Service",
            service([
                "maximumPercent": 200, "minimumHealthyPercent": 100, "deploymentCircuitBreaker": ["enable": false],
            ]),
            service([
                "strategy": "ROLLING", "bakeTimeInMinutes": 0, "maximumPercent": 200, "minimumHealthyPercent": 100,
                "alarms": ["alarmNames": [], "enable": false, "rollback": false],
                "deploymentCircuitBreaker": [
                    "enable": false, "rollback": false, "resetOnHealthyTask": true,
                    "thresholdConfiguration": ["type": "BOUNDED_PERCENT", "value": 50],
                ],
            ]), but: service(["maximumPercent": 150, "deploymentCircuitBreaker": ["enable": true]]),
            differsAt: [
                "/deploymentConfiguration/deploymentCircuitBreaker/enable", "/deploymentConfiguration/maximumPercent",
            ]),
        .init(
            "a deployment's configuration of defaults is left out", "Service",
            service(["maximumPercent": 200, "alarms": ["alarmNames": [], "enable": false, "rollback": false]]), [:],
            but: service(["maximumPercent": 100]), differsAt: ["/deploymentConfiguration"]),
        .init(
            "what is off or a default is left out", "Service",
            [
                "schedulingStrategy": "REPLICA", "propagateTags": "NONE", "enableExecuteCommand": false,
                "enableECSManagedTags": false, "healthCheckGracePeriodSeconds": 0,
            ], [:], but: ["propagateTags": "SERVICE", "healthCheckGracePeriodSeconds": 5],
            differsAt: ["/healthCheckGracePeriodSeconds", "/propagateTags"]),
        .init(
            "a revision is given back as its ARN", "Service", ["taskDefinition": "api:7"],
            ["taskDefinition": "arn:aws:ecs:eu-west-1:1:task-definition/api:7"], but: ["taskDefinition": "api:8"],
            differsAt: ["/taskDefinition"]),
        .init(
            "subnets and load balancers are sets", "Service",
            [
                "networkConfiguration": ["awsvpcConfiguration": ["subnets": ["subnet-1", "subnet-2"]]],
                "loadBalancers": [
                    ["targetGroupArn": "a", "containerName": "api", "containerPort": 80],
                    ["targetGroupArn": "b", "containerName": "api", "containerPort": 80],
                ],
            ],
            [
                "networkConfiguration": [
                    "awsvpcConfiguration": ["subnets": ["subnet-2", "subnet-1"], "assignPublicIp": "DISABLED"]
                ],
                "loadBalancers": [
                    ["targetGroupArn": "b", "containerName": "api", "containerPort": 80],
                    ["targetGroupArn": "a", "containerName": "api", "containerPort": 80],
                ],
            ], but: ["networkConfiguration": ["awsvpcConfiguration": ["subnets": ["subnet-1"]]]],
            differsAt: ["/networkConfiguration/awsvpcConfiguration/subnets"]),
    ]

    static let clusters: [NormalisationFact] = [
        .init(
            "settings are told apart by name, tags come as a list in any order", "Cluster",
            ["settings": [["name": "containerInsights", "value": "disabled"]], "tags": ["Team": "core", "cost": 7]],
            [
                "settings": [["name": "containerInsights", "value": "disabled"]],
                "tags": [["key": "cost", "value": "7"], ["key": "Team", "value": "core"]],
            ], but: ["tags": ["team": "core"]], differsAt: ["/tags/team"]),
        .init(
            "providers are a set, and their strategy is filled in", "ClusterCapacityProviders",
            ["capacityProviders": ["a", "b"], "defaultCapacityProviderStrategy": [["capacityProvider": "a"]]],
            [
                "capacityProviders": ["b", "a"],
                "defaultCapacityProviderStrategy": [["capacityProvider": "a", "weight": 0, "base": 0]],
            ], but: ["defaultCapacityProviderStrategy": [["capacityProvider": "a", "weight": 1]]],
            differsAt: ["/defaultCapacityProviderStrategy/a/weight"]),
        .init(
            "managed scaling is filled in", "CapacityProvider",
            ["autoScalingGroupProvider": ["managedScaling": ["status": "ENABLED", "targetCapacity": 100]]],
            [
                "autoScalingGroupProvider": [
                    "managedScaling": [
                        "status": "ENABLED", "targetCapacity": 100, "minimumScalingStepSize": 1,
                        "maximumScalingStepSize": 10000, "instanceWarmupPeriod": 300,
                    ], "managedTerminationProtection": "DISABLED", "managedDraining": "ENABLED",
                ]
            ], but: ["autoScalingGroupProvider": ["managedScaling": ["targetCapacity": 90]]],
            differsAt: ["/autoScalingGroupProvider/managedScaling/targetCapacity"]),
    ]
}
