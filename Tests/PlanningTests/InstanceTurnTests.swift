import Kinds
import Model
import Testing

@testable import Planning

@Suite("Whose turn it is on shared capacity")
struct InstanceTurnTests {
    private static func group(_ version: Value) -> Resource {
        .sample(
            "AutoScalingGroup/spot",
            ["minSize": 1, "maxSize": 4, "launchTemplate": ["launchTemplateName": "spot", "version": version]])
    }
    private static let provider = Resource.sample(
        "CapacityProvider/spot",
        ["autoScalingGroupProvider": ["autoScalingGroupArn": .output("arn", of: "AutoScalingGroup/spot")]])
    private static func service(_ name: String, _ definition: Value) -> Resource {
        .sample(
            "Service/\(name)",
            [
                "cluster": "demo", "taskDefinition": definition,
                "capacityProviderStrategy": [["capacityProvider": .output("name", of: "CapacityProvider/spot")]],
            ])
    }

    /// A group on version 1, wanting `version`, and services that are live on api:1.
    private func plan(
        _ version: Value, refresh: Value? = nil, services: [Resource], rollouts: [String: Value] = [:],
        interruptions: Value = "none"
    ) -> Plan {
        var detail: Value = [
            "launchTemplate": ["launchTemplateName": "spot", "version": "1"],
            "instances": [["instanceId": "i-1", "lifecycleState": "InService", "launchTemplate": ["version": "1"]]],
        ]
        detail["refresh"] = refresh
        let shown = refresh.map { _ in version } ?? "1"
        var live = [
            "AutoScalingGroup/spot": Live(
                spec: [
                    "minSize": 1, "maxSize": 4, "launchTemplate": ["launchTemplateName": "spot", "version": shown],
                ],
                outputs: ["arn": "arn:group", "interruptions": interruptions], detail: detail),
            "CapacityProvider/spot": Live(
                spec: ["autoScalingGroupProvider": ["autoScalingGroupArn": "arn:group"]], outputs: ["name": "spot"]),
        ]
        for service in services {
            live["\(service.id)"] = Live(
                spec: [
                    "cluster": "demo", "taskDefinition": "api:1",
                    "capacityProviderStrategy": [["capacityProvider": "spot"]],
                ], outputs: ["rollout": rollouts[service.id.name] ?? "settled"])
        }
        return Planner().plan(PlanInput.of([Self.group(version), Self.provider] + services, live: live))
    }

    private func waits(_ plan: Plan) -> [String]? {
        plan.steps.first { $0.planned.call.operation == "StartInstanceRefresh" }?.planned.requires.map(\.reason)
    }

    @Test("nothing is waited for while nothing moves")
    func free() { #expect(waits(plan("2", services: [Self.service("api", "api:1")])) == []) }

    @Test("a roll of tasks in the same plan goes first, and the plan says so")
    func samePlan() {
        let plan = plan("2", services: [Self.service("api", "api:2"), Self.service("web", "api:1")])
        #expect(plan.steps.map(\.planned.call.operation) == ["UpdateService", "StartInstanceRefresh"])
        #expect(waits(plan) == ["after api is live: same capacity"])
        #expect(StepRows(plan).rows.last?.hasSuffix("after api is live: same capacity") == true)
    }

    @Test("so do tasks that roll already, several as one reason, and Spot")
    func moving() {
        let services = ["a", "b", "c"].map { Self.service($0, "api:1") }
        let moving: [String: Value] = ["a": "moving", "c": "moving"]
        #expect(
            waits(plan("2", services: services, rollouts: moving))?.first == "after a and c are live: same capacity")
        #expect(waits(plan("2", services: services, interruptions: "i-1")) == ["after Spot has taken what it takes"])
    }

    @Test("a refresh that is under way is stopped for tasks, never for nothing")
    func pause() {
        let refresh: Value = [
            "instanceRefreshId": "r-1", "status": "InProgress", "isOurs": true,
            "desiredConfiguration": ["launchTemplate": ["launchTemplateName": "spot", "version": "2"]],
        ]
        #expect(plan("2", refresh: refresh, services: [Self.service("api", "api:1")]).steps == [])
        let stopped = plan("2", refresh: refresh, services: [Self.service("api", "api:2")])
        #expect(Set(stopped.steps.map(\.planned.call.operation)) == ["CancelInstanceRefresh", "UpdateService"])
        #expect(stopped.steps.allSatisfy { $0.after == [] }, "tasks do not wait for instances")
    }

    @Test("a refresh whose new instances do not join their cluster is undone, and nobody waits for that")
    func rescue() {
        let refresh: Value = [
            "instanceRefreshId": "r-1", "status": "InProgress", "isOurs": true, "obstacle": "i-9 does not join",
            "desiredConfiguration": ["launchTemplate": ["launchTemplateName": "spot", "version": "2"]],
        ]
        let rescued = plan("2", refresh: refresh, services: [Self.service("api", "api:2")])
        #expect(Set(rescued.steps.map(\.planned.call.operation)) == ["RollbackInstanceRefresh", "UpdateService"])
        #expect(rescued.steps.allSatisfy { $0.after == [] })
    }

    @Test("what is suspended, by policy, by command or with the environment, is not even rescued")
    func suspended() {
        let group = Self.group("2")
        let refresh: Value = [
            "instanceRefreshId": "r-1", "status": "InProgress", "isOurs": true, "obstacle": "i-9 does not join",
            "desiredConfiguration": ["launchTemplate": ["launchTemplateName": "spot", "version": "2"]],
        ]
        let live = Live(
            spec: ["minSize": 1, "maxSize": 4, "launchTemplate": ["launchTemplateName": "spot", "version": "2"]],
            detail: ["launchTemplate": ["launchTemplateName": "spot", "version": "1"], "refresh": refresh])
        let input = PlanInput.of([group], live: ["AutoScalingGroup/spot": live])
        #expect(Planner().plan(input).steps.count == 1)
        #expect(Planner().plan(input.with { $0.suspended = "the database moves" }).steps == [])
        #expect(Planner().plan(input.with { $0.heldBack[group.id] = "by Ada" }).steps == [])
        #expect(Planner().plan(input.with { $0.desired[group.id]?.policy.suspend = true }).steps == [])
    }

    @Test("what failed holds its own fields alone")
    func quarantine() {
        let failed: Value = [
            "instanceRefreshId": "r-1", "status": "RollbackSuccessful", "isOurs": true, "statusReason": "Timed out.",
            "desiredConfiguration": ["launchTemplate": ["launchTemplateName": "spot", "version": "2"]],
        ]
        var input = PlanInput.of(
            [Self.group("2")],
            live: [
                "AutoScalingGroup/spot": Live(
                    spec: [
                        "minSize": 1, "maxSize": 4, "launchTemplate": ["launchTemplateName": "spot", "version": "1"],
                    ],
                    detail: [
                        "launchTemplate": ["launchTemplateName": "spot", "version": "1"], "refresh": failed,
                        "instances": [["instanceId": "i-1", "launchTemplate": ["version": "1"]]],
                    ])
            ])
        #expect(Planner().plan(input).blocked("AutoScalingGroup/spot") == .quarantined)
        input.retried = [.of("AutoScalingGroup/spot")]
        #expect(Planner().plan(input).steps.map(\.planned.call.operation) == ["StartInstanceRefresh"])
        input.retried = []
        input.desired[.of("AutoScalingGroup/spot")]?.spec["maxSize"] = 6
        let plan = Planner().plan(input)
        #expect(plan.steps.map(\.planned.call.input) == [["autoScalingGroupName": "spot", "maxSize": 6]])
        #expect(plan[.of("AutoScalingGroup/spot")]?.holds.first?.reason == .quarantined)
    }
}
