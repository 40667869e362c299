import AWSWire
import Kinds
import Model
import Testing

@Suite("Reading what a forecast starts from")
struct CapacityReadingTests {
    private static let template: Value = ["launchTemplateId": "lt-1", "version": "$Latest"]
    private static let replies: [String: Value] = [
        "DescribeClusters": [
            "clusters": [
                ["clusterArn": "arn:aws:ecs:r:1:cluster/main", "status": "ACTIVE", "capacityProviders": ["cp"]],
                ["clusterArn": "arn:aws:ecs:r:1:cluster/gone", "status": "INACTIVE"],
            ]
        ],
        "ListServices": ["serviceArns": ["arn:aws:ecs:r:1:service/main/api"]],
        "DescribeServices": [
            "services": [
                [
                    "serviceArn": "arn:aws:ecs:r:1:service/main/api", "taskDefinition": "arn:td/api:1",
                    "loadBalancers": [["targetGroupArn": "arn:tg/api/1"]],
                ]
            ]
        ],
        "ListTasks": ["taskArns": ["arn:t/1", "arn:t/2"]],
        "DescribeTasks": [
            "tasks": [
                ["taskArn": "arn:t/1", "lastStatus": "RUNNING", "taskDefinitionArn": "arn:td/api:1"],
                ["taskArn": "arn:t/2", "lastStatus": "STOPPED", "taskDefinitionArn": "arn:td/api:0"],
            ]
        ],
        "ListContainerInstances": ["containerInstanceArns": ["arn:ci/1"]],
        "DescribeContainerInstances": [
            "containerInstances": [["containerInstanceArn": "arn:ci/1", "ec2InstanceId": "i-1"]]
        ],
        "DescribeCapacityProviders": [
            "capacityProviders": [
                ["name": "cp", "autoScalingGroupProvider": ["autoScalingGroupArn": "arn:x:autoScalingGroupName/g"]]
            ]
        ],
        "DescribeAutoScalingGroups": [
            "autoScalingGroups": [
                [
                    "autoScalingGroupName": "g", "launchTemplate": template, "vpcZoneIdentifier": "subnet-1,subnet-2",
                    "instances": [
                        ["instanceId": "i-1", "launchTemplate": ["launchTemplateId": "lt-1", "version": "3"]]
                    ],
                ]
            ]
        ],
        "DescribeLifecycleHooks": ["lifecycleHooks": [["lifecycleHookName": "h"]]],
        "DescribeInstances": ["reservations": [["instances": [["instanceId": "i-1", "instanceType": "m5.large"]]]]],
        "DescribeLaunchTemplateVersions": [
            "launchTemplateVersions": [
                ["launchTemplateId": "lt-1", "versionNumber": 3, "launchTemplateData": ["instanceType": "c5.large"]]
            ]
        ],
        "DescribeInstanceTypes": ["instanceTypes": [["instanceType": "m5.large"], ["instanceType": "c5.large"]]],
        "DescribeSubnets": ["subnets": [["subnetId": "subnet-1"], ["subnetId": "subnet-2"]]],
        "DescribeTargetGroups": ["targetGroups": [["targetGroupArn": "arn:tg/api/1"]]],
        "DescribeTargetGroupAttributes": ["attributes": [["key": "k", "value": "v"]]],
        "DescribeTargetHealth": ["targetHealthDescriptions": [["target": ["id": "i-1"]]]],
        "DescribeTaskDefinition": ["taskDefinition": ["family": "api"]],
        "DescribeScalableTargets": ["scalableTargets": [["resourceId": "service/main/api"]]],
    ]

    @Test("Everything below a cluster is read, what has stopped is left out")
    func whole() async {
        let aws = Scripted(Self.replies)
        let seen = await CapacityReading.read(clusters: ["main"], aws.context, at: 7)
        #expect(seen.unknown == [] && seen.at == 7)
        #expect(seen.clusters.count == 1 && seen.services.count == 1)
        #expect(seen.tasks.compactMap { $0["taskArn"]?.string } == ["arn:t/1"])
        #expect(seen.containerInstances[0]["clusterArn"] == "arn:aws:ecs:r:1:cluster/main")
        #expect(seen.groups[0]["lifecycleHooks"] == [["lifecycleHookName": "h"]])
        #expect(seen.instances.count == 1 && seen.launchTemplateVersions.count == 1)
        #expect(seen.instanceTypes.count == 2 && seen.subnets.count == 2)
        #expect(seen.targetGroupAttributes == ["arn:tg/api/1": ["k": "v"]])
        #expect(seen.targetHealth["arn:tg/api/1"]?.count == 1)
        #expect(seen.taskDefinitions.count == 1 && seen.scalableTargets.count == 1)
    }

    @Test("What never changes is asked once, what has stopped is not asked about again")
    func cached() async {
        let aws = Scripted(Self.replies)
        let context = aws.context
        _ = await CapacityReading.read(clusters: ["main"], context, at: 7)
        let first = await aws.calls.count
        _ = await CapacityReading.read(clusters: ["main"], context, at: 8)
        let second = Array(await aws.calls.dropFirst(first))
        let once = [
            "DescribeTaskDefinition", "DescribeInstanceTypes", "DescribeSubnets", "DescribeTargetGroupAttributes",
            "DescribeLifecycleHooks",
        ]
        #expect(second.filter { once.contains($0.operation) } == [])
        // What `$Latest` means is asked again, the numbered version is not.
        let versions = second.filter { $0.operation == "DescribeLaunchTemplateVersions" }
        #expect(versions.map { $0.input["versions"] } == [["$Latest"]])
        let tasks = second.filter { $0.operation == "DescribeTasks" }
        #expect(tasks.map { $0.input["tasks"] } == [["arn:t/1"]])
    }

    @Test("A read that is refused is noted in a line, and the rest goes on")
    func refused() async {
        let refusals = ["DescribeTargetHealth": "AccessDenied", "DescribeInstances": "UnauthorizedOperation"]
        let aws = Scripted(Self.replies, refusing: refusals)
        let seen = await CapacityReading.read(clusters: ["main"], aws.context, at: 7)
        #expect(
            seen.unknown == [
                "ec2 DescribeInstances: UnauthorizedOperation", "elbv2 DescribeTargetHealth: AccessDenied",
            ])
        #expect(seen.targetGroups.count == 1 && seen.targetHealth.isEmpty && seen.groups.count == 1)
    }

    @Test("A name that is gone does not fail those that are there")
    func gone() async {
        let aws = ScriptedAWS { call in
            guard call.operation == "DescribeTargetGroups" else { return Self.replies[call.operation] ?? [:] }
            let asked = call.input["targetGroupArns"]?.list ?? []
            if asked.contains("arn:tg/gone/1") { throw fakeError(call, "TargetGroupNotFound") }
            return ["targetGroups": .list(asked.map { ["targetGroupArn": $0] })]
        }
        var replies = Self.replies
        replies["DescribeServices"] = [
            "services": [
                ["loadBalancers": [["targetGroupArn": "arn:tg/api/1"], ["targetGroupArn": "arn:tg/gone/1"]]]
            ]
        ]
        let answers = replies
        let both = ScriptedAWS { call in
            call.operation == "DescribeServices" ? answers["DescribeServices"] ?? [:] : try aws.answer(call)
        }
        let context = ObservationContext(aws: both, region: "eu-west-1", accountID: "123456789012")
        let seen = await CapacityReading.read(clusters: ["main"], context, at: 7)
        #expect(seen.targetGroups == [["targetGroupArn": "arn:tg/api/1"]])
        #expect(seen.unknown == ["elbv2 DescribeTargetGroups: TargetGroupNotFound"])
    }
}
