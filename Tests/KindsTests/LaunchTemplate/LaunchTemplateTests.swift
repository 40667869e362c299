import Model
import Planning
import Testing

@testable import Kinds

@Suite("Launch templates")
struct LaunchTemplateTests {
    @Test("the mark of a version knows its data apart, but nothing of its user data")
    func mark() {
        let one = LaunchTemplateData.request(["imageId": "ami-1", "userData": "#!/bin/sh\necho secret\n"])
        let other = LaunchTemplateData.request(["imageId": "ami-1", "userData": "#!/bin/sh\necho other\n"])
        #expect(LaunchTemplateData.mark(one) == LaunchTemplateData.mark(other))
        #expect(
            LaunchTemplateData.mark(one) != LaunchTemplateData.mark(LaunchTemplateData.request(["imageId": "ami-2"])))
        #expect(LaunchTemplateData.mark(one).hasPrefix("neap sha256:"))
    }

    @Test("a version with our mark is in sync whatever AWS filled in, unless its user data differs")
    func made() {
        let spec: Value = ["imageId": "ami-1", "userData": "#!/bin/sh\ntrue\n"]
        let data = LaunchTemplateData.request(spec)
        var version: Value = ["versionDescription": .string(LaunchTemplateData.mark(data)), "launchTemplateData": data]
        version["launchTemplateData"]?["disableApiStop"] = false
        #expect(LaunchTemplateData.isMade(version, of: spec))
        version["launchTemplateData"]?["userData"] = "b3RoZXI="
        #expect(!LaunchTemplateData.isMade(version, of: spec))
    }

    @Test("a change sends all of the data and moves the default version to what it makes")
    func versions() {
        let resource = Resource.sample("LaunchTemplate", "spot", KindSample.launchTemplateSpec)
        var change = ResourceChange(
            resource, live: Live(spec: ["imageId": "ami-0"], outputs: ["id": "lt-1"]), region: "eu-west-1",
            accountID: "123456789012")
        change.changes = [
            FieldChange("/imageId", live: "ami-0", desired: "ami-1", effect: .rollsInstances, reason: .declared)
        ]
        let calls = LaunchTemplate.calls(for: change)
        #expect(calls.map(\.call.operation) == ["CreateLaunchTemplateVersion", "ModifyLaunchTemplate"])
        #expect(calls[0].call.input["launchTemplateData"]?["instanceType"] == "t3.large")
        #expect(calls[0].call.input["sourceVersion"] == nil)
        #expect(calls[0].effect == .rollsInstances)
        #expect(calls[1].call.input["defaultVersion"] == .reference(resource.id, "latestVersion"))
    }

    @Test("somebody else's version, made the default, is drift: the default goes back, and groups stay where they are")
    func strangers() async throws {
        var world = World(.launchTemplate)
        _ = try await world.settle()
        let id = KindSample.launchTemplate.resource.id
        _ = try await world.aws.send(
            AWSCall(
                "ec2", "CreateLaunchTemplateVersion",
                ["launchTemplateId": "lt-1", "launchTemplateData": ["instanceType": "t3.xlarge"]]))
        guard case .live(let unused) = await world.observe(id) else { throw SampleFailure("\(id) is not live") }
        #expect(world.changes(of: id, unused)?.changes == [], "a version that is not the default is nobody's business")
        _ = try await world.aws.send(
            AWSCall("ec2", "ModifyLaunchTemplate", ["launchTemplateId": "lt-1", "defaultVersion": "2"]))
        guard case .live(let moved) = await world.observe(id) else { throw SampleFailure("\(id) is not live") }
        #expect(world.changes(of: id, moved)?.changes.contains { $0.path == "/instanceType" } == true)
        #expect(moved.outputs["latestVersion"] == "1")
        #expect(try await world.settle().map(\.operation) == ["ModifyLaunchTemplate"])
        #expect(try await world.settle() == [])
    }

    @Test(
        "an ignored field stays as AWS has it in what Neap makes, and a version that differs in it alone is no difference"
    )
    func ignored() async throws {
        var sample = KindSample.launchTemplate
        sample.resource.spec = ["imageId": "ami-1", "instanceType": "t3.large"]
        sample.resource.policy.ignore = ["/imageId"]
        var world = World(sample)
        _ = try await world.settle()
        let rotated: Value = ["imageId": "ami-2", "instanceType": "t3.large"]
        _ = try await world.aws.send(
            AWSCall(
                "ec2", "CreateLaunchTemplateVersion", ["launchTemplateId": "lt-1", "launchTemplateData": rotated]))
        #expect(try await world.settle() == [])
        #expect(world.known[Reference(sample.resource.id, "latestVersion")] == "2")
        sample.resource.spec["instanceType"] = "t3.xlarge"
        world.declare(sample.resource)
        let calls = try await world.settle()
        #expect(calls.map(\.operation) == ["CreateLaunchTemplateVersion", "ModifyLaunchTemplate"])
        #expect(
            calls.first?.input["launchTemplateData"] == ["imageId": "ami-2", "instanceType": "t3.xlarge"])
    }

    @Test("user data beyond EC2's limit is refused before it is sent")
    func size() {
        let text = "#!/bin/bash\n" + String(repeating: "# filler\n", count: 2000)
        let resource = Resource.sample("LaunchTemplate", "spot", ["userData": .string(text)])
        #expect(LaunchTemplate.manifest.expand(resource).diagnostics.map(\.path) == ["/userData"])
    }

    @Test("a numbered version is read once")
    func immutable() async {
        let template: Value = [
            "launchTemplateId": "lt-1", "launchTemplateName": "spot", "latestVersionNumber": 4, "tags": [],
        ]
        let aws = Scripted([
            "DescribeLaunchTemplates": ["launchTemplates": [template]],
            "DescribeLaunchTemplateVersions": [
                "launchTemplateVersions": [
                    ["versionDescription": "neap sha256:0", "launchTemplateData": ["imageId": "ami-1"]]
                ]
            ],
        ])
        let resources = [Resource.sample("LaunchTemplate", "spot", [:]), .sample("LaunchTemplate", "other", [:])]
        let context = aws.context
        _ = await LaunchTemplate.observe(resources, context)
        let seen = await LaunchTemplate.observe(resources, context)
        #expect(seen[resources[0].id]?.live?.outputs["latestVersion"] == "4")
        #expect(seen[resources[0].id]?.live?.spec["imageId"] == "ami-1")
        if case .absent = seen[resources[1].id] {} else { Issue.record("a template that is not there is absent") }
        #expect(
            await aws.calls.map(\.operation) == [
                "DescribeLaunchTemplates", "DescribeLaunchTemplateVersions", "DescribeLaunchTemplates",
            ])
    }

    @Test(
        "what an ecsConfig may get wrong is said",
        arguments: [
            ["containerStopTimeout": "30"], ["variables": ["PATH": "/bin"]], ["variables": ["ECS_X": "a\nb"]],
            ["registryCredentials": [:]], ["variables": ["ECS_ENGINE_AUTH_DATA": "hidden"]],
            ["registryCredentials": ["ssm": "/a", "secret": "b"]],
        ] as [Value])
    func diagnostics(config: Value) {
        let resource = Resource.sample("LaunchTemplate", "spot", ["ecsConfig": config])
        #expect(LaunchTemplate.manifest.expand(resource).diagnostics.count == 1)
    }

    @Test(
        "userData beside ecsConfig has to be a shell script",
        arguments: [
            ("#!/bin/bash\n", 0), ("#!/usr/bin/env bash\n", 0), ("#!/bin/sh -e\n", 0), ("#cloud-config\n", 1),
            ("#!/usr/bin/python3\n", 1),
        ])
    func script(text: String, count: Int) {
        let resource = Resource.sample("LaunchTemplate", "spot", ["ecsConfig": [:], "userData": .string(text)])
        #expect(LaunchTemplate.manifest.expand(resource).diagnostics.count == count)
    }
}
