import Model
import Testing

@testable import Kinds

@Suite("Capacity providers")
struct CapacityProviderTests {
    @Test("managed scaling that is stated is switched on unless it says otherwise")
    func status() {
        for (stated, sent) in [(nil, "ENABLED"), ("DISABLED", "DISABLED")] as [(Value?, Value)] {
            var spec: Value = [
                "autoScalingGroupProvider": ["autoScalingGroupArn": "arn:g", "managedScaling": ["targetCapacity": 90]]
            ]
            spec["autoScalingGroupProvider"]?["managedScaling"]?["status"] = stated
            let change = ResourceChange(
                .sample("CapacityProvider", "spot", spec), region: "eu-west-1", accountID: "1")
            let input = CapacityProvider.calls(for: change).first?.call.input
            #expect(input?["autoScalingGroupProvider"]?["managedScaling"]?["status"] == sent)
        }
    }

    @Test(
        "a provider moves its group's count unless its managed scaling is off",
        arguments: [(nil, true), ("ENABLED", true), ("DISABLED", false)] as [(Value?, Bool)])
    func claims(status: Value?, isMoved: Bool) {
        var spec: Value = [
            "autoScalingGroupProvider": [
                "autoScalingGroupArn": .reference(ResourceID("AutoScalingGroup", "spot"), "arn"), "managedScaling": [:],
            ]
        ]
        spec["autoScalingGroupProvider"]?["managedScaling"]?["status"] = status
        let claims = CapacityProvider.claims(of: .sample("CapacityProvider", "spot", spec))
        #expect(claims.contains { $0.path == "/desiredCapacity" } == isMoved)
        #expect(claims.contains { $0.path == AutoScalingGroup.managedTag })
    }

    @Test("an update sends managed scaling whole, and never the group")
    func update() {
        let live: Value = [
            "autoScalingGroupProvider": [
                "autoScalingGroupArn": "arn:g", "managedScaling": ["status": "ENABLED", "targetCapacity": 100],
            ]
        ]
        let spec: Value = [
            "autoScalingGroupProvider": ["autoScalingGroupArn": "arn:g", "managedScaling": ["targetCapacity": 80]]
        ]
        var change = ResourceChange(
            .sample("CapacityProvider", "spot", spec), live: Live(spec: live), region: "eu-west-1", accountID: "1")
        change.changes = [
            FieldChange(
                "/autoScalingGroupProvider/managedScaling/targetCapacity", live: 100, desired: 80, effect: .noRestart,
                reason: .declared)
        ]
        #expect(
            CapacityProvider.calls(for: change).map(\.call.input) == [
                [
                    "name": "spot",
                    "autoScalingGroupProvider": ["managedScaling": ["status": "ENABLED", "targetCapacity": 80]],
                ]
            ])
    }

    @Test("a deleted provider that AWS still answers for is absent")
    func inactive() async {
        let aws = Scripted([
            "DescribeCapacityProviders": ["capacityProviders": [["name": "spot", "status": "INACTIVE"]]]
        ])
        let resource = Resource.sample("CapacityProvider", "spot", [:])
        if case .absent = await CapacityProvider.observe([resource], aws.context)[resource.id] {
        } else {
            Issue.record("INACTIVE is absent")
        }
    }

    @Test(
        "the last change of a provider is its health",
        arguments: [
            ("UPDATE_COMPLETE", Health.Status.healthy), ("CREATE_IN_PROGRESS", .progressing),
            ("DELETE_FAILED", .degraded),
        ])
    func health(status: String, expected: Health.Status) {
        let live = Live(spec: [:], detail: ["updateStatus": .string(status)])
        #expect(CapacityProvider.health(of: .sample("CapacityProvider", "spot", [:]), live: live).status == expected)
    }
}
