import AWSWire
import LocalAWS
import Model
import Simulation

/// Answers reads as the embedded AWS does, from a world that stands still.
struct WorldAWS: AWSSender {
    let world: World

    func send(_ call: AWSCall) async throws -> Value {
        guard let operation = LocalOperations.named(call), case .read(let body) = operation.action else {
            throw AWSError(
                service: call.service, operation: call.operation, code: "UnknownOperationException",
                message: "not answered here", status: 400)
        }
        do throws(Refusal) {
            return try body(world, LocalRequest(input: call.input))
        } catch {
            throw AWSError(
                service: call.service, operation: call.operation, code: error.code, message: error.message,
                status: error.status ?? 400)
        }
    }

    /// The pages' lists, member by member.
    func sendAll(_ call: AWSCall) async throws -> Value {
        var call = call
        var whole = try await send(call)
        var last = whole
        while let token = ["nextToken", "nextMarker"].compactMap({ last[$0]?.string }).first(where: { !$0.isEmpty }) {
            call.input[last["nextMarker"] == nil ? "nextToken" : "marker"] = .string(token)
            last = try await send(call)
            for (name, value) in last.sortedMembers {
                guard let items = value.list else { continue }
                whole[name] = .list((whole[name]?.list ?? []) + items)
            }
        }
        return whole
    }
}

/// The embedded AWS's operations by call.
enum LocalOperations {
    static func named(_ call: AWSCall) -> LocalOperation? {
        AllServices.list.first { $0.model.name == call.service }?.operations[call.operation]
    }
}
