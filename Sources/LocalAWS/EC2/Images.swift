import AWSWire
import Model
import Simulation

/// Machine images: the account's region holds Amazon's; any other well-formed id stands for an image of its own.
enum Images {
    static let operations: [LocalOperation] = [.read("DescribeImages", describe)]

    private static let filters = [
        "image-id": "imageId", "name": "name", "architecture": "architecture", "owner-id": "ownerId",
        "owner-alias": "imageOwnerAlias", "state": "state", "virtualization-type": "virtualizationType",
        "root-device-type": "rootDeviceType", "root-device-name": "rootDeviceName", "image-type": "imageType",
        "is-public": "public", "description": "description", "hypervisor": "hypervisor", "platform": "platform",
        "ena-support": "enaSupport", "creation-date": "creationDate",
        "block-device-mapping.volume-type": "blockDeviceMappings.ebs.volumeType",
    ]

    /// An image's row; nil for an id that is not well-formed.
    static func row(_ id: String, in world: World) -> Value? {
        if let row = world.registry["ec2/image"][id] { return row }
        guard isWellFormed(id) else { return nil }
        return made(
            id, name: id, description: "An image of the account's own", arm: false, root: ("gp2", 8),
            owner: world.place.account, alias: nil, created: "2020-01-01T00:00:00.000Z")
    }

    /// True for `ami-` and letters or digits, as people's examples have them.
    static func isWellFormed(_ id: String) -> Bool {
        id.hasPrefix("ami-") && id.count > 4
            && id.dropFirst(4).allSatisfy { ($0.isLetter || $0.isNumber) && $0.isASCII && !$0.isUppercase }
    }

    /// The id behind `resolve:ssm:…`, and any other id as it is.
    static func resolved(_ id: String, in world: World) -> String {
        guard id.hasPrefix("resolve:ssm:") else { return id }
        let name = id.dropFirst("resolve:ssm:".count)
        let bare = name.split(separator: ":").first.map(String.init) ?? ""
        return world.registry["ssm/parameter"][bare]?["value"]?.string.map(imageID) ?? id
    }

    /// The image that a parameter's value names: the value itself, or `image_id` of ECS's recommendation.
    private static func imageID(_ value: String) -> String {
        guard value.hasPrefix("{") else { return value }
        do { return try JSON.parse(Array(value.utf8))["image_id"]?.string ?? value } catch { return value }
    }

    /// A row as DescribeImages shows it; `root` is the root volume's type and GiB.
    static func made(
        _ id: String, name: String, description: String, arm: Bool, root: (type: String, size: Int), owner: String,
        alias: String?, created: String
    ) -> Value {
        let disk: Value = [
            "deviceName": "/dev/xvda",
            "ebs": [
                "deleteOnTermination": true, "snapshotId": .string("snap-" + id.dropFirst(4)),
                "volumeSize": .integer(root.size), "volumeType": .string(root.type), "encrypted": false,
            ],
        ]
        return .known([
            "imageId": .string(id), "name": .string(name), "description": .string(description),
            "architecture": arm ? "arm64" : "x86_64", "ownerId": .string(owner), "imageOwnerAlias": .text(alias),
            "imageLocation": .string("\(alias ?? owner)/\(name)"), "imageType": "machine",
            "public": .bool(alias != nil),
            "state": "available", "rootDeviceName": "/dev/xvda", "rootDeviceType": "ebs", "virtualizationType": "hvm",
            "hypervisor": "xen", "enaSupport": true, "sriovNetSupport": "simple", "platformDetails": "Linux/UNIX",
            "usageOperation": "RunInstances", "creationDate": .string(created), "blockDeviceMappings": [disk],
            "tags": [],
        ])
    }

    private static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let filters = EC2Filters(request)
        let wanted = request.texts("imageIds")
        for id in wanted where row(id, in: world) == nil {
            throw Refusal("InvalidAMIID.Malformed", "Invalid id: \"\(id)\"")
        }
        var rows = world.registry["ec2/image"].values
        let named = wanted + (filters.values("image-id") ?? []).filter(isWellFormed)
        for id in named where world.registry["ec2/image"][id] == nil {
            if let row = row(id, in: world) { rows.append(row) }
        }
        if !wanted.isEmpty { rows.removeAll { !wanted.contains($0["imageId"]?.string ?? "") } }
        rows.removeAll { !isOwned($0, request.texts("owners"), world) }
        let found = try filters.select(rows, self.filters)
        let page = try request.page(found, size: 1000, invalidToken: "InvalidNextToken")
        return .known(["images": .list(page.items), "nextToken": .text(page.next)])
    }

    private static func isOwned(_ row: Value, _ owners: [String], _ world: World) -> Bool {
        owners.isEmpty
            || owners.contains { owner in
                let account = owner == "self" ? world.place.account : owner
                return row["ownerId"]?.string == account || row["imageOwnerAlias"]?.string == account
            }
    }
}
