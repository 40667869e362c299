import Model
import Simulation

/// Reading instances, their disks and interfaces.
enum InstanceReads {
    static let operations: [LocalOperation] = [
        .read("DescribeInstances", describe), .read("DescribeInstanceStatus", describeStatus),
        .read("DescribeInstanceAttribute", describeAttribute),
        .read("DescribeVolumes") { world, request throws(Refusal) in
            let rows = world.liveByAge.flatMap { InstanceView($0, world).volumes }
            return try volume.describe(world, request, rows: rows)
        },
        .read("DescribeNetworkInterfaces") { world, request throws(Refusal) in
            let rows = world.liveByAge.filter { !$0.subnet.isEmpty }.map { InstanceView($0, world).networkInterfaceRow }
            return try networkInterface.describe(world, request, rows: rows)
        },
    ]

    static let filters = [
        "instance-id": "instanceId", "instance-state-name": "state.name", "instance-state-code": "state.code",
        "availability-zone": "placement.availabilityZone", "vpc-id": "vpcId", "subnet-id": "subnetId",
        "instance-lifecycle": "instanceLifecycle", "private-ip-address": "privateIpAddress",
        "private-dns-name": "privateDnsName", "ip-address": "publicIpAddress", "dns-name": "publicDnsName",
        "image-id": "imageId", "instance-type": "instanceType", "key-name": "keyName", "architecture": "architecture",
        "group-id": "securityGroups.groupId", "instance.group-id": "securityGroups.groupId",
        "group-name": "securityGroups.groupName", "instance.group-name": "securityGroups.groupName",
        "client-token": "clientToken", "iam-instance-profile.arn": "iamInstanceProfile.arn",
        "network-interface.network-interface-id": "networkInterfaces.networkInterfaceId",
        "network-interface.addresses.private-ip-address": "networkInterfaces.privateIpAddresses.privateIpAddress",
        "block-device-mapping.volume-id": "blockDeviceMappings.ebs.volumeId", "reservation-id": "reservationId",
        "spot-instance-request-id": "spotInstanceRequestId", "monitoring-state": "monitoring.state",
        "tenancy": "placement.tenancy", "root-device-type": "rootDeviceType", "state-reason-code": "stateReason.code",
        "launch-time": "launchTime", "owner-id": "ownerId",
    ]
    private static let volume = EC2Kind(
        table: "", id: "volumeId", list: "volumes", ids: "volumeIds", missing: "InvalidVolume.NotFound",
        noun: "volume",
        filters: [
            "volume-id": "volumeId", "attachment.instance-id": "attachments.instanceId",
            "attachment.device": "attachments.device", "attachment.status": "attachments.state", "status": "state",
            "availability-zone": "availabilityZone", "volume-type": "volumeType", "size": "size",
            "encrypted": "encrypted", "snapshot-id": "snapshotId",
        ])
    private static let networkInterface = EC2Kind(
        table: "", id: "networkInterfaceId", list: "networkInterfaces", ids: "networkInterfaceIds",
        missing: "InvalidNetworkInterfaceID.NotFound", noun: "networkInterface ID",
        filters: [
            "network-interface-id": "networkInterfaceId", "attachment.instance-id": "attachment.instanceId",
            "vpc-id": "vpcId", "subnet-id": "subnetId", "group-id": "groups.groupId", "status": "status",
            "availability-zone": "availabilityZone", "private-ip-address": "privateIpAddress",
            "addresses.private-ip-address": "privateIpAddresses.privateIpAddress", "description": "description",
        ])

    /// The instances that a request names, all of them when it names none.
    static func named(_ world: World, _ request: LocalRequest) throws(Refusal) -> [Simulation.Instance] {
        let ids = request.texts("instanceIds")
        if ids.isEmpty { return world.instancesByAge }
        return try InstanceStates.find(ids, world).compactMap { world.fleet.instances[$0] }
    }

    private static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let rows = try named(world, request).map { instance in
            let view = InstanceView(instance, world)
            return view.row.overlaid(with: [
                "reservationId": .string(view.reservation), "ownerId": .string(world.place.account),
            ])
        }
        let found = try EC2Filters(request).select(rows, filters)
        let page = try request.page(found, size: 1000, invalidToken: "InvalidNextToken")
        var order: [String] = []
        var reservations: [String: [Value]] = [:]
        for row in page.items {
            let id = row["reservationId"]?.string ?? ""
            if reservations[id] == nil { order.append(id) }
            reservations[id, default: []].append(row)
        }
        let shown = order.map { reservation($0, reservations[$0] ?? [], world) }
        return .known(["reservations": .list(shown), "nextToken": .text(page.next)])
    }

    /// A reservation: what one RunInstances started.
    static func reservation(_ id: String, _ instances: [Value], _ world: World) -> Value {
        [
            "reservationId": .string(id), "ownerId": .string(world.place.account), "groups": [],
            "instances": .list(instances),
        ]
    }

    private static func describeStatus(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let all = request["includeAllInstances"]?.bool == true
        let instances = try named(world, request).filter { all || $0.state == .running }
        let rows = try EC2Filters(request).select(
            instances.map(status),
            [
                "availability-zone": "availabilityZone", "instance-state-name": "instanceState.name",
                "instance-state-code": "instanceState.code", "instance-status.status": "instanceStatus.status",
                "system-status.status": "systemStatus.status",
                "instance-status.reachability": "instanceStatus.details.status",
            ])
        let page = try request.page(rows, size: 1000, invalidToken: "InvalidNextToken")
        return .known(["instanceStatuses": .list(page.items), "nextToken": .text(page.next)])
    }

    private static func status(_ instance: Simulation.Instance) -> Value {
        let runs = instance.state == .running
        let summary: Value =
            runs
            ? ["status": "ok", "details": [["name": "reachability", "status": "passed"]]]
            : ["status": "not-applicable", "details": []]
        return [
            "instanceId": .string(instance.id), "availabilityZone": .string(instance.zone),
            "availabilityZoneId": .string(Zones.id(instance.zone)), "instanceState": InstanceView.shown(instance.state),
            "instanceStatus": summary, "systemStatus": summary, "events": [],
        ]
    }

    private static func describeAttribute(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let ids = try InstanceStates.find([request.text("instanceId") ?? ""], world)
        guard let instance = ids.first.flatMap({ world.fleet.instances[$0] }) else { return .emptyObject }
        let name = request.text("attribute") ?? ""
        let row = InstanceView(instance, world).row
        let value: Value
        switch name {
        case "userData": value = .known(["value": instance.data["userData"]])
        case "groupSet":
            return ["instanceId": .string(instance.id), "groups": row["securityGroups"] ?? []]
        case "blockDeviceMapping":
            return ["instanceId": .string(instance.id), "blockDeviceMappings": row["blockDeviceMappings"] ?? []]
        case "disableApiTermination", "disableApiStop": value = ["value": instance.data[name] ?? false]
        case "instanceInitiatedShutdownBehavior": value = ["value": instance.data[name] ?? "stop"]
        default: value = .known(["value": row[name]])
        }
        return ["instanceId": .string(instance.id), name: value]
    }
}

extension World {
    /// Instances that are not terminated, by age.
    var liveByAge: [Simulation.Instance] { instancesByAge.filter { $0.state != .terminated } }
}
