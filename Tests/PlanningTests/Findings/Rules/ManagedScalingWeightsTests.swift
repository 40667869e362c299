import Kinds
import Model
import Planning
import Testing

@Suite("The rule about weights under managed scaling")
struct ManagedScalingWeightsTests {
    private static let place = Place(file: "production/spot.yaml", line: 9, column: 7)

    /// What is planned where the group says `override` and the provider `scaling`; `isLive` where AWS has both as they are.
    private func plan(override: Value, scaling: Value = ["status": "ENABLED"], isLive: Bool = false) -> Plan {
        let group: Value = [
            "minSize": 1, "maxSize": 4,
            "mixedInstancesPolicy": [
                "launchTemplate": [
                    "launchTemplateSpecification": ["launchTemplateName": "spot", "version": "1"],
                    "overrides": [override],
                ]
            ],
        ]
        let provider: Value = [
            "managedScaling": scaling, "autoScalingGroupArn": .output("arn", of: "AutoScalingGroup/spot"),
        ]
        let resources: [Resource] = [
            .sample("AutoScalingGroup/spot", group),
            .sample("CapacityProvider/spot", ["autoScalingGroupProvider": provider]),
        ]
        let settings: Value = ["managedScaling": scaling, "autoScalingGroupArn": "arn:group"]
        let live = [
            "AutoScalingGroup/spot": Live(spec: group, outputs: ["arn": "arn:group"]),
            "CapacityProvider/spot": Live(spec: ["autoScalingGroupProvider": settings], outputs: ["name": "spot"]),
        ]
        return Planner().plan(PlanInput.of(resources, live: isLive ? live : [:]))
    }

    private static let weighted: Value = [
        "instanceType": "t3.large", "weightedCapacity": Value(.string("2"), at: place, key: place),
    ]

    @Test("a group with weights is refused, at the line of the weight")
    func refused() throws {
        let plan = plan(override: Self.weighted)
        let finding = try #require(plan.findings.first { $0.rule == "managed-scaling-weights" })
        #expect(finding.refuses)
        #expect(finding.resource == ResourceID("CapacityProvider", "spot"))
        #expect(finding.place == Self.place)
        #expect(plan.steps.map(\.resource) == [ResourceID("AutoScalingGroup", "spot")])
    }

    @Test("without weights, without managed scaling and where nothing changes it says nothing")
    func quiet() {
        #expect(plan(override: ["instanceType": "t3.large"]).findings == [])
        #expect(plan(override: Self.weighted, scaling: ["status": "DISABLED"]).findings == [])
        #expect(plan(override: Self.weighted, isLive: true).findings == [])
    }
}
