import Model
import Simulation

/// Calls under a `ClientToken`: a second one with the same token gives the first one's answer.
enum IdempotentCalls {
    private static let table = "ec2/client-token"

    static func once(
        _ world: inout World, _ request: LocalRequest, _ operation: String,
        _ body: (inout World, LocalRequest) throws(Refusal) -> Value
    ) throws(Refusal) -> Value {
        guard let token = request.text("clientToken"), !token.isEmpty else { return try body(&world, request) }
        let key = "\(operation) \(token)"
        if let known = world.registry[table][key] {
            guard known["input"] == request.input else {
                throw Refusal(
                    "IdempotentParameterMismatch",
                    "The client token you have provided is already associated with a resource that has different "
                        + "parameters.")
            }
            return known["output"] ?? .emptyObject
        }
        let output = try body(&world, request)
        world.registry[table][key] = ["input": request.input, "output": output]
        return output
    }
}
