import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("EC2 networks")
struct NetworkTests {
    @Test("a new region has a default subnet in each of its three zones")
    func defaults() throws {
        var rig = FleetRig()
        let vpcs = try rig.ec2("DescribeVpcs", ["filters": [["name": "is-default", "values": ["true"]]]])
        #expect(vpcs.at("vpcs.0.cidrBlock") == "172.31.0.0/16")
        let vpc = try #require(vpcs.at("vpcs.0.vpcId")?.string)
        let filters: Value = [
            ["name": "vpc-id", "values": [.string(vpc)]], ["name": "default-for-az", "values": ["true"]],
        ]
        let subnets = try rig.ec2("DescribeSubnets", ["filters": filters])
        #expect(
            subnets["subnets"]?.list?.compactMap { $0["availabilityZone"]?.string }
                == ["eu-west-1a", "eu-west-1b", "eu-west-1c"])
        #expect(subnets.at("subnets.0.availableIpAddressCount") == 4091)
        #expect(subnets.at("subnets.0.availabilityZoneId") == "euw1-az1")
    }

    @Test("subnets lie in their VPC and do not overlap")
    func subnets() throws {
        var rig = FleetRig()
        let vpc = try #require(try rig.ec2("CreateVpc", ["cidrBlock": "10.11.0.0/16"]).at("vpc.vpcId"))
        let input: Value = ["vpcId": vpc, "cidrBlock": "10.11.1.0/24", "availabilityZone": "eu-west-1b"]
        #expect(try rig.ec2("CreateSubnet", input).at("subnet.availableIpAddressCount") == 251)
        #expect(try rig.refusal(ec2: "CreateSubnet", input)?.code == "InvalidSubnet.Conflict")
        let outside: Value = ["vpcId": vpc, "cidrBlock": "10.12.1.0/24"]
        #expect(try rig.refusal(ec2: "CreateSubnet", outside)?.code == "InvalidSubnet.Range")
    }

    @Test("a VPC goes only after what is in it, and takes its own group and table along")
    func deleteVpc() throws {
        var rig = FleetRig()
        let vpc = try #require(try rig.ec2("CreateVpc", ["cidrBlock": "10.11.0.0/16"]).at("vpc.vpcId"))
        let group = try rig.ec2("CreateSecurityGroup", ["groupName": "web", "description": "web", "vpcId": vpc])
        #expect(try rig.refusal(ec2: "DeleteVpc", ["vpcId": vpc])?.code == "DependencyViolation")
        _ = try rig.ec2("DeleteSecurityGroup", ["groupId": group["groupId"] ?? ""])
        _ = try rig.ec2("DeleteVpc", ["vpcId": vpc])
        let filter: Value = ["filters": [["name": "vpc-id", "values": [vpc]]]]
        #expect(try rig.ec2("DescribeSecurityGroups", filter)["securityGroups"] == [])
        #expect(try rig.ec2("DescribeRouteTables", filter)["routeTables"] == [])
        #expect(try rig.refusal(ec2: "DescribeVpcs", ["vpcIds": [vpc]])?.code == "InvalidVpcID.NotFound")
    }

    @Test("a rule is taken once")
    func rules() throws {
        var rig = FleetRig()
        let group = try rig.ec2("CreateSecurityGroup", ["groupName": "web", "description": "web"])
        let rule: Value = [
            "groupId": group["groupId"] ?? "",
            "ipPermissions": [
                ["ipProtocol": "tcp", "fromPort": 80, "toPort": 80, "ipRanges": [["cidrIp": "0.0.0.0/0"]]]
            ],
        ]
        let added = try rig.ec2("AuthorizeSecurityGroupIngress", rule)
        #expect(added.at("securityGroupRules.0.cidrIpv4") == "0.0.0.0/0")
        #expect(
            try rig.refusal(ec2: "AuthorizeSecurityGroupIngress", rule)?.message
                == "the specified rule \"peer: 0.0.0.0/0, TCP, from port: 80, to port: 80, ALLOW\" already exists")
        let filters: Value = [["name": "ip-permission.from-port", "values": ["80"]]]
        let shown = try rig.ec2("DescribeSecurityGroups", ["filters": filters])
        #expect(shown.at("securityGroups.0.groupName") == "web")
        let twice: Value = ["groupName": "web", "description": "again"]
        #expect(try rig.refusal(ec2: "CreateSecurityGroup", twice)?.code == "InvalidGroup.Duplicate")
    }

    @Test("an internet gateway is at one VPC, and goes only when it is at none")
    func gateways() throws {
        var rig = FleetRig()
        let id = try #require(try rig.ec2("CreateInternetGateway").at("internetGateway.internetGatewayId"))
        let vpc = try #require(try rig.ec2("CreateVpc", ["cidrBlock": "10.0.0.0/16"]).at("vpc.vpcId"))
        let both: Value = ["internetGatewayId": id, "vpcId": vpc]
        _ = try rig.ec2("AttachInternetGateway", both)
        #expect(try rig.refusal(ec2: "AttachInternetGateway", both)?.code == "Resource.AlreadyAssociated")
        #expect(try rig.refusal(ec2: "DeleteInternetGateway", both)?.code == "DependencyViolation")
        _ = try rig.ec2("DetachInternetGateway", both)
        _ = try rig.ec2("DeleteInternetGateway", both)
        #expect(try rig.refusal(ec2: "DetachInternetGateway", both)?.code == "InvalidInternetGatewayID.NotFound")
    }

    @Test("tags are put, found by filters and taken away")
    func tags() throws {
        var rig = FleetRig()
        let id = try #require(try rig.ec2("DescribeSubnets").at("subnets.0.subnetId"))
        _ = try rig.ec2("CreateTags", ["resources": [id], "tags": [["key": "tier", "value": "web"]]])
        let filter: Value = ["filters": [["name": "tag:tier", "values": ["w*"]]]]
        #expect(try rig.ec2("DescribeSubnets", filter).at("subnets.0.subnetId") == id)
        #expect(
            try rig.ec2("DescribeTags", ["filters": [["name": "resource-id", "values": [id]]]])["tags"]
                == [["key": "tier", "value": "web", "resourceId": id, "resourceType": "subnet"]])
        _ = try rig.ec2("DeleteTags", ["resources": [id], "tags": [["key": "tier", "value": "db"]]])
        #expect(try rig.ec2("DescribeSubnets", filter)["subnets"]?.list?.count == 1)
        _ = try rig.ec2("DeleteTags", ["resources": [id], "tags": [["key": "tier"]]])
        #expect(try rig.ec2("DescribeSubnets", filter)["subnets"] == [])
        let reserved: Value = ["resources": [id], "tags": [["key": "aws:x", "value": "y"]]]
        #expect(try rig.refusal(ec2: "CreateTags", reserved)?.code == "InvalidParameterValue")
    }

    @Test("a filter that AWS does not know is refused")
    func unknownFilter() throws {
        var rig = FleetRig()
        let input: Value = ["filters": [["name": "colour", "values": ["red"]]]]
        #expect(try rig.refusal(ec2: "DescribeVpcs", input)?.message == "The filter 'colour' is invalid")
    }

    @Test("a dry run changes nothing")
    func dryRun() throws {
        var rig = FleetRig()
        let refusal = try rig.refusal(ec2: "CreateVpc", ["cidrBlock": "10.0.0.0/16", "dryRun": true])
        #expect(refusal?.code == "DryRunOperation")
        #expect(refusal?.status == 412)
        #expect(try rig.ec2("DescribeVpcs")["vpcs"]?.list?.count == 1)
    }

    @Test(
        "wildcards match as AWS's do",
        arguments: [
            ("*", "", true), ("web-*", "web-1", true), ("web-?", "web-12", false), ("*b*c", "abxc", true),
            ("a", "ab", false),
        ])
    func wildcards(pattern: String, text: String, matches: Bool) {
        #expect(Wildcard(pattern).matches(text) == matches)
    }
}
