import Model

@testable import Simulation

/// A hand-made observation: a cluster with one instance and one service of one task, which a test changes.
struct ObservedCase {
    static let place = AWSPlace(account: "123456789012", region: "eu-west-1")
    static let at: Int64 = 1_790_000_000_000
    var capacity = ObservedCapacity(at: at)

    init() {
        capacity.clusters = [["clusterName": "main", "clusterArn": Self.arn("cluster/main"), "status": "ACTIVE"]]
        capacity.taskDefinitions = [Self.definition]
        capacity.containerInstances = [Self.instance]
        capacity.services = [Self.service]
        capacity.tasks = [Self.task()]
    }

    static func arn(_ resource: String) -> Value { .string("arn:aws:ecs:eu-west-1:123456789012:\(resource)") }

    /// Seconds since 1970, so long before the observation.
    static func ago(_ seconds: Double) -> Value { Value(.number(Double(at) / 1000 - seconds)) }

    static let definition: Value = [
        "taskDefinitionArn": arn("task-definition/api:3"), "family": "api", "revision": 3, "status": "ACTIVE",
        "networkMode": "bridge",
        "containerDefinitions": [["name": "app", "image": "app:3", "cpu": 256, "memory": 512, "essential": true]],
    ]

    static let instance: Value = [
        "containerInstanceArn": arn("container-instance/main/ci1"), "ec2InstanceId": "i-1", "status": "ACTIVE",
        "agentConnected": true, "registeredResources": resources(2048, 4096),
        "remainingResources": resources(1792, 3584),
        "attributes": [
            ["name": "ecs.availability-zone", "value": "eu-west-1a"],
            ["name": "ecs.instance-type", "value": "x9.huge"],
        ],
    ]

    static func resources(_ cpu: Int, _ memory: Int) -> Value {
        [
            ["name": "CPU", "type": "INTEGER", "integerValue": .integer(cpu)],
            ["name": "MEMORY", "type": "INTEGER", "integerValue": .integer(memory)],
            ["name": "PORTS", "type": "STRINGSET", "stringSetValue": ["22", "51678"]],
        ]
    }

    static let service: Value = [
        "serviceName": "api", "serviceArn": arn("service/main/api"), "clusterArn": arn("cluster/main"),
        "status": "ACTIVE", "desiredCount": 1, "launchType": "EC2", "schedulingStrategy": "REPLICA",
        "taskDefinition": arn("task-definition/api:3"),
        "deployments": [
            [
                "id": "ecs-svc/42", "status": "PRIMARY", "rolloutState": "COMPLETED", "desiredCount": 1,
                "runningCount": 1, "taskDefinition": arn("task-definition/api:3"),
            ]
        ],
    ]

    /// A RUNNING task, with what a test changes of it.
    static func task(_ id: String = "t1", _ more: [String: Value] = [:]) -> Value {
        let usual: [String: Value] = [
            "taskArn": arn("task/main/\(id)"), "clusterArn": arn("cluster/main"), "group": "service:api",
            "startedBy": "ecs-svc/42", "taskDefinitionArn": arn("task-definition/api:3"), "lastStatus": "RUNNING",
            "desiredStatus": "RUNNING", "containerInstanceArn": arn("container-instance/main/ci1"),
            "createdAt": ago(3600), "startedAt": ago(3590), "launchType": "EC2",
        ]
        return .object(usual.merging(more) { $1 })
    }

    /// A group of one instance of a type that nobody knows, behind a provider of the cluster.
    mutating func addGroup(desired: Int = 1) {
        capacity.clusters[0]["capacityProviders"] = ["cp"]
        let arn = "arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:u-1:autoScalingGroupName/g"
        capacity.capacityProviders = [
            [
                "name": "cp", "status": "ACTIVE",
                "autoScalingGroupProvider": [
                    "autoScalingGroupArn": .string(arn),
                    "managedScaling": ["status": "ENABLED", "targetCapacity": 100],
                ],
            ]
        ]
        let template: Value = ["launchTemplateId": "lt-1", "version": "1"]
        capacity.groups = [
            [
                "autoScalingGroupName": "g", "autoScalingGroupARN": .string(arn), "minSize": 0, "maxSize": 5,
                "desiredCapacity": .integer(desired), "launchTemplate": template,
                "availabilityZones": ["eu-west-1a"],
                "instances": [
                    [
                        "instanceId": "i-1", "lifecycleState": "InService", "instanceType": "x9.huge",
                        "availabilityZone": "eu-west-1a", "launchTemplate": template,
                    ]
                ],
            ]
        ]
        capacity.instances = [
            [
                "instanceId": "i-1", "instanceType": "x9.huge", "imageId": "ami-7", "launchTime": Self.ago(7200),
                "state": ["name": "running"], "placement": ["availabilityZone": "eu-west-1a"],
                "instanceLifecycle": "spot",
            ]
        ]
        capacity.launchTemplateVersions = [
            [
                "launchTemplateId": "lt-1", "launchTemplateName": "t", "versionNumber": 1,
                "launchTemplateData": ["imageId": "resolve:ssm:/images/ecs", "instanceType": "x9.huge"],
            ]
        ]
        capacity.instanceTypes = [
            [
                "instanceType": "x9.huge", "vCpuInfo": ["defaultVCpus": 2], "memoryInfo": ["sizeInMiB": 4600],
            ]
        ]
    }

    func observed() throws -> ObservedWorld { try ObservedWorld(capacity, place: Self.place) }
    func world(_ seed: UInt64 = 1) throws -> World { try observed().world(seed: seed) }
}
