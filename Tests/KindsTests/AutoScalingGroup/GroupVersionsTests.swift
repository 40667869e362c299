import Model
import Planning
import Testing

@testable import Kinds

@Suite("Groups on a word of their template")
struct GroupVersionsTests {
    private let id = ResourceID("AutoScalingGroup", "nodes")

    private func aws(_ version: Value?, instances: [String], latest: Int = 3) -> Scripted {
        var template: Value = ["launchTemplateId": "lt-1", "launchTemplateName": "nodes"]
        let made = instances.map { number -> Value in
            ["launchTemplate": template.with("version", .string(number)), "lifecycleState": "InService"]
        }
        template["version"] = version
        let group: Value = [
            "autoScalingGroupName": "nodes", "minSize": 0, "maxSize": 3, "launchTemplate": template,
            "instances": .list(made),
        ]
        return Scripted([
            "DescribeAutoScalingGroups": ["autoScalingGroups": [group]],
            "DescribeLaunchTemplates": [
                "launchTemplates": [["latestVersionNumber": .integer(latest), "defaultVersionNumber": 1]]
            ],
        ])
    }

    /// The version that the group is at for a manifest that says `stated` of it.
    private func version(_ aws: Scripted, stated: Value = ["launchTemplateName": "nodes"]) async throws -> String? {
        let resource = Resource.sample("AutoScalingGroup", "nodes", ["launchTemplate": stated])
        let seen = try #require(await AutoScalingGroup.observe([resource], aws.context)[id])
        return try #require(seen.live).spec["launchTemplate"]?["version"]?.scalarText
    }

    @Test("it is at the version that its instances were made from, whatever the word means by now")
    func made() async throws {
        #expect(try await version(aws("$Latest", instances: ["2", "2"])) == "2")
        #expect(try await version(aws("$Default", instances: ["3"])) == "3")
        #expect(try await version(aws(nil, instances: ["1"])) == "1")
    }

    @Test("instances of several versions are at none")
    func mixed() async throws {
        #expect(try await version(aws("$Latest", instances: ["2", "3"])) == "$Latest")
    }

    @Test("without instances it is what the word means now")
    func empty() async throws {
        #expect(try await version(aws("$Latest", instances: [])) == "3")
        #expect(try await version(aws("$Default", instances: [])) == "1")
    }

    @Test("an override of another template without a version is at AWS's default, and AWS shows it so")
    func unversioned() async throws {
        let stated: Value = [
            "instanceType": "m6g.large", "launchTemplateSpecification": ["launchTemplateId": "lt-9"],
        ]
        var shown = stated
        shown["launchTemplateSpecification"]?["launchTemplateName"] = "arm"
        shown["launchTemplateSpecification"]?["version"] = "$Default"
        let template: Value = ["launchTemplateId": "lt-1", "version": "1"]
        let policy = { (own: Value) -> Value in
            ["launchTemplate": ["launchTemplateSpecification": template, "overrides": [own]]]
        }
        let group: Value = ["autoScalingGroupName": "nodes", "mixedInstancesPolicy": policy(shown), "instances": []]
        let aws = Scripted([
            "DescribeAutoScalingGroups": ["autoScalingGroups": [group]],
            "DescribeLaunchTemplates": ["launchTemplates": [["latestVersionNumber": 3, "defaultVersionNumber": 1]]],
        ])
        let resource = Resource.sample("AutoScalingGroup", "nodes", ["mixedInstancesPolicy": policy(stated)])
        let live = try #require(await AutoScalingGroup.observe([resource], aws.context)[id]?.live)
        #expect(Diff(schema: AutoScalingGroup.schema).compare(desired: resource.spec, live: live.spec).changes == [])
    }

    @Test("a number stays, and so does a word that the manifest states")
    func said() async throws {
        let numbered = aws("2", instances: ["1"])
        #expect(try await version(numbered) == "2")
        #expect(await numbered.calls.contains { $0.operation == "DescribeLaunchTemplates" } == false)
        let stated: Value = ["launchTemplateId": "lt-1", "version": "$Latest"]
        #expect(try await version(aws("$Latest", instances: ["2"]), stated: stated) == "$Latest")
    }
}

extension Value {
    fileprivate func with(_ name: String, _ value: Value) -> Value {
        var copy = self
        copy[name] = value
        return copy
    }
}
