import Model
import Simulation

/// Reading groups and their instances.
enum GroupReads {
    static let operations: [LocalOperation] = [
        .read("DescribeAutoScalingGroups", describe), .read("DescribeAutoScalingInstances", describeInstances),
        .read("DescribeScalingActivities", describeActivities),
    ]

    private static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let names = request.texts("autoScalingGroupNames")
        var groups = Groups.all(world)
        if !names.isEmpty {
            let wanted = Set(names)
            groups.removeAll { !wanted.contains($0.name) && !wanted.contains(Groups.arn($0, world.place)) }
        }
        for filter in request.list("filters") { try keep(&groups, filter) }
        let page = try request.asgPage(groups)
        let withInstances = request["includeInstances"]?.bool ?? true
        let rows = page.items.map { GroupView($0, world).row(instances: withInstances) }
        return .known(["autoScalingGroups": .list(rows), "nextToken": .text(page.next)])
    }

    private static func keep(_ groups: inout [AutoScalingGroup], _ filter: Value) throws(Refusal) {
        let name = filter["name"]?.string ?? ""
        let values = filter.scalars(at: "values")
        switch name {
        case "tag-key": groups.removeAll { !$0.tags.contains { values.contains($0["key"]?.string ?? "") } }
        case "tag-value": groups.removeAll { !$0.tags.contains { values.contains($0["value"]?.string ?? "") } }
        case _ where name.hasPrefix("tag:"):
            let key = String(name.dropFirst(4))
            groups.removeAll { group in Value.list(group.tags).tag(key).map { !values.contains($0) } ?? true }
        default:
            throw Groups.invalid(
                "Filter type \(name) is not correct. Allowed Filter types are: [tag-key tag-value tag:<key>]")
        }
    }

    private static func describeInstances(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let ids = request.texts("instanceIds")
        var rows: [Value] = []
        for group in Groups.all(world) {
            for instance in GroupView(group, world).members where ids.isEmpty || ids.contains(instance.id) {
                let row = GroupView.member(instance, group, world)
                rows.append(
                    row.overlaid(with: [
                        "autoScalingGroupName": .string(group.name),
                        "healthStatus": instance.isHealthy ? "HEALTHY" : "UNHEALTHY",
                    ]))
            }
        }
        let page = try request.asgPage(rows, most: 50)
        return .known(["autoScalingInstances": .list(page.items), "nextToken": .text(page.next)])
    }

    private static func describeActivities(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        var groups = Groups.all(world)
        if let name = request.text("autoScalingGroupName") {
            groups.removeAll { $0.name != name && Groups.arn($0, world.place) != name }
            if groups.isEmpty, request["includeDeletedGroups"]?.bool != true {
                throw Groups.invalid("Group \(name) not found")
            }
        }
        let ids = request.texts("activityIds")
        let found = groups.flatMap { group in group.activities.map { (group, $0) } }
            .filter { ids.isEmpty || ids.contains($0.1.id) }
        let ordered = groups.count > 1 ? found.sorted { $0.1.startedAt > $1.1.startedAt } : found
        let page = try request.asgPage(ordered, size: 100)
        let rows = page.items.map { activity($0.1, $0.0, world) }
        return .known(["activities": .list(rows), "nextToken": .text(page.next)])
    }

    /// A scaling activity's row.
    static func activity(
        _ activity: AutoScalingGroup.Activity, _ group: AutoScalingGroup, _ world: World
    ) -> Value {
        .known([
            "activityId": .string(activity.id), "autoScalingGroupName": .string(group.name),
            "autoScalingGroupARN": .string(Groups.arn(group, world.place)),
            "description": .string(activity.description), "cause": .string(activity.cause),
            "startTime": activity.startedAt.shown, "endTime": activity.endedAt?.shown,
            "statusCode": .string(activity.status), "statusMessage": .text(activity.message),
            "progress": .integer(activity.progress), "details": .string(activity.details),
        ])
    }
}
