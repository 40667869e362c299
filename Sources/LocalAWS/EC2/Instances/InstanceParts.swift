import Model
import Simulation

/// An instance's disks and network interface.
extension InstanceView {
    /// The disks: the image's, then those that the instance was started with, by device.
    var disks: [(device: String, ebs: Value)] {
        var disks: [(device: String, ebs: Value)] = []
        let mappings = (image?["blockDeviceMappings"]?.list ?? []) + (data["blockDeviceMappings"]?.list ?? [])
        for mapping in mappings {
            guard let device = mapping["deviceName"]?.string else { continue }
            let place = disks.firstIndex { $0.device == device }
            if mapping["noDevice"] != nil {
                if let place { disks.remove(at: place) }
            } else if let ebs = mapping["ebs"] {
                if let place {
                    disks[place].ebs = disks[place].ebs.overlaid(with: ebs)
                } else {
                    disks.append((device, ebs))
                }
            }
        }
        return disks
    }

    /// As DescribeInstances lists them.
    var devices: Value {
        .list(
            disks.enumerated().map { index, disk in
                [
                    "deviceName": .string(disk.device),
                    "ebs": [
                        "volumeId": .string(id("vol-", part: index)), "status": "attached",
                        "attachTime": instance.launchedAt.shown,
                        "deleteOnTermination": disk.ebs["deleteOnTermination"] ?? true,
                    ],
                ]
            })
    }

    /// As DescribeVolumes lists them.
    var volumes: [Value] {
        disks.enumerated().map { index, disk in
            let type = disk.ebs["volumeType"]?.string ?? "gp2"
            let volume = id("vol-", part: index)
            return .known([
                "volumeId": .string(volume), "size": disk.ebs["volumeSize"] ?? 8, "volumeType": .string(type),
                "iops": disk.ebs["iops"] ?? (type == "gp3" ? 3000 : type == "gp2" ? 100 : nil),
                "throughput": disk.ebs["throughput"] ?? (type == "gp3" ? 125 : nil),
                "encrypted": disk.ebs["encrypted"] ?? false, "kmsKeyId": disk.ebs["kmsKeyId"],
                "snapshotId": disk.ebs["snapshotId"] ?? "", "availabilityZone": .string(instance.zone),
                "state": "in-use", "createTime": instance.launchedAt.shown, "multiAttachEnabled": false,
                "tags": tags(volume, "volume"),
                "attachments": [
                    [
                        "volumeId": .string(volume), "instanceId": .string(instance.id),
                        "device": .string(disk.device), "state": "attached", "attachTime": instance.launchedAt.shown,
                        "deleteOnTermination": disk.ebs["deleteOnTermination"] ?? true,
                    ]
                ],
            ])
        }
    }

    /// The tags of one of its parts: those it was started with, then those that were put later.
    private func tags(_ id: String, _ type: String) -> Value {
        world.registry["ec2/tags"][id]?["tags"]
            ?? LocalRequest.tags(data["tagSpecifications"]?.list ?? [], for: type)
    }

    /// As DescribeInstances shows it.
    var networkInterface: Value {
        let attachment: Value = [
            "attachmentId": .string(id("eni-attach-", part: 101)), "deviceIndex": 0, "networkCardIndex": 0,
            "status": "attached", "attachTime": instance.launchedAt.shown,
            "deleteOnTermination": interface?["deleteOnTermination"] ?? true,
        ]
        let association = publicAddress.map { address -> Value in
            ["publicIp": .string(address), "publicDnsName": .string(publicDNS ?? ""), "ipOwnerId": "amazon"]
        }
        let address: Value = .known([
            "primary": true, "privateIpAddress": .string(instance.privateAddress),
            "privateDnsName": .string(privateDNS), "association": association,
        ])
        return .known([
            "networkInterfaceId": .string(id("eni-", part: 100)), "attachment": attachment,
            "association": association, "description": interface?["description"] ?? "", "groups": groups,
            "ipv6Addresses": [], "macAddress": .string(mac), "ownerId": .string(world.place.account),
            "privateDnsName": .string(privateDNS), "privateIpAddress": .string(instance.privateAddress),
            "privateIpAddresses": [address], "sourceDestCheck": true, "status": "in-use",
            "subnetId": .string(instance.subnet), "vpcId": .text(vpc), "interfaceType": "interface",
        ])
    }

    /// As DescribeNetworkInterfaces shows it.
    var networkInterfaceRow: Value {
        var row = networkInterface
        let tags = tags(id("eni-", part: 100), "network-interface")
        var attachment = row["attachment"] ?? .emptyObject
        attachment["instanceId"] = .string(instance.id)
        attachment["instanceOwnerId"] = .string(world.place.account)
        row["attachment"] = attachment
        row["availabilityZone"] = .string(instance.zone)
        row["requesterManaged"] = false
        row["tagSet"] = tags
        row["tags"] = tags
        return row
    }

    private var mac: String {
        let digits = Array(world.hex(10, instance.ordinal &+ 102 << 40))
        return "02:" + (0..<5).map { String(digits[($0 * 2)...($0 * 2 + 1)]) }.joined(separator: ":")
    }
}
