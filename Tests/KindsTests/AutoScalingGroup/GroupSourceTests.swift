import Model
import Testing

@testable import Kinds

@Suite("What a group is made of")
struct GroupSourceTests {
    private func plain(_ version: Value) -> Resource {
        sample("launchTemplate", ["launchTemplateName": "spot", "version": version])
    }

    private func mixed(_ version: Value) -> Resource {
        let template: Value = [
            "launchTemplateSpecification": ["launchTemplateName": "spot", "version": version],
            "overrides": [["instanceType": "t3.large"]],
        ]
        return sample("mixedInstancesPolicy", ["launchTemplate": template])
    }

    private func sample(_ source: String, _ value: Value) -> Resource {
        var spec: Value = ["minSize": 2, "maxSize": 4]
        spec[source] = value
        return .sample("AutoScalingGroup", "spot", spec)
    }

    /// What is sent to bring a group from one manifest to another; nothing is left to do after it.
    private func move(_ first: Resource, to second: Resource) async throws -> [AWSCall] {
        var sample = KindSample.autoScalingGroup
        sample.resource = first
        var world = World(sample)
        _ = try await world.settle()
        world.declare(second)
        return try await world.settle()
    }

    @Test("a group on a template moves to a mixed instances policy, and is sent that alone")
    func toMixed() async throws {
        let calls = try await move(plain("3"), to: mixed("3"))
        #expect(calls.map(\.operation) == ["UpdateAutoScalingGroup"])
        #expect(calls.first?.input["launchTemplate"] == nil)
        #expect(calls.first?.input["mixedInstancesPolicy"] == mixed("3").spec["mixedInstancesPolicy"])
    }

    @Test("a group on a mixed instances policy moves back to its template, and is sent that alone")
    func toPlain() async throws {
        let calls = try await move(mixed("3"), to: plain("3"))
        #expect(calls.map(\.operation) == ["UpdateAutoScalingGroup"])
        #expect(calls.first?.input["mixedInstancesPolicy"] == nil)
        #expect(calls.first?.input["launchTemplate"] == plain("3").spec["launchTemplate"])
    }

    @Test("with another version too the refresh brings what Git states, and nothing of what was before")
    func refresh() async throws {
        for (first, second) in [(plain("3"), mixed("4")), (mixed("3"), plain("4"))] {
            let calls = try await move(first, to: second)
            #expect(calls.map(\.operation) == ["StartInstanceRefresh"])
            let configuration = GroupConfiguration(second.spec)
            #expect(calls.first?.input["desiredConfiguration"] == configuration?.value)
        }
    }

    @Test("from a launch configuration to a template and back one source is sent")
    func launchConfiguration() {
        let old = sample("launchConfigurationName", "nodes")
        let paths: [FieldPath] = ["/launchTemplate", "/launchConfigurationName"]
        for (wanted, live) in [(plain("3"), old), (old, plain("3"))] {
            var change = ResourceChange(wanted, live: Live(spec: live.spec), region: "eu-west-1", accountID: "1")
            change.changes = paths.map { path in
                FieldChange(
                    path, live: live.spec[path], desired: wanted.spec[path], effect: .noRestart, reason: .declared)
            }
            let inputs = AutoScalingGroup.calls(for: change).map(\.call.input)
            #expect(inputs.count == 1)
            #expect(
                inputs.first.map { GroupConfiguration.stated(in: $0) } == GroupConfiguration.stated(in: wanted.spec))
        }
    }
}
