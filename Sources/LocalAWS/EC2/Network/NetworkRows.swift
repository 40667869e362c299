import Model
import Simulation

/// Writes networks into a world, as requests and a new account do.
enum NetworkRows {
    /// A VPC with what AWS makes along with it: the default security group and the main route table.
    static func makeVpc(_ world: inout World, _ block: CIDR, isDefault: Bool, tags: Value) -> String {
        let id = world.mintID("vpc-")
        let association: Value = [
            "associationId": .string(world.mintID("vpc-cidr-assoc-")), "cidrBlock": .string(block.text),
            "cidrBlockState": ["state": "associated"],
        ]
        world.registry["ec2/vpc"][id] = [
            "vpcId": .string(id), "cidrBlock": .string(block.text), "state": "available",
            "dhcpOptionsId": .string(dhcpOptions(&world)), "ownerId": .string(world.place.account),
            "instanceTenancy": "default", "isDefault": .bool(isDefault), "cidrBlockAssociationSet": [association],
            "ipv6CidrBlockAssociationSet": [], "tags": tags, "enableDnsSupport": true,
            "enableDnsHostnames": .bool(isDefault),
        ]
        _ = makeGroup(&world, "default", "default VPC security group", vpc: id, tags: [])
        makeRouteTable(&world, vpc: id, block)
        return id
    }

    static func makeSubnet(_ world: inout World, _ block: CIDR, zone: String, vpc: String, isDefault: Bool, tags: Value)
        -> String
    {
        let id = world.mintID("subnet-")
        let options: Value = [
            "hostnameType": "ip-name", "enableResourceNameDnsARecord": false, "enableResourceNameDnsAAAARecord": false,
        ]
        world.registry["ec2/subnet"][id] = [
            "subnetId": .string(id), "subnetArn": .string(world.place.arn("ec2", "subnet/\(id)")),
            "vpcId": .string(vpc), "cidrBlock": .string(block.text), "state": "available",
            "availabilityZone": .string(zone), "availabilityZoneId": .string(Zones.id(zone)),
            "availableIpAddressCount": .integer(block.size - 5), "defaultForAz": .bool(isDefault),
            "mapPublicIpOnLaunch": .bool(isDefault), "ownerId": .string(world.place.account),
            "assignIpv6AddressOnCreation": false, "mapCustomerOwnedIpOnLaunch": false, "enableDns64": false,
            "ipv6Native": false, "ipv6CidrBlockAssociationSet": [], "privateDnsNameOptionsOnLaunch": options,
            "tags": tags,
        ]
        return id
    }

    static func makeGroup(
        _ world: inout World, _ name: String, _ description: String, vpc: String, tags: Value
    ) -> String {
        let id = world.mintID("sg-")
        let all: Value = [
            "ipProtocol": "-1", "ipRanges": [["cidrIp": "0.0.0.0/0"]], "ipv6Ranges": [], "prefixListIds": [],
            "userIdGroupPairs": [],
        ]
        let own: Value = [
            "ipProtocol": "-1", "ipRanges": [], "ipv6Ranges": [], "prefixListIds": [],
            "userIdGroupPairs": [["groupId": .string(id), "userId": .string(world.place.account)]],
        ]
        world.registry["ec2/security-group"][id] = [
            "groupId": .string(id), "groupName": .string(name), "description": .string(description),
            "vpcId": .string(vpc), "ownerId": .string(world.place.account), "tags": tags,
            "securityGroupArn": .string(world.place.arn("ec2", "security-group/\(id)")),
            "ipPermissions": name == "default" ? [own] : [], "ipPermissionsEgress": [all],
        ]
        return id
    }

    static func makeGateway(_ world: inout World, vpc: String?, tags: Value) -> String {
        let id = world.mintID("igw-")
        let attachments = vpc.map { [["vpcId": .string($0), "state": "available"] as Value] } ?? []
        world.registry["ec2/internet-gateway"][id] = [
            "internetGatewayId": .string(id), "ownerId": .string(world.place.account),
            "attachments": .list(attachments), "tags": tags,
        ]
        return id
    }

    /// Lets a VPC's main route table send everything else through a gateway.
    static func route(_ world: inout World, vpc: String, to gateway: String) {
        for table in world.registry["ec2/route-table"].all where table.value["vpcId"]?.string == vpc {
            let route: Value = [
                "destinationCidrBlock": "0.0.0.0/0", "gatewayId": .string(gateway), "origin": "CreateRoute",
                "state": "active",
            ]
            world.registry["ec2/route-table"][table.key]?["routes"] = .list(
                (table.value["routes"]?.list ?? []) + [route])
        }
    }

    private static func makeRouteTable(_ world: inout World, vpc: String, _ block: CIDR) {
        let id = world.mintID("rtb-")
        let association: Value = [
            "main": true, "routeTableId": .string(id), "routeTableAssociationId": .string(world.mintID("rtbassoc-")),
            "associationState": ["state": "associated"],
        ]
        let local: Value = [
            "destinationCidrBlock": .string(block.text), "gatewayId": "local", "origin": "CreateRouteTable",
            "state": "active",
        ]
        world.registry["ec2/route-table"][id] = [
            "routeTableId": .string(id), "vpcId": .string(vpc), "ownerId": .string(world.place.account),
            "associations": [association], "routes": [local], "propagatingVgws": [], "tags": [],
        ]
    }

    /// All VPCs of a region share AWS's own DHCP options.
    private static func dhcpOptions(_ world: inout World) -> String {
        world.registry["ec2/vpc"].values.first?["dhcpOptionsId"]?.string ?? world.mintID("dopt-")
    }
}
