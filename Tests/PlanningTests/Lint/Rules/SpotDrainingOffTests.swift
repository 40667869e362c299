import Model
import Planning
import Testing

@Suite("The lint rule spot-draining-off")
struct SpotDrainingOffTests {
    private let rule = "spot-draining-off"

    @Test("with managed draining it is a notice")
    func fires() throws {
        let found = try LintStack.findings(of: rule, (", spotInstanceDraining: true", ""))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "LaunchTemplate/spot")
        #expect(finding.weight == .notice)
        #expect(finding.message == "instances of AutoScalingGroup/spot do not drain themselves at a Spot notice")
        #expect(finding.place?.lineDescription == "production/capacity.yaml:7")
    }

    @Test("without, it is a warning")
    func fires2() throws {
        let found = try LintStack.findings(
            of: rule, (", spotInstanceDraining: true", ""),
            (
                """
                    autoScalingGroup: spot

                """,
                """
                    autoScalingGroup: spot
                    managedDraining: DISABLED

                """
            ))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.resource.description == "LaunchTemplate/spot")
        #expect(finding.weight == .warn)
        #expect(finding.message == "instances of AutoScalingGroup/spot do not drain themselves at a Spot notice")
    }

    @Test("user data may say it too, and on-demand groups need it not")
    func silent() throws {
        #expect(try LintStack.findings(of: rule).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule,
                (
                    "ecsConfig: {cluster: demo, spotInstanceDraining: true}",
                    "userData: echo ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config"
                )
            ).isEmpty)
        #expect(
            try LintStack.findings(
                of: rule, (", spotInstanceDraining: true", ""),
                ("onDemandPercentageAboveBaseCapacity: 0", "onDemandPercentageAboveBaseCapacity: 100")
            ).isEmpty)
    }
}
