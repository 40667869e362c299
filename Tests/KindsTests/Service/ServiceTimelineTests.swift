import AWSECS
import Model
import Testing

@testable import Kinds

/// One timeline of what AWS remembers of a service.
@Suite("A service's timeline")
struct ServiceTimelineTests {
    /// Answers by operation; what is not there fails.
    private struct Answers: AWSSender {
        var replies: [String: Value]
        struct Refused: Error, CustomStringConvertible { let description = "refused" }

        func send(_ call: AWSCall) throws -> Value {
            guard let reply = replies[call.operation] else { throw Refused() }
            return reply
        }
        func sendAll(_ call: AWSCall) throws -> Value { try send(call) }
    }

    private static let detail: Value = [
        "serviceName": "api", "clusterArn": "arn:aws:ecs:eu-west-1:123456789012:cluster/demo",
        "capacityProviderStrategy": [["capacityProvider": "spot"]],
        "events": [
            ["createdAt": 130, "message": "(service api) has reached a steady state."],
            ["createdAt": 120, "message": "(service api) registered 1 targets in (target-group x)"],
            ["createdAt": 10, "message": "(service api) has started 1 tasks: (task 1)."],
        ],
    ]

    private let answers = Answers(replies: [
        "ListServiceDeployments": [
            "serviceDeployments": [["serviceDeploymentArn": "arn:aws:ecs:x:1:service-deployment/d/api/Hk2"]]
        ],
        "DescribeServiceDeployments": [
            "serviceDeployments": [
                [
                    "serviceDeploymentArn": "arn:aws:ecs:x:1:service-deployment/d/api/Hk2",
                    "status": "ROLLBACK_SUCCESSFUL",
                    "startedAt": 100, "finishedAt": 160, "rollback": ["startedAt": 150, "reason": "circuit breaker"],
                ]
            ]
        ],
        "ListTasks": ["taskArns": ["arn:aws:ecs:x:1:task/demo/3f2a1b2c4d5e"]],
        "DescribeTasks": [
            "tasks": [
                [
                    "taskArn": "arn:aws:ecs:x:1:task/demo/3f2a1b2c4d5e", "createdAt": 101, "stoppedAt": 110,
                    "taskDefinitionArn": "arn:aws:ecs:x:1:task-definition/api:2", "availabilityZone": "eu-west-1a",
                    "stoppedReason": "CannotPullContainerError: not found", "stopCode": "TaskFailedToStart",
                    "containers": [["name": "api", "exitCode": 1, "reason": "gone"]],
                ]
            ]
        ],
        "DescribeCapacityProviders": [
            "capacityProviders": [
                [
                    "autoScalingGroupProvider": [
                        "autoScalingGroupArn": "arn:aws:autoscaling:x:1:autoScalingGroup:u:autoScalingGroupName/spot"
                    ]
                ]
            ]
        ],
        "DescribeScalingActivities": [
            "activities": [
                [
                    "startTime": 105, "endTime": 108, "description": "Launching a new EC2 instance: i-1",
                    "statusCode": "Failed", "statusMessage": "no capacity",
                ]
            ]
        ],
        "DescribeInstanceRefreshes": ["instanceRefreshes": []],
    ])

    @Test("everything stands in one order, oldest first, from the asked time on")
    func merged() async {
        let timeline = await ServiceTimeline.read(Self.detail, since: 100, through: answers)
        #expect(timeline.unknown == [])
        #expect(
            timeline.entries.map { "\(Int($0.at)) \($0.kind) \($0.subject) \($0.text)" } == [
                "100 deployment api service deployment Hk2 started",
                "101 task api/3f2a1b2c placed: api:2 in eu-west-1a",
                "105 instance spot Launching a new EC2 instance: i-1",
                "108 instance spot Launching a new EC2 instance: i-1: failed: no capacity",
                "110 task api/3f2a1b2c stopped: CannotPullContainerError: not found (TaskFailedToStart); "
                    + "api: exit code 1, gone",
                "120 target api registered 1 targets in (target-group x)",
                "130 service api has reached a steady state.",
                "150 deployment api service deployment Hk2 rolls back: circuit breaker",
                "160 deployment api service deployment Hk2 ended rollback successful",
            ])
    }

    @Test("what can not be read is said, and the rest is told")
    func partly() async {
        var answers = answers
        answers.replies["DescribeTasks"] = nil
        let timeline = await ServiceTimeline.read(Self.detail, since: 0, through: answers)
        #expect(timeline.unknown == ["refused"])
        #expect(timeline.entries.contains { $0.kind == "service" } && !timeline.entries.contains { $0.kind == "task" })
    }
}
