import Model
import Simulation

/// Tags on groups.
enum GroupTags {
    static let operations: [LocalOperation] = [
        .write("CreateOrUpdateTags", put), .write("DeleteTags", delete), .read("DescribeTags", describe),
    ]

    /// A group's rows with those of a request over them.
    static func merged(_ tags: [Value], into old: [Value]) -> [Value] {
        old.withTags(
            tags.map { tag in
                [
                    "key": tag["key"] ?? "", "value": tag["value"] ?? "",
                    "propagateAtLaunch": tag["propagateAtLaunch"] ?? false,
                ]
            })
    }

    /// AWS's TagDescription.
    static func row(_ tag: Value, _ group: String) -> Value {
        tag.overlaid(with: ["resourceId": .string(group), "resourceType": "auto-scaling-group"])
    }

    private static func put(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        for tag in request.list("tags") { _ = try owner(tag, world) }
        for tag in request.list("tags") {
            world.editGroup(try owner(tag, world)) { $0.tags = merged([tag], into: $0.tags) }
        }
        return .emptyObject
    }

    private static func delete(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        for tag in request.list("tags") {
            world.editGroup(try owner(tag, world)) { group in
                group.tags.removeAll { row in
                    row["key"] == tag["key"] && (tag["value"] == nil || row["value"] == tag["value"])
                }
            }
        }
        return .emptyObject
    }

    private static func owner(_ tag: Value, _ world: World) throws(Refusal) -> GroupID {
        guard let id = Groups.id(tag["resourceId"]?.string ?? "", world) else {
            throw Groups.invalid("AutoScalingGroup name not found - null")
        }
        return id
    }

    private static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        var rows = Groups.all(world).flatMap { group in group.tags.map { row($0, group.name) } }
        let members = [
            "auto-scaling-group": "resourceId", "key": "key", "value": "value",
            "propagate-at-launch": "propagateAtLaunch",
        ]
        for filter in request.list("filters") {
            let name = filter["name"]?.string ?? ""
            guard let member = members[name] else {
                throw Groups.invalid("Filter type \(name) is not correct.")
            }
            let ignoresCase = member == "propagateAtLaunch"
            let values = filter.scalars(at: "values").map { ignoresCase ? $0.lowercased() : $0 }
            rows.removeAll { !values.contains($0[member]?.scalarText ?? "") }
        }
        let page = try request.asgPage(rows)
        return .known(["tags": .list(page.items), "nextToken": .text(page.next)])
    }
}
