import Model
import Simulation

/// Scheduled actions of groups.
enum ScheduledActions {
    static let operations: [LocalOperation] = [
        .write("PutScheduledUpdateGroupAction", put), .write("BatchPutScheduledUpdateGroupAction", putAll),
        .write("DeleteScheduledAction", delete), .write("BatchDeleteScheduledAction", deleteAll),
        .read("DescribeScheduledActions", describe),
    ]

    private static let members = [
        "startTime", "endTime", "recurrence", "minSize", "maxSize", "desiredCapacity", "timeZone",
    ]
    private static let missing = Groups.invalid("Scheduled action name not found")

    private static func put(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        try put(request.input, Groups.find(request, world), &world)
        return .emptyObject
    }

    private static func put(_ action: Value, _ id: GroupID, _ world: inout World) throws(Refusal) {
        guard let group = world.fleet.groups[id] else { return }
        guard ["minSize", "maxSize", "desiredCapacity"].contains(where: { action[$0] != nil }) else {
            throw Groups.invalid("MinSize, MaxSize, or DesiredCapacity must be specified")
        }
        let name = action["scheduledActionName"]?.string ?? ""
        let old = group.scheduledActions.first { $0["scheduledActionName"]?.string == name }
        let path =
            "scheduledUpdateGroupAction:\(world.mintUUID()):autoScalingGroupName/\(group.name)"
            + ":scheduledActionName/\(name)"
        let arn = old?["scheduledActionARN"] ?? .string(world.place.arn("autoscaling", path))
        var row: Value = [
            "autoScalingGroupName": .string(group.name), "scheduledActionName": .string(name),
            "scheduledActionARN": arn,
        ]
        for member in members { row[member] = action[member] }
        row["startTime"] = action["startTime"] ?? action["time"]
        row["time"] = row["startTime"]
        world.editGroup(id) { group in
            group.scheduledActions.removeAll { $0["scheduledActionName"]?.string == name }
            group.scheduledActions.append(row)
        }
    }

    /// Actions that are wrong are named in the reply; the others are made.
    private static func putAll(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        var failed: [Value] = []
        for action in request.list("scheduledUpdateGroupActions") {
            do { try put(action, id, &world) } catch { failed.append(failure(action["scheduledActionName"], error)) }
        }
        return ["failedScheduledUpdateGroupActions": .list(failed)]
    }

    private static func failure(_ name: Value?, _ error: Refusal) -> Value {
        .known([
            "scheduledActionName": name, "errorCode": .string(error.code), "errorMessage": .string(error.message),
        ])
    }

    private static func delete(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        try delete(request.text("scheduledActionName") ?? "", request, &world)
        return .emptyObject
    }

    private static func delete(_ name: String, _ request: LocalRequest, _ world: inout World) throws(Refusal) {
        guard let id = Groups.id(request.text("autoScalingGroupName") ?? "", world),
            world.fleet.groups[id]?.scheduledActions.contains(where: { $0["scheduledActionName"]?.string == name })
                == true
        else { throw missing }
        world.editGroup(id) { group in
            group.scheduledActions.removeAll { $0["scheduledActionName"]?.string == name }
        }
    }

    private static func deleteAll(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        var failed: [Value] = []
        for name in request.texts("scheduledActionNames") {
            do { try delete(name, request, &world) } catch { failed.append(failure(.string(name), error)) }
        }
        return ["failedScheduledActions": .list(failed)]
    }

    private static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let names = request.texts("scheduledActionNames")
        let place = request.text("autoScalingGroupName")
        let (from, until) = (request["startTime"]?.number, request["endTime"]?.number)
        let groups = Groups.all(world).filter { place == nil || $0.name == place }
        let rows = groups.flatMap(\.scheduledActions).filter { row in
            let start = row["startTime"]?.number
            return (names.isEmpty || names.contains(row["scheduledActionName"]?.string ?? ""))
                && (from.map { low in start.map { $0 >= low } ?? true } ?? true)
                && (until.map { high in start.map { $0 <= high } ?? true } ?? true)
        }
        let page = try request.asgPage(rows)
        return .known(["scheduledUpdateGroupActions": .list(page.items), "nextToken": .text(page.next)])
    }
}
