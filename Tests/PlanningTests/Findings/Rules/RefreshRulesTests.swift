import Kinds
import Model
import Planning
import Testing

@Suite("The rules about rolls of instances")
struct RefreshRulesTests {
    /// What is found when a group rolls to version 2, whose provider says `provider` and whose manifest says `preferences`.
    private func findings(provider: Value, preferences: Value? = nil, version: Value = "2") -> [Finding] {
        var spec: Value = [
            "minSize": 1, "maxSize": 4, "launchTemplate": ["launchTemplateName": "spot", "version": version],
        ]
        spec["instanceRefresh"] = preferences
        let settings: Value = ["autoScalingGroupArn": .output("arn", of: "AutoScalingGroup/spot")]
        let resources: [Resource] = [
            .sample("AutoScalingGroup/spot", spec),
            .sample("CapacityProvider/spot", ["autoScalingGroupProvider": provider.laid(over: settings)]),
        ]
        let live = [
            "AutoScalingGroup/spot": Live(
                spec: spec.replacing(version: "1"), outputs: ["arn": "arn:group", "interruptions": "none"],
                detail: [
                    "launchTemplate": ["launchTemplateName": "spot", "version": "1"],
                    "instances": [
                        ["instanceId": "i-1", "lifecycleState": "InService", "launchTemplate": ["version": "1"]]
                    ],
                ]),
            "CapacityProvider/spot": Live(
                spec: ["autoScalingGroupProvider": provider.laid(over: ["autoScalingGroupArn": "arn:group"])],
                outputs: ["name": "spot"]),
        ]
        return Planner().plan(PlanInput.of(resources, live: live)).findings
    }

    @Test("protected instances that the roll would wait for, or pass over, are told", arguments: ["Wait", "Ignore"])
    func protection(word: String) {
        let preferences: Value = ["scaleInProtectedInstances": .string(word)]
        let found = findings(provider: ["managedTerminationProtection": "ENABLED"], preferences: preferences)
        #expect(found.map(\.rule) == ["refresh-protected-instances"])
        #expect(found.first?.weight == .warn)
        #expect(findings(provider: ["managedTerminationProtection": "DISABLED"], preferences: preferences) == [])
        #expect(findings(provider: ["managedTerminationProtection": "ENABLED"]) == [])
    }

    @Test("instances that end before their tasks run elsewhere are told, where the plan rolls them")
    func draining() {
        #expect(findings(provider: ["managedDraining": "DISABLED"]).map(\.rule) == ["refresh-without-draining"])
        #expect(findings(provider: ["managedDraining": "ENABLED"]) == [])
        #expect(findings(provider: ["managedDraining": "DISABLED"], version: "1") == [])
    }
}

extension Value {
    /// A group's spec with another version of its template.
    fileprivate func replacing(version: Value) -> Value {
        var copy = self
        copy["launchTemplate"]?["version"] = version
        return copy
    }
}
