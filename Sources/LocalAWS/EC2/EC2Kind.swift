import Model
import Simulation

/// A kind of EC2 resource that is only written down: where its rows stand and how it is asked for.
struct EC2Kind: Sendable {
    /// The registry's table.
    let table: String
    /// The row's member that holds the id.
    let id: String
    /// The reply's list.
    let list: String
    /// The request's list of ids.
    let ids: String
    /// AWS's code for an id that nobody gave out.
    let missing: String
    /// What AWS calls it in its texts.
    let noun: String
    /// Where a filter's facts stand in a row.
    let filters: [String: String]

    static let vpc = EC2Kind(
        table: "ec2/vpc", id: "vpcId", list: "vpcs", ids: "vpcIds", missing: "InvalidVpcID.NotFound", noun: "vpc ID",
        filters: [
            "vpc-id": "vpcId", "cidr": "cidrBlock",
            "cidr-block-association.cidr-block":
                "cidrBlockAssociationSet.cidrBlock", "dhcp-options-id": "dhcpOptionsId", "is-default": "isDefault",
            "isDefault": "isDefault", "owner-id": "ownerId", "state": "state",
        ])
    static let subnet = EC2Kind(
        table: "ec2/subnet", id: "subnetId", list: "subnets", ids: "subnetIds", missing: "InvalidSubnetID.NotFound",
        noun: "subnet ID",
        filters: [
            "subnet-id": "subnetId", "vpc-id": "vpcId", "availability-zone": "availabilityZone",
            "availabilityZone": "availabilityZone", "availability-zone-id": "availabilityZoneId",
            "availabilityZoneId": "availabilityZoneId", "cidr": "cidrBlock", "cidr-block": "cidrBlock",
            "cidrBlock": "cidrBlock", "default-for-az": "defaultForAz", "defaultForAz": "defaultForAz",
            "map-public-ip-on-launch": "mapPublicIpOnLaunch", "owner-id": "ownerId", "state": "state",
            "subnet-arn": "subnetArn", "available-ip-address-count": "availableIpAddressCount",
        ])
    static let securityGroup = EC2Kind(
        table: "ec2/security-group", id: "groupId", list: "securityGroups", ids: "groupIds",
        missing: "InvalidGroup.NotFound", noun: "security group",
        filters: [
            "group-id": "groupId", "group-name": "groupName", "vpc-id": "vpcId", "description": "description",
            "owner-id": "ownerId", "ip-permission.cidr": "ipPermissions.ipRanges.cidrIp",
            "ip-permission.from-port": "ipPermissions.fromPort", "ip-permission.to-port": "ipPermissions.toPort",
            "ip-permission.protocol": "ipPermissions.ipProtocol",
            "ip-permission.group-id": "ipPermissions.userIdGroupPairs.groupId",
            "egress.ip-permission.cidr": "ipPermissionsEgress.ipRanges.cidrIp",
        ])
    static let internetGateway = EC2Kind(
        table: "ec2/internet-gateway", id: "internetGatewayId", list: "internetGateways", ids: "internetGatewayIds",
        missing: "InvalidInternetGatewayID.NotFound", noun: "internetGateway ID",
        filters: [
            "internet-gateway-id": "internetGatewayId", "attachment.vpc-id": "attachments.vpcId",
            "attachment.state": "attachments.state", "owner-id": "ownerId",
        ])
    static let routeTable = EC2Kind(
        table: "ec2/route-table", id: "routeTableId", list: "routeTables", ids: "routeTableIds",
        missing: "InvalidRouteTableID.NotFound", noun: "routeTable ID",
        filters: [
            "route-table-id": "routeTableId", "vpc-id": "vpcId", "owner-id": "ownerId",
            "association.main": "associations.main", "association.subnet-id": "associations.subnetId",
            "association.route-table-association-id": "associations.routeTableAssociationId",
            "route.gateway-id": "routes.gatewayId", "route.destination-cidr-block": "routes.destinationCidrBlock",
        ])
    static let keyPair = EC2Kind(
        table: "ec2/key-pair", id: "keyPairId", list: "keyPairs", ids: "keyPairIds",
        missing: "InvalidKeyPair.NotFound", noun: "key pair",
        filters: ["key-name": "keyName", "key-pair-id": "keyPairId", "fingerprint": "keyFingerprint"])

    /// All rows in a world, oldest first.
    func rows(_ world: World) -> [Value] { world.registry[table].values }

    /// The row of this id; AWS's refusal when there is none.
    func row(_ key: String, in world: World) throws(Refusal) -> Value {
        guard let row = world.registry[table][key] else { throw notFound(key) }
        return row
    }

    /// The refusal for an id that nobody gave out.
    func notFound(_ key: String) -> Refusal { Refusal(missing, "The \(noun) '\(key)' does not exist") }

    /// The reply of the kind's Describe.
    func describe(
        _ world: World, _ request: LocalRequest, rows given: [Value]? = nil, size: Int = 1000
    ) throws(Refusal) -> Value {
        var rows = given ?? self.rows(world)
        let wanted = request.texts(ids)
        for key in wanted where !rows.contains(where: { $0[id]?.string == key }) { throw notFound(key) }
        if !wanted.isEmpty { rows.removeAll { !wanted.contains($0[id]?.string ?? "") } }
        let found = try EC2Filters(request).select(rows, filters)
        let page = try request.page(found, size: size, invalidToken: "InvalidNextToken")
        return .known([list: .list(page.items), "nextToken": .text(page.next)])
    }

    /// Refuses as AWS does for something that others hold on to.
    func inUse(_ key: String) -> Refusal {
        let name = noun.hasSuffix(" ID") ? String(noun.dropLast(3)) : noun
        return Refusal("DependencyViolation", "The \(name) '\(key)' has dependencies and cannot be deleted.")
    }
}
