import AWSWire
import Model

/// One AWS service in memory, or the part of one that a few kinds need.
///
/// It stores what create and modify calls send and answers describe calls as AWS does, defaults filled in.
protocol FakeService: Sendable {
    /// `AWSCall.service`; several parts of one service may stand side by side.
    static var service: String { get }
    /// The reply to `call`; nil when the operation, or the thing it names, is another part's.
    mutating func answer(_ call: AWSCall) throws -> Value?
}

/// All of AWS in memory: keeps every call, checks each against AWS's shapes, gives lists whole instead of in pages.
actor FakeAWS: AWSSender {
    private var services: [any FakeService]
    private let addsUnknownMembers: Bool
    /// Every call that was sent, in order.
    private(set) var calls: [AWSCall] = []
    /// What AWS's shapes had against the calls.
    private(set) var violations: [String] = []

    /// AWS made of `services`; with `addsUnknownMembers` every structure of a reply holds members that no model knows.
    init(_ services: [any FakeService], addsUnknownMembers: Bool = false) {
        self.services = services
        self.addsUnknownMembers = addsUnknownMembers
    }

    func send(_ call: AWSCall) async throws -> Value {
        calls.append(call)
        guard let operation = fakeModels[call.service]?.operation(call.operation) else {
            throw fakeError(call, "UnknownOperationException", "No such operation.")
        }
        violations += RequestCheck.violations(of: call.input, against: operation.input).map {
            "\(call.operation) \($0)"
        }
        violations += call.input.references.map { "\(call.operation): \($0.resource) \($0.output) is not known" }
        for index in services.indices where type(of: services[index]).service == call.service {
            guard let reply = try services[index].answer(call) else { continue }
            return addsUnknownMembers ? operation.output.withUnknownMembers(reply) : reply
        }
        throw fakeError(call, "UnknownOperationException", "\(call.operation) is not modelled here.")
    }

    func sendAll(_ call: AWSCall) async throws -> Value { try await send(call) }

    /// The calls since the first `count` that change something.
    func writes(after count: Int = 0) -> [AWSCall] {
        calls.dropFirst(count).filter { fakeModels[$0.service]?.operation($0.operation)?.isRead == false }
    }
}

/// AWS's refusal of `call`.
func fakeError(_ call: AWSCall, _ code: String, _ message: String = "", status: Int = 400) -> AWSError {
    AWSError(service: call.service, operation: call.operation, code: code, message: message, status: status)
}

extension Shape {
    /// The reply with a member in each structure that the shape does not know.
    func withUnknownMembers(_ value: Value) -> Value {
        switch (form, value.content) {
        case (.structure(let members), .object(let fields)):
            var copy = fields.reduce(into: Value.emptyObject) { copy, field in
                copy[field.key] = members[field.key]?.shape.withUnknownMembers(field.value) ?? field.value
            }
            copy["neverHeardOf"] = ["since": "tomorrow"]
            return copy
        case (.list(let element, _, _), .list(let items)): return .list(items.map(element.shape.withUnknownMembers))
        case (.map(_, let element, _, _, _), .object(let fields)):
            return .object(fields.mapValues(element.shape.withUnknownMembers))
        default: return value
        }
    }
}
