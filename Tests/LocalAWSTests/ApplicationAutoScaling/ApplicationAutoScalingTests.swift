import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("Application Auto Scaling's operations")
struct ApplicationAutoScalingTests {
    private let scaling = Asking(LocalApplicationAutoScaling.service)
    private let table: [String: Value] = [
        "serviceNamespace": "dynamodb", "resourceId": "table/t",
        "scalableDimension": "dynamodb:table:ReadCapacityUnits",
    ]
    private let tracking: Value = [
        "targetValue": 70,
        "predefinedMetricSpecification": ["predefinedMetricType": "DynamoDBReadCapacityUtilization"],
    ]

    private func input(_ more: [String: Value]) -> Value { .object(table.merging(more) { $1 }) }

    @Test("a target is described as it was registered, with AWS's role and nothing suspended")
    func target() throws {
        let reply = try scaling.ask(
            "RegisterScalableTarget", input(["minCapacity": 1, "maxCapacity": 8, "tags": ["a": "1"]]))
        let arn = reply["scalableTargetARN"] ?? ""
        #expect(
            arn.string?.hasPrefix("arn:aws:application-autoscaling:eu-west-1:123456789012:scalable-target/") == true)
        let rows = try scaling.ask("DescribeScalableTargets", ["serviceNamespace": "dynamodb"])["scalableTargets"]?.list
        #expect(rows?.count == 1)
        #expect(rows?.first?["minCapacity"] == 1)
        #expect(rows?.first?["suspendedState"]?["scheduledScalingSuspended"] == false)
        #expect(
            rows?.first?["roleARN"]?.string?.contains("AWSServiceRoleForApplicationAutoScaling_DynamoDBTable") == true)
        try scaling.ask("TagResource", ["resourceARN": arn, "tags": ["b": "2"]])
        try scaling.ask("UntagResource", ["resourceARN": arn, "tagKeys": ["a"]])
        #expect(try scaling.ask("ListTagsForResource", ["resourceARN": arn])["tags"] == ["b": "2"])
    }

    @Test("a policy for DynamoDB comes with four alarms, and they go with it")
    func policy() throws {
        try scaling.ask("RegisterScalableTarget", input(["minCapacity": 1, "maxCapacity": 8]))
        let put = input([
            "policyName": "p", "policyType": "TargetTrackingScaling",
            "targetTrackingScalingPolicyConfiguration": tracking,
        ])
        #expect(try scaling.ask("PutScalingPolicy", put)["alarms"]?.list?.count == 4)
        let row = try scaling.ask("DescribeScalingPolicies", input(["policyNames": ["p"]]))["scalingPolicies"]?.list?
            .first
        #expect(row?["targetTrackingScalingPolicyConfiguration"] == tracking)
        #expect(row?["policyARN"]?.string?.hasSuffix(":resource/dynamodb/table/t:policyName/p") == true)
        #expect(scaling.world.monitoring.alarms.all.count == 4)
        try scaling.ask("DeleteScalingPolicy", input(["policyName": "p"]))
        #expect(scaling.world.monitoring.alarms.all.isEmpty)
    }

    @Test("what is not there is refused in AWS's words")
    func refusals() throws {
        let words =
            "service namespace: dynamodb, resource ID: table/t, scalable dimension: dynamodb:table:ReadCapacityUnits"
        let cases: [(String, [String: Value], Refusal)] = [
            (
                "DeregisterScalableTarget", [:],
                Refusal("ObjectNotFoundException", "No scalable target found for \(words)")
            ),
            (
                "DeleteScalingPolicy", ["policyName": "p"],
                Refusal("ObjectNotFoundException", "No scaling policy found for \(words), policy name: p")
            ),
            (
                "PutScheduledAction", ["scheduledActionName": "s", "schedule": "rate(1 day)"],
                Refusal("ObjectNotFoundException", "No scalable target registered for \(words)")
            ),
            (
                "RegisterScalableTarget",
                [
                    "serviceNamespace": "ecs", "resourceId": "service/demo/api",
                    "scalableDimension": "ecs:service:DesiredCount", "minCapacity": 1, "maxCapacity": 2,
                ], Refusal("ValidationException", "ECS service doesn't exist: service/demo/api")
            ),
            (
                "RegisterScalableTarget", ["serviceNamespace": "rds", "minCapacity": 1, "maxCapacity": 2],
                Refusal("ValidationException", "Unsupported service namespace, resource type or scalable dimension")
            ),
        ]
        for (operation, more, refusal) in cases {
            #expect(throws: refusal) {
                try scaling.ask(operation, input(more))
            }
        }
    }

    @Test("scheduled actions are described by name, and a second put changes what it says")
    func scheduled() throws {
        try scaling.ask("RegisterScalableTarget", input(["minCapacity": 1, "maxCapacity": 8]))
        for name in ["a", "b"] {
            try scaling.ask(
                "PutScheduledAction",
                input([
                    "scheduledActionName": .string(name), "schedule": "rate(2 minutes)",
                    "scalableTargetAction": ["minCapacity": 2],
                ]))
        }
        try scaling.ask(
            "PutScheduledAction", input(["scheduledActionName": "a", "scalableTargetAction": ["maxCapacity": 3]]))
        let rows = try scaling.ask(
            "DescribeScheduledActions", ["serviceNamespace": "dynamodb", "scheduledActionNames": ["a"]])
        #expect(rows["scheduledActions"]?.list?.count == 1)
        #expect(rows["scheduledActions"]?.list?.first?["scalableTargetAction"] == ["maxCapacity": 3])
        #expect(rows["scheduledActions"]?.list?.first?["schedule"] == "rate(2 minutes)")
        scaling.world.advance(by: .minutes(2))
        let activities = try scaling.ask("DescribeScalingActivities", ["serviceNamespace": "dynamodb"])
        #expect(
            activities["scalingActivities"]?.list?.map { $0["cause"]?.string } == [
                "scheduled action name b was triggered", "scheduled action name a was triggered",
            ])
        try scaling.ask("DeleteScheduledAction", input(["scheduledActionName": "a"]))
        #expect(
            try scaling.ask("DescribeScheduledActions", ["serviceNamespace": "dynamodb"])["scheduledActions"]?.list?
                .count == 1)
    }

    @Test("targets come in pages of fifty")
    func pages() throws {
        for index in 0..<60 {
            try scaling.ask(
                "RegisterScalableTarget",
                input(["resourceId": .string("table/\(index)"), "minCapacity": 1, "maxCapacity": 2]))
        }
        let first = try scaling.ask("DescribeScalableTargets", ["serviceNamespace": "dynamodb"])
        #expect(first["scalableTargets"]?.list?.count == 50)
        let second = try scaling.ask(
            "DescribeScalableTargets", ["serviceNamespace": "dynamodb", "nextToken": first["nextToken"] ?? ""])
        #expect(second["scalableTargets"]?.list?.count == 10)
    }
}
