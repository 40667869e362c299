import Model
import Simulation

/// Rows of DescribeInstances.
extension InstanceView {
    /// The instance as DescribeInstances shows it.
    var row: Value {
        isGone ? kept : kept.overlaid(with: network)
    }

    private var isGone: Bool { instance.state == .terminated }

    /// What AWS shows of an instance in any state.
    private var kept: Value {
        .known([
            "instanceId": .string(instance.id), "imageId": .string(imageID), "state": Self.shown(instance.state),
            "instanceType": .string(instance.instanceType), "keyName": data["keyName"],
            "launchTime": instance.launchedAt.shown, "amiLaunchIndex": data["amiLaunchIndex"] ?? 0,
            "placement": placement, "monitoring": monitoring, "architecture": arm ? "arm64" : "x86_64",
            "rootDeviceName": image?["rootDeviceName"], "rootDeviceType": "ebs", "virtualizationType": "hvm",
            "hypervisor": "xen", "enaSupport": true, "ebsOptimized": data["ebsOptimized"] ?? false,
            "productCodes": [], "instanceLifecycle": instance.isSpot ? "spot" : nil,
            "spotInstanceRequestId": instance.isSpot ? .string(id("sir-", part: 201)) : nil,
            "tags": instance.tags, "stateTransitionReason": .string(instance.stateReason), "stateReason": stateReason,
            "clientToken": data["clientToken"] ?? "", "iamInstanceProfile": profile, "cpuOptions": cpus,
            "metadataOptions": metadata, "enclaveOptions": ["enabled": false],
            "hibernationOptions": ["configured": false], "platformDetails": "Linux/UNIX",
            "usageOperation": "RunInstances", "usageOperationUpdateTime": instance.launchedAt.shown,
            "capacityReservationSpecification": ["capacityReservationPreference": "open"],
            "maintenanceOptions": ["autoRecovery": "default", "rebootMigration": "default"],
            "currentInstanceBootMode": "legacy-bios", "blockDeviceMappings": isGone ? [] : devices,
            "networkInterfaces": isGone || vpc == nil ? [] : [networkInterface],
            "securityGroups": isGone ? [] : groups, "privateDnsName": isGone ? "" : .string(privateDNS),
            "publicDnsName": .string(publicDNS ?? ""),
        ])
    }

    private var network: Value {
        .known([
            "privateIpAddress": .string(instance.privateAddress), "publicIpAddress": .text(publicAddress),
            "subnetId": instance.subnet.isEmpty ? nil : .string(instance.subnet), "vpcId": .text(vpc),
            "sourceDestCheck": vpc == nil ? nil : true,
            "privateDnsNameOptions": [
                "hostnameType": "ip-name", "enableResourceNameDnsARecord": false,
                "enableResourceNameDnsAAAARecord": false,
            ],
        ])
    }

    private var placement: Value {
        .known([
            "availabilityZone": .string(instance.zone), "availabilityZoneId": .string(Zones.id(instance.zone)),
            "tenancy": data["placement"]?["tenancy"] ?? "default", "groupName": data["placement"]?["groupName"] ?? "",
        ])
    }

    private var monitoring: Value {
        let isOn = (data["monitoring"] ?? data["instanceMonitoring"])?["enabled"]?.bool == true
        return ["state": isOn ? "enabled" : "disabled"]
    }

    private var stateReason: Value? {
        guard instance.state != .running, instance.state != .pending, !instance.stateReason.isEmpty else { return nil }
        let isSpot = instance.interruptionAt != nil
        return isSpot
            ? [
                "code": "Server.SpotInstanceTermination",
                "message": "Server.SpotInstanceTermination: Spot instance termination",
            ]
            : [
                "code": "Client.UserInitiatedShutdown",
                "message": "Client.UserInitiatedShutdown: User initiated shutdown",
            ]
    }

    private var profile: Value? {
        guard let given = data["iamInstanceProfile"] else { return nil }
        // A launch configuration holds a text, a template an object.
        let word = given["name"]?.string ?? given["arn"]?.string ?? given.string
        guard let word else { return nil }
        let arn = word.hasPrefix("arn:") ? word : "arn:aws:iam::\(world.place.account):instance-profile/\(word)"
        let name = arn.split(separator: "/").last.map(String.init) ?? ""
        let known = world.registry["iam/instance-profile"][name]?["instanceProfileId"]
        return ["arn": .string(arn), "id": known ?? .string("AIPA" + world.hex(17, instance.ordinal).uppercased())]
    }

    private var cpus: Value? {
        guard let type = InstanceType.named(instance.instanceType) else { return nil }
        let threads = arm || type.cpus == 1 ? 1 : 2
        return ["coreCount": .integer(type.cpus / threads), "threadsPerCore": .integer(threads)]
    }

    private var metadata: Value {
        let given = data["metadataOptions"]
        return [
            "state": "applied", "httpTokens": given?["httpTokens"] ?? "optional",
            "httpPutResponseHopLimit": given?["httpPutResponseHopLimit"] ?? 1,
            "httpEndpoint": given?["httpEndpoint"] ?? "enabled",
            "httpProtocolIpv6": given?["httpProtocolIpv6"] ?? "disabled",
            "instanceMetadataTags": given?["instanceMetadataTags"] ?? "disabled",
        ]
    }
}
