import Model
import Simulation

/// What AWS's describe calls show of an account in the middle of a rollout: 50 services of 20 tasks behind load balancers
/// on 100 instances, a tenth of the tasks on their way.
struct ObservedAccount {
    static let place = AWSPlace(account: "123456789012", region: "eu-west-1")
    static let at: Int64 = 1_790_000_000_000
    let capacity: ObservedCapacity

    init(services: Int, instances: Int, tasks: Int) {
        var seen = ObservedCapacity(at: Self.at)
        seen.clusters = [["clusterName": "main", "status": "ACTIVE", "capacityProviders": ["cp"]]]
        seen.groups = [Self.group(instances)]
        seen.capacityProviders = [
            [
                "name": "cp", "status": "ACTIVE",
                "autoScalingGroupProvider": [
                    "autoScalingGroupArn": Self.groupArn, "managedScaling": ["status": "ENABLED"],
                ],
            ]
        ]
        seen.instances = (0..<instances).map(Self.instance)
        seen.containerInstances = (0..<instances).map(Self.containerInstance)
        seen.launchTemplateVersions = [
            [
                "launchTemplateId": "lt-1", "launchTemplateName": "main", "versionNumber": 1,
                "launchTemplateData": [
                    "imageId": "ami-1", "instanceType": "m5.2xlarge", "userData": "echo ECS_CLUSTER=main",
                ],
            ]
        ]
        for number in 0..<services { Self.add(service: number, of: services, tasks, instances, to: &seen) }
        capacity = seen
    }

    /// Seconds that reading takes, and that one more seed takes; the best of some runs.
    static func measure() throws -> (reading: Double, seed: Double) {
        let account = ObservedAccount(services: 50, instances: 100, tasks: 1000)
        var best = (reading: Double.infinity, seed: Double.infinity)
        for _ in 0..<8 {
            let start = ProcessUsage.now.seconds
            let observed = try ObservedWorld(account.capacity, place: place)
            let read = ProcessUsage.now.seconds
            var waiting = 0
            for seed in UInt64(1)...32 { waiting += observed.world(seed: seed).nextEvent == nil ? 1 : 0 }
            let end = ProcessUsage.now.seconds
            best = (min(best.reading, read - start), min(best.seed, (end - read) / 32))
            guard waiting == 0 else { return best }
        }
        return best
    }

    private static let groupArn: Value = .string(
        place.arn("autoscaling", "autoScalingGroup:u-1:autoScalingGroupName/main"))

    static func ago(_ seconds: Int) -> Value { Value(.number(Double(at / 1000 - Int64(seconds)))) }

    static func zone(_ number: Int) -> Value { .string(place.zones[number % 3]) }

    private static func group(_ count: Int) -> Value {
        let template: Value = ["launchTemplateId": "lt-1", "version": "1"]
        let members = (0..<count).map { number -> Value in
            [
                "instanceId": .string("i-\(number)"), "lifecycleState": "InService", "instanceType": "m5.2xlarge",
                "availabilityZone": zone(number), "launchTemplate": template, "healthStatus": "Healthy",
                "protectedFromScaleIn": true,
            ]
        }
        return [
            "autoScalingGroupName": "main", "autoScalingGroupARN": groupArn, "minSize": 0, "maxSize": 200,
            "desiredCapacity": .integer(count), "launchTemplate": template,
            "availabilityZones": .list(place.zones.map { .string($0) }), "instances": .list(members),
        ]
    }

    private static func instance(_ number: Int) -> Value {
        [
            "instanceId": .string("i-\(number)"), "instanceType": "m5.2xlarge", "imageId": "ami-1",
            "launchTime": ago(86_400 + number), "state": ["name": "running"],
            "placement": ["availabilityZone": zone(number)], "instanceLifecycle": "spot",
            "privateIpAddress": .string("10.0.\(number / 250).\(number % 250)"),
        ]
    }

    private static func containerInstance(_ number: Int) -> Value {
        [
            "containerInstanceArn": .string(place.arn("ecs", "container-instance/main/ci\(number)")),
            "ec2InstanceId": .string("i-\(number)"), "status": "ACTIVE", "agentConnected": true,
            "capacityProviderName": "cp", "registeredAt": ago(86_000 + number),
            "registeredResources": resources(8192, 31_000), "remainingResources": resources(3072, 20_760),
            "attributes": [
                ["name": "ecs.availability-zone", "value": zone(number)],
                ["name": "ecs.instance-type", "value": "m5.2xlarge"], ["name": "ecs.os-type", "value": "linux"],
            ],
        ]
    }

    private static func resources(_ cpu: Int, _ memory: Int) -> Value {
        [
            ["name": "CPU", "integerValue": .integer(cpu)], ["name": "MEMORY", "integerValue": .integer(memory)],
            ["name": "PORTS", "stringSetValue": ["22", "2375", "2376", "51678", "51679"]],
        ]
    }
}
