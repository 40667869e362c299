import Kinds
import Model

/// An instance refresh alone, as a kind: its spec is AWS's RefreshPreferences.
enum RefreshedInstances: Kind {
    static let schema = KindSchema(
        kind: "RefreshedInstances", shape: Shape("RefreshedInstances", .structure(Members(members))), rules: [],
        nameMember: nil, createOnly: [], summary: "An instance refresh.")
    static var adoption: Adoption { .notNeeded }
    static var grants: [Grant] { [] }

    private static let members =
        ["minHealthyPercentage", "maxHealthyPercentage", "instanceWarmup"].map {
            Member($0, .integer)
        } + [Member("scaleInProtectedInstances", .string)]

    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        [:]
    }

    /// What a refresh did is not undone.
    static func deletion(of resource: Resource, live: Live) -> Deletion { Deletion() }

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        let input: Value = [
            "autoScalingGroupName": .string(change.resource.awsName), "strategy": "Rolling",
            "preferences": change.spec,
        ]
        return [
            PlannedCall(
                AWSCall("autoscaling", "StartInstanceRefresh", input), .rollsInstances, summary: "instance refresh")
        ]
    }
}
