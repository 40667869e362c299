import Model
import Simulation

/// Instance refreshes (aws-facts 2.1).
enum Refreshes {
    static let operations: [LocalOperation] = [
        .write("StartInstanceRefresh", start), .read("DescribeInstanceRefreshes", describe),
        .write("CancelInstanceRefresh") { world, request throws(Refusal) in
            let id = try Groups.find(request, world)
            return ["instanceRefreshId": .string(try world.cancelRefresh(id))]
        },
        .write("RollbackInstanceRefresh") { world, request throws(Refusal) in
            let id = try Groups.find(request, world)
            return ["instanceRefreshId": .string(try world.rollbackRefresh(id))]
        },
    ]

    private static func start(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        guard let group = world.fleet.groups[id] else { return .emptyObject }
        let preferences = try RefreshPreferences.read(request["preferences"] ?? .emptyObject, group.settings)
        var desired: InstanceRefresh.Configuration?
        var shown = Value.null
        if let wanted = request["desiredConfiguration"] {
            let new = try configuration(wanted, group.settings, world)
            desired = new
            shown = Self.shown(new, world)
        }
        let refresh = try world.startRefresh(id, preferences: preferences, desired: desired, shownDesired: shown)
        return ["instanceRefreshId": .string(refresh)]
    }

    /// What the group is to become: a template, or a policy over the one that it has.
    private static func configuration(
        _ wanted: Value, _ settings: GroupSettings, _ world: World
    ) throws(Refusal) -> InstanceRefresh.Configuration {
        if let template = wanted["launchTemplate"] {
            return InstanceRefresh.Configuration(source: try LaunchInput.source(template, world), mixed: nil)
        }
        guard let policy = wanted["mixedInstancesPolicy"] else {
            throw Groups.invalid("DesiredConfiguration must specify LaunchTemplate or MixedInstancesPolicy")
        }
        let source = try LaunchInput.source(ofPolicy: policy, world) ?? settings.source
        let mixed = try LaunchInput.mixed(policy, over: settings.mixed, world)
        return InstanceRefresh.Configuration(source: source, mixed: mixed)
    }

    private static func shown(_ desired: InstanceRefresh.Configuration, _ world: World) -> Value {
        guard let mixed = desired.mixed else {
            return LaunchRows.members(desired.source, omitsDefault: false, world)
        }
        return ["mixedInstancesPolicy": LaunchRows.policy(desired.source, mixed, omitsDefault: false, world)]
    }

    private static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        guard let group = world.fleet.groups[id] else { return .emptyObject }
        let ids = request.texts("instanceRefreshIds")
        let known = group.refreshes.map(\.id)
        for wanted in ids where !known.contains(wanted) {
            throw Groups.invalid("The instance refresh ID \(wanted) was not found")
        }
        let found = group.refreshes.filter { ids.isEmpty || ids.contains($0.id) }
        let page = try request.asgPage(found)
        let rows = page.items.map { row($0, group.name) }
        return .known(["instanceRefreshes": .list(rows), "nextToken": .text(page.next)])
    }

    private static func row(_ refresh: InstanceRefresh, _ group: String) -> Value {
        let progress: Value = [
            "percentageComplete": .integer(refresh.percentageComplete),
            "instancesToUpdate": .integer(refresh.instancesToUpdate),
        ]
        let hasBegun = refresh.status != .pending
        return .known([
            "instanceRefreshId": .string(refresh.id), "autoScalingGroupName": .string(group),
            "status": .string(refresh.status.rawValue), "statusReason": .text(refresh.reason),
            "startTime": hasBegun ? refresh.startedAt.shown : nil, "endTime": refresh.endedAt?.shown,
            "percentageComplete": progress["percentageComplete"], "instancesToUpdate": progress["instancesToUpdate"],
            "progressDetails": ["livePoolProgress": progress], "strategy": "Rolling",
            "preferences": RefreshPreferences.row(refresh.preferences),
            "desiredConfiguration": refresh.shownDesired.isNull ? nil : refresh.shownDesired,
        ])
    }
}
