import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("Launch templates")
struct LaunchTemplateTests {
    @Test("a version without a source holds only what is sent, one with a source the source's members too")
    func versions() throws {
        var rig = FleetRig()
        let id = try rig.template()
        let bare = try rig.ec2(
            "CreateLaunchTemplateVersion",
            ["launchTemplateId": .string(id), "launchTemplateData": ["instanceType": "m6i.large"]])
        #expect(bare.at("launchTemplateVersion.launchTemplateData") == ["instanceType": "m6i.large"])
        let full = try rig.ec2(
            "CreateLaunchTemplateVersion",
            [
                "launchTemplateName": "web", "sourceVersion": "1",
                "launchTemplateData": ["instanceType": "c5.large"],
            ])
        #expect(full.at("launchTemplateVersion.versionNumber") == 3)
        #expect(
            full.at("launchTemplateVersion.launchTemplateData")
                == ["imageId": "ami-12c6146b", "instanceType": "c5.large"])
    }

    @Test("the same client token makes one template")
    func clientToken() throws {
        var rig = FleetRig()
        let input: Value = ["launchTemplateName": "web", "launchTemplateData": FleetRig.data, "clientToken": "t1"]
        let first = try rig.ec2("CreateLaunchTemplate", input)
        #expect(try rig.ec2("CreateLaunchTemplate", input) == first)
        #expect(try rig.ec2("DescribeLaunchTemplates")["launchTemplates"]?.list?.count == 1)
        var other = input
        other["launchTemplateName"] = "other"
        #expect(try rig.refusal(ec2: "CreateLaunchTemplate", other)?.code == "IdempotentParameterMismatch")
    }

    @Test("a name is taken once")
    func duplicate() throws {
        var rig = FleetRig()
        _ = try rig.template()
        let code = try rig.refusal(
            ec2: "CreateLaunchTemplate", ["launchTemplateName": "web", "launchTemplateData": FleetRig.data])?.code
        #expect(code == "InvalidLaunchTemplateName.AlreadyExistsException")
    }

    @Test("$Latest and $Default are read across all templates, and follow ModifyLaunchTemplate")
    func acrossTemplates() throws {
        var rig = FleetRig()
        let id = try rig.template("one")
        _ = try rig.template("two")
        _ = try rig.ec2(
            "CreateLaunchTemplateVersion", ["launchTemplateId": .string(id), "launchTemplateData": FleetRig.data])
        let latest = try rig.ec2("DescribeLaunchTemplateVersions", ["versions": ["$Latest"]])
        #expect(numbers(latest) == [2, 1])
        #expect(numbers(try rig.ec2("DescribeLaunchTemplateVersions", ["versions": ["$Default"]])) == [1, 1])
        _ = try rig.ec2("ModifyLaunchTemplate", ["launchTemplateId": .string(id), "defaultVersion": "2"])
        #expect(numbers(try rig.ec2("DescribeLaunchTemplateVersions", ["versions": ["$Default"]])) == [2, 1])
        #expect(
            try rig.refusal(ec2: "DescribeLaunchTemplateVersions", ["versions": ["1"]])?.code
                == "InvalidParameterValue")
    }

    private func numbers(_ reply: Value) -> [Int] {
        (reply["launchTemplateVersions"]?.list ?? []).compactMap { $0["versionNumber"]?.integer }
    }

    @Test("a template that is not there has AWS's codes, by id, by name and by version")
    func missing() throws {
        var rig = FleetRig()
        let id = try rig.template()
        #expect(
            try rig.refusal(ec2: "DescribeLaunchTemplates", ["launchTemplateIds": ["lt-0"]])?.code
                == "InvalidLaunchTemplateId.NotFound")
        #expect(
            try rig.refusal(ec2: "DescribeLaunchTemplates", ["launchTemplateNames": ["no"]])?.code
                == "InvalidLaunchTemplateName.NotFoundException")
        let version: Value = ["launchTemplateId": .string(id), "versions": ["9"]]
        #expect(
            try rig.refusal(ec2: "DescribeLaunchTemplateVersions", version)?.code
                == "InvalidLaunchTemplateId.VersionNotFound")
    }

    @Test("versions are deleted, the default one is not")
    func deleteVersions() throws {
        var rig = FleetRig()
        let id = try rig.template()
        _ = try rig.ec2(
            "CreateLaunchTemplateVersion", ["launchTemplateId": .string(id), "launchTemplateData": FleetRig.data])
        let reply = try rig.ec2(
            "DeleteLaunchTemplateVersions", ["launchTemplateId": .string(id), "versions": ["1", "2", "7"]])
        #expect(reply.at("successfullyDeletedLaunchTemplateVersions.0.versionNumber") == 2)
        #expect(reply["unsuccessfullyDeletedLaunchTemplateVersions"]?.list?.count == 2)
        #expect(numbers(try rig.ec2("DescribeLaunchTemplateVersions", ["launchTemplateId": .string(id)])) == [1])
    }
}
