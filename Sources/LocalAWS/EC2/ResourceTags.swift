import Model
import Simulation

/// Tags on whatever EC2 has.
enum ResourceTags {
    static let operations: [LocalOperation] = [
        .write("CreateTags", create), .write("DeleteTags", delete), .read("DescribeTags", describe),
    ]

    /// How ids begin, the table that holds the rows, and what AWS calls the kind.
    private static let kinds: [(prefix: String, table: String, type: String)] = [
        ("vpc-", "ec2/vpc", "vpc"), ("subnet-", "ec2/subnet", "subnet"),
        ("sg-", "ec2/security-group", "security-group"), ("igw-", "ec2/internet-gateway", "internet-gateway"),
        ("rtb-", "ec2/route-table", "route-table"), ("key-", "ec2/key-pair", "key-pair"),
        ("lt-", LaunchTemplates.table, "launch-template"), ("ami-", "ec2/image", "image"),
        ("vol-", "ec2/tags", "volume"), ("eni-", "ec2/tags", "network-interface"),
    ]

    private static func kind(_ id: String) -> (prefix: String, table: String, type: String)? {
        kinds.first { id.hasPrefix($0.prefix) }
    }

    private static func create(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let tags = request.list("tags")
        if tags.contains(where: { $0["key"]?.string?.hasPrefix("aws:") == true }) {
            throw Refusal("InvalidParameterValue", "Tag keys starting with 'aws:' are reserved for internal use")
        }
        return try change(&world, request) { $0.tagged(with: tags) }
    }

    /// A tag with a value is taken away only when it has this value; no tags at all mean all of them.
    private static func delete(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let unwanted = request.list("tags")
        return try change(&world, request) { tags in
            let rows = (tags.list ?? []).filter { row in
                if row["key"]?.string?.hasPrefix("aws:") == true { return true }
                return !unwanted.isEmpty
                    && !unwanted.contains { tag in
                        tag["key"] == row["key"] && (tag["value"] == nil || tag["value"] == row["value"])
                    }
            }
            return .list(rows)
        }
    }

    private static func change(
        _ world: inout World, _ request: LocalRequest, _ change: (Value) -> Value
    ) throws(Refusal) -> Value {
        let ids = request.texts("resources")
        for id in ids { try check(id, world) }
        for id in ids {
            if let instance = world.fleet.instanceNames[id] {
                world.setInstanceTags(instance, change(world.fleet.instances[instance]?.tags ?? []))
            } else if let kind = kind(id) {
                var row = world.registry[kind.table][id] ?? .emptyObject
                row["tags"] = change(row["tags"] ?? [])
                world.registry[kind.table][id] = row
            }
        }
        return .emptyObject
    }

    private static func check(_ id: String, _ world: World) throws(Refusal) {
        if id.hasPrefix("i-") {
            _ = try InstanceStates.find([id], world)
            return
        }
        guard let kind = kind(id) else { throw Refusal("InvalidID", "The ID '\(id)' is not valid") }
        guard kind.table == "ec2/tags" || world.registry[kind.table][id] != nil else {
            throw Refusal("InvalidID", "The ID '\(id)' does not exist")
        }
    }

    private static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        var rows = world.instancesByAge.flatMap { shown($0.id, "instance", $0.tags) }
        for kind in kinds where kind.table != "ec2/tags" {
            rows += world.registry[kind.table].all.flatMap { shown($0.key, kind.type, $0.value["tags"]) }
        }
        for row in world.registry["ec2/tags"].all {
            rows += shown(row.key, kind(row.key)?.type ?? "volume", row.value["tags"])
        }
        let paths = [
            "key": "key", "value": "value", "resource-id": "resourceId", "resource-type": "resourceType",
        ]
        let found = try EC2Filters(request).select(rows, paths)
        let page = try request.page(found, size: 1000, invalidToken: "InvalidNextToken")
        return .known(["tags": .list(page.items), "nextToken": .text(page.next)])
    }

    private static func shown(_ id: String, _ type: String, _ tags: Value?) -> [Value] {
        (tags?.list ?? []).map { tag in
            tag.overlaid(with: ["resourceId": .string(id), "resourceType": .string(type)])
        }
    }
}
