import Model
import Simulation

/// RunTask under a `clientToken`: the same request again gives the first one's tasks and starts none.
enum RunTokens {
    private static let table = "ecs/run-token"

    static func once(
        _ world: inout World, _ request: LocalRequest,
        _ body: (inout World, LocalRequest) throws(Refusal) -> Value
    ) throws(Refusal) -> Value {
        guard let token = request.text("clientToken"), !token.isEmpty else { return try body(&world, request) }
        let key = "\(request.text("cluster") ?? "default") \(token)"
        if let known = world.registry[table][key] {
            guard known["input"] == request.input else {
                throw Refusal(
                    "ConflictException", "The client token was used before with another request.")
            }
            return known["output"] ?? .emptyObject
        }
        let output = try body(&world, request)
        // What found no room is no run: the same token may try again.
        if output["tasks"]?.list?.isEmpty == false {
            world.registry[table][key] = ["input": request.input, "output": output]
        }
        return output
    }
}
