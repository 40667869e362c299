import Model
import Testing

@testable import Kinds

@Suite("Instance rollouts of a group")
struct InstanceRefreshTests {
    private let path: FieldPath = "/launchTemplate/version"

    /// A group on version 1 with instances of these versions, and the refresh that AWS shows.
    private func live(_ versions: [String], refresh: Value? = nil, own: Value = "1") -> Live {
        var detail: Value = [
            "launchTemplate": ["launchTemplateName": "spot", "version": own], "desiredCapacity": 3,
            "instances": .list(
                versions.enumerated().map { number, version in
                    [
                        "instanceId": .string("i-\(number)"), "lifecycleState": "InService", "instanceType": "t3.large",
                        "launchTemplate": ["launchTemplateName": "spot", "version": .string(version)],
                    ]
                }),
        ]
        detail["refresh"] = refresh
        return Live(spec: ["launchTemplate": detail["launchTemplate"] ?? [:], "minSize": 1], detail: detail)
    }

    private func refresh(_ status: String, to version: Value = "2", ours: Bool = true, paused: Bool = false) -> Value {
        [
            "instanceRefreshId": "r-1", "status": .string(status), "percentageComplete": 33,
            "statusReason": "Timed out.", "isOurs": .bool(ours), "isPaused": .bool(paused),
            "desiredConfiguration": ["launchTemplate": ["launchTemplateName": "spot", "version": version]],
        ]
    }

    private func group(_ version: Value = "2", _ further: [String: Value] = [:]) -> Resource {
        let template: Value = ["launchTemplateName": "spot", "version": version]
        return .sample(
            "AutoScalingGroup", "spot",
            .object(["launchTemplate": template, "minSize": 1, "maxSize": 4].merging(further) { $1 }))
    }

    private func calls(_ resource: Resource, _ live: Live, gates: [Gate] = []) -> [PlannedCall] {
        var change = ResourceChange(
            resource, live: live,
            changes: [FieldChange(path, live: "1", desired: "2", effect: .rollsInstances, reason: .declared)],
            region: "eu-west-1", accountID: "123456789012")
        change.gates = gates
        return AutoScalingGroup.calls(for: change)
    }

    @Test("a new version is brought by a refresh with a desired configuration, behind its gates")
    func start() throws {
        let requirement = PlannedCall.Requirement(
            Reference(ResourceID("Service", "api"), "rollout"), in: ["settled"], reason: "after api is live")
        let gate = Gate(ResourceID("AutoScalingGroup", "spot"), .instanceRollout, requirement)
        let calls = calls(group(), live(["1", "1", "1"]), gates: [gate])
        #expect(calls.map(\.call.operation) == ["StartInstanceRefresh"])
        let input = try #require(calls.first?.call.input)
        #expect(
            input["desiredConfiguration"] == ["launchTemplate": ["launchTemplateName": "spot", "version": "2"]])
        #expect(
            input["preferences"] == [
                "minHealthyPercentage": 100, "maxHealthyPercentage": 110, "skipMatching": true, "autoRollback": true,
                "scaleInProtectedInstances": "Refresh", "standbyInstances": "Ignore",
            ])
        #expect(calls.first?.requires == [requirement])
        #expect(calls.first?.effect == .rollsInstances)
    }

    @Test("other members go by an update of their own, without the template")
    func beside() {
        var change = ResourceChange(
            group(), live: live(["1"]),
            changes: [
                FieldChange("/maxSize", live: 3, desired: 4, effect: .noRestart, reason: .declared),
                FieldChange(path, live: "1", desired: "2", effect: .rollsInstances, reason: .declared),
            ], region: "eu-west-1", accountID: "123456789012")
        change.gates = []
        let calls = AutoScalingGroup.calls(for: change)
        #expect(calls.map(\.call.operation) == ["UpdateAutoScalingGroup", "StartInstanceRefresh"])
        #expect(calls.first?.call.input == ["autoScalingGroupName": "spot", "maxSize": 4])
    }

    @Test("nothing that runs has to go: the group is updated alone", arguments: [[], ["2", "2"]])
    func updateAlone(_ versions: [String]) {
        #expect(calls(group(), live(versions)).map(\.call.operation) == ["UpdateAutoScalingGroup"])
    }

    @Test("strategy None leaves running instances, and says so")
    func none() {
        let calls = calls(group("2", ["instanceRefresh": ["strategy": "None"]]), live(["1"]))
        #expect(calls.map(\.summary) == ["launchTemplate (running instances are not replaced)"])
    }

    @Test(
        "stated preferences win, and the two percentages stay within what AWS takes",
        arguments: [
            (["minHealthyPercentage": 0], 0, 100),
            (["minHealthyPercentage": 90, "maxHealthyPercentage": 150], 90, 150),
            (["minHealthyPercentage": 5], 5, 105), (["maxHealthyPercentage": 200], 100, 200),
        ] as [(Value, Int, Int)])
    func preferences(_ stated: Value, minimum: Int, maximum: Int) {
        let input = calls(group("2", ["instanceRefresh": stated]), live(["1"])).first?.call.input
        #expect(input?["preferences"]?["minHealthyPercentage"] == .integer(minimum))
        #expect(input?["preferences"]?["maxHealthyPercentage"] == .integer(maximum))
    }

    @Test("a group that says how far it may go is not told otherwise; one without a numbered version can not go back")
    func maintenance() {
        let policy: Value = ["minHealthyPercentage": 80, "maxHealthyPercentage": 120]
        let input = calls(group("2", ["instanceMaintenancePolicy": policy]), live(["1"], own: "$Latest")).first?.call
            .input
        #expect(input?["preferences"]?["minHealthyPercentage"] == nil)
        #expect(input?["preferences"]?["autoRollback"] == false)
    }

    @Test(
        "what a refresh that is there leaves to do",
        arguments: [
            ("InProgress", "3", ["CancelInstanceRefresh"]), ("InProgress", "1", ["RollbackInstanceRefresh"]),
            ("Cancelling", "3", []), ("RollbackInProgress", "2", []),
            ("RollbackInProgress", "3", ["CancelInstanceRefresh"]),
            ("RollbackSuccessful", "2", []), ("RollbackSuccessful", "3", ["StartInstanceRefresh"]), ("Failed", "2", []),
            ("Cancelled", "2", []), ("Successful", "3", ["StartInstanceRefresh"]),
        ] as [(String, Value, [String])])
    func moves(_ status: String, _ wanted: Value, _ operations: [String]) {
        let live = live(["1", "2"], refresh: refresh(status))
        #expect(calls(group(wanted), live).map(\.call.operation) == operations)
        #expect(AutoScalingGroup.holds(on: group(wanted), live: live, isRetried: false).isEmpty == !operations.isEmpty)
    }

    @Test("what failed is tried again when a person says so, and what Neap paused by itself")
    func again() {
        let failed = live(["1"], refresh: refresh("Failed"))
        #expect(AutoScalingGroup.holds(on: group(), live: failed, isRetried: true) == [])
        let paused = live(["1"], refresh: refresh("Cancelled", paused: true))
        #expect(calls(group(), paused).map(\.call.operation) == ["StartInstanceRefresh"])
        #expect(AutoScalingGroup.health(of: group(), live: paused).reason == .paused)
    }

    @Test("somebody else's refresh is shown and left alone")
    func foreign() {
        let live = live(["1"], refresh: refresh("InProgress", to: "7", ours: false))
        #expect(calls(group(), live) == [])
        #expect(AutoScalingGroup.holds(on: group(), live: live, isRetried: false).first?.reason == .paused)
        #expect(AutoScalingGroup.pause(group(), live: live, for: "after api is live") == [])
        let text = "somebody else's instance refresh to template version 7 is at 33 %"
        #expect(AutoScalingGroup.health(of: group(), live: live) == Health(.progressing, .rollingInstances, text))
    }

    @Test("ours is stopped for what goes first, unless it only bakes")
    func pause() {
        let running = live(["1"], refresh: refresh("InProgress"))
        let calls = AutoScalingGroup.pause(group(), live: running, for: "after api is live")
        #expect(calls.map(\.call.operation) == ["CancelInstanceRefresh"])
        #expect(calls.first?.call.input["waitForTransitioningInstances"] == true)
        let baking = live(["1"], refresh: refresh("Baking"))
        #expect(AutoScalingGroup.pause(group(), live: baking, for: "after api is live") == [])
    }

    @Test(
        "health says how far it is, and how it ended",
        arguments: [
            ("InProgress", Health(.progressing, .rollingInstances, "template version 2: 1 of 3 new; refresh 33 %")),
            (
                "RollbackInProgress",
                Health(.progressing, .rollingInstances, "going back to template version 1: Timed out.")
            ),
            (
                "RollbackSuccessful",
                Health(.degraded, .rolledBack, "template version 2 was rolled back to 1: Timed out.")
            ),
            ("Failed", Health(.degraded, .rolloutFailed, "template version 2 failed: Timed out.")),
        ])
    func health(_ status: String, _ health: Health) {
        #expect(AutoScalingGroup.health(of: group(), live: live(["1", "1", "2"], refresh: refresh(status))) == health)
    }

    @Test("a settled group is not asked for its refreshes; one whose template changes is, and is shown as it will be")
    func observation() async throws {
        let settled = try await observed(wanting: "1", [])
        #expect(settled.operations == ["DescribeAutoScalingGroups", "DescribeLifecycleHooks"])
        let rolling = try await observed(wanting: "2", [refresh("InProgress")])
        #expect(rolling.operations.contains("DescribeInstanceRefreshes"))
        #expect(rolling.live.spec["launchTemplate"]?["version"] == "2")
        #expect(InstanceRefresh(rolling.live.detail)?.isOurs == true)
    }

    private func observed(
        wanting version: Value, _ refreshes: [Value]
    ) async throws -> (operations: [String], live: Live) {
        var group = live(["1", "1"]).detail
        group["autoScalingGroupName"] = "spot"
        let aws = Scripted([
            "DescribeAutoScalingGroups": ["autoScalingGroups": [group]], "DescribeLifecycleHooks": [:],
            "DescribeInstanceRefreshes": ["instanceRefreshes": .list(refreshes)],
        ])
        let resource = self.group(version)
        let seen = await AutoScalingGroup.observe([resource], aws.context)
        return (await aws.calls.map(\.operation), try #require(seen[resource.id]?.live))
    }

    @Test("services name the group that their tasks run on; the group waits for Spot too")
    func gates() {
        let provider = Resource.sample(
            "CapacityProvider", "spot",
            ["autoScalingGroupProvider": ["autoScalingGroupArn": .reference(group().id, "arn")]])
        let service = Resource.sample(
            "Service", "api",
            ["capacityProviderStrategy": [["capacityProvider": .reference(provider.id, "name"), "weight": 1]]])
        let all = [group(), provider, service]
        let index = ResourceIndex(Dictionary(all.map { ($0.id, $0) }) { first, _ in first })
        #expect(Service.gates(of: service, among: index).map(\.resource) == [group().id])
        #expect(
            Service.gates(of: service, among: index).map(\.requirement.reason) == ["after api is live: same capacity"])
        #expect(AutoScalingGroup.gates(of: group(), among: index).map(\.steps) == [.instanceRollout])
    }
}
