import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("EC2 instances")
struct InstanceTests {
    private static let input: Value = [
        "imageId": "ami-12c6146b", "instanceType": "m5.large", "minCount": 2, "maxCount": 2,
        "tagSpecifications": [["resourceType": "instance", "tags": [["key": "Name", "value": "web"]]]],
    ]

    @Test("instances of one call are one reservation, run in the default network and have its group")
    func run() throws {
        var rig = FleetRig()
        let reply = try rig.ec2("RunInstances", Self.input)
        #expect(reply["instances"]?.list?.count == 2)
        rig.world.advance(by: .minutes(2))
        let shown = try rig.ec2("DescribeInstances")
        #expect(shown["reservations"]?.list?.count == 1)
        #expect(shown.at("reservations.0.reservationId") == reply["reservationId"])
        let instance = try #require(shown.at("reservations.0.instances.0"))
        #expect(instance.at("state.name") == "running")
        #expect(instance.at("securityGroups.0.groupName") == "default")
        #expect(instance["publicIpAddress"] != nil)
        #expect(instance.at("networkInterfaces.0.privateIpAddress") == instance["privateIpAddress"])
        #expect(instance.at("placement.availabilityZone") == "eu-west-1a")
        #expect(instance["tags"]?.tag("Name") == "web")
    }

    @Test("a template's data is under the request's, and its disks come behind the image's")
    func template() throws {
        var rig = FleetRig()
        let disk: Value = ["deviceName": "/dev/sda1", "ebs": ["volumeSize": 20, "volumeType": "gp3"]]
        _ = try rig.template("web", FleetRig.data.overlaid(with: ["blockDeviceMappings": [disk]]))
        _ = try rig.ec2(
            "RunInstances",
            [
                "minCount": 1, "maxCount": 1, "launchTemplate": ["launchTemplateName": "web"],
                "instanceType": "c5.large",
            ])
        rig.world.advance(by: .minutes(2))
        #expect(try rig.ec2("DescribeInstances").at("reservations.0.instances.0.instanceType") == "c5.large")
        let volumes = try rig.ec2("DescribeVolumes")["volumes"]
        #expect(volumes?.list?.compactMap { $0["size"]?.integer } == [8, 20])
        #expect(volumes?.list?.compactMap { $0["volumeType"]?.string } == ["gp2", "gp3"])
    }

    @Test("instances are found by state, tag and zone")
    func filters() throws {
        var rig = FleetRig()
        _ = try rig.ec2("RunInstances", Self.input)
        rig.world.advance(by: .minutes(2))
        let found: Value = [
            ["name": "instance-state-name", "values": ["running"]], ["name": "tag:Name", "values": ["web"]],
            ["name": "availability-zone", "values": ["eu-west-1a"]],
        ]
        #expect(try rig.ec2("DescribeInstances", ["filters": found]).at("reservations.0.instances.1") != nil)
        let spot: Value = [["name": "instance-lifecycle", "values": ["spot"]]]
        #expect(try rig.ec2("DescribeInstances", ["filters": spot])["reservations"] == [])
    }

    @Test("an instance stops, starts and ends")
    func states() throws {
        var rig = FleetRig()
        let reply = try rig.ec2("RunInstances", Self.input)
        let id = try #require(reply.at("instances.0.instanceId"))
        rig.world.advance(by: .minutes(2))
        let stopping = try rig.ec2("StopInstances", ["instanceIds": [id]])
        #expect(stopping.at("stoppingInstances.0.previousState.name") == "running")
        rig.world.advance(by: .minutes(3))
        #expect(
            try rig.ec2("DescribeInstances", ["instanceIds": [id]]).at("reservations.0.instances.0.state.code") == 80)
        _ = try rig.ec2("StartInstances", ["instanceIds": [id]])
        rig.world.advance(by: .minutes(3))
        let status = try rig.ec2("DescribeInstanceStatus", ["instanceIds": [id]])
        #expect(status.at("instanceStatuses.0.systemStatus.status") == "ok")
        let ending = try rig.ec2("TerminateInstances", ["instanceIds": [id]])
        #expect(ending.at("terminatingInstances.0.currentState.name") == "shutting-down")
        rig.world.advance(by: .minutes(3))
        let gone = try rig.ec2("DescribeInstances", ["instanceIds": [id]]).at("reservations.0.instances.0")
        #expect(gone?.at("state.name") == "terminated")
        #expect(gone?["privateIpAddress"] == nil)
        #expect(gone?["networkInterfaces"] == [])
    }

    @Test("an image that a parameter names is looked up when the instance starts")
    func resolved() throws {
        var rig = FleetRig()
        let name = "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended"
        let id = try #require(rig.world.registry["ssm/parameter"][name + "/image_id"]?["value"])
        for parameter in [name, name + "/image_id"] {
            let input: Value = ["imageId": .string("resolve:ssm:" + parameter), "minCount": 1, "maxCount": 1]
            #expect(try rig.ec2("RunInstances", input).at("instances.0.imageId") == id)
        }
    }

    @Test("unknown instances are refused in AWS's words")
    func unknown() throws {
        var rig = FleetRig()
        #expect(
            try rig.refusal(ec2: "DescribeInstances", ["instanceIds": ["i-1"]])?.message
                == "The instance ID 'i-1' does not exist")
        #expect(
            try rig.refusal(ec2: "TerminateInstances", ["instanceIds": ["i-1", "i-2"]])?.message
                == "The instance IDs 'i-1, i-2' do not exist")
    }

    @Test("a subnet with an instance in it stays")
    func dependency() throws {
        var rig = FleetRig()
        let reply = try rig.ec2("RunInstances", Self.input)
        let subnet = try #require(reply.at("instances.0.subnetId"))
        #expect(try rig.refusal(ec2: "DeleteSubnet", ["subnetId": subnet])?.code == "DependencyViolation")
        let shown = try rig.ec2("DescribeSubnets", ["subnetIds": [subnet]])
        #expect(shown.at("subnets.0.availableIpAddressCount") == 4089)
    }
}
