import Model
import Simulation

/// Finding groups, and AWS's words for those that are not there.
enum Groups {
    /// The key of the group that a member names, by name or ARN.
    static func find(
        _ request: LocalRequest, _ world: World, otherwise text: String = "AutoScalingGroup name not found - null"
    ) throws(Refusal) -> GroupID {
        guard let id = id(request.text("autoScalingGroupName") ?? "", world) else { throw invalid(text) }
        return id
    }

    /// The key of a group by name or ARN; nil for one that nobody made.
    static func id(_ name: String, _ world: World) -> GroupID? {
        let mark = "autoScalingGroupName/"
        let bare = name.firstRange(of: mark).map { String(name[$0.upperBound...]) } ?? name
        return world.fleet.groupNames[bare]
    }

    /// All groups, oldest first.
    static func all(_ world: World) -> [AutoScalingGroup] {
        world.fleet.groups.handles.compactMap { world.fleet.groups[$0] }.sorted { $0.ordinal < $1.ordinal }
    }

    /// Auto Scaling's general refusal.
    static func invalid(_ text: String) -> Refusal { Refusal("ValidationError", text) }

    /// The group's ARN.
    static func arn(_ group: AutoScalingGroup, _ place: AWSPlace) -> String {
        place.arn("autoscaling", "autoScalingGroup:\(group.uuid):autoScalingGroupName/\(group.name)")
    }
}

extension LocalRequest {
    /// A page as Auto Scaling gives them: 50 rows, and up to 100 for who asks.
    func asgPage<Item>(_ items: [Item], size: Int = 50, most: Int = 100) throws(Refusal) -> (
        items: [Item], next: String?
    ) {
        let asked = self["maxRecords"]?.integer ?? size
        return try page(items, limit: nil, size: max(1, min(asked, most)), invalidToken: "InvalidNextToken")
    }
}
