import Model
import Simulation

// What a principal may do: everything, since nothing is ever denied here.
extension LocalIAM {
    static func simulatePrincipalPolicy(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let source = request.text("policySourceArn") ?? ""
        let name = source.split(separator: "/").last.map(String.init) ?? ""
        guard !source.contains(":role/") || world.registry[roles][name] != nil else {
            throw missing("The role with name \(name) cannot be found.")
        }
        let rows = request.texts("actionNames").map { action -> Value in
            ["evalActionName": .string(action), "evalResourceName": "*", "evalDecision": "allowed"]
        }
        return try paged(request, "evaluationResults", rows)
    }
}
