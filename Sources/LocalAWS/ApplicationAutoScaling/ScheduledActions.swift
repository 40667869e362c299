import Model
import Simulation

extension LocalApplicationAutoScaling {
    static func putScheduledAction(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        var said: [String: Value] = [:]
        for member in ["schedule", "timezone", "startTime", "endTime", "scalableTargetAction"] {
            said[member] = request[member]
        }
        try world.putScheduledAction(
            request.text("scheduledActionName") ?? "", on: identity(request), .object(said))
        return .emptyObject
    }

    static func describeScheduledActions(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let names = request.texts("scheduledActionNames")
        let rows = targets(world, request).flatMap { target in
            target.scheduledActions.filter { names.isEmpty || names.contains($0.name) }.map(\.shown)
        }
        return try answer("scheduledActions", rows, request, size: 50)
    }

    static func deleteScheduledAction(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (identity, name) = (identity(request), request.text("scheduledActionName") ?? "")
        guard world.deleteScheduledAction(name, on: identity) else {
            throw Refusal(
                "ObjectNotFoundException",
                "No scheduled action found for \(identity.words), scheduled action name: \(name)")
        }
        return .emptyObject
    }
}
