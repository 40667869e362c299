import AWSWire
import Kinds
import Model

/// AWS that answers each operation with one reply, or refuses it; keeps what was asked.
actor Scripted: AWSSender {
    private let replies: [String: Value]
    private let refusals: [String: String]
    /// What was asked, in order.
    private(set) var calls: [AWSCall] = []

    /// AWS with these replies, and these error codes, by operation.
    init(_ replies: [String: Value], refusing refusals: [String: String] = [:]) {
        self.replies = replies
        self.refusals = refusals
    }

    func send(_ call: AWSCall) async throws -> Value {
        calls.append(call)
        if let code = refusals[call.operation] { throw fakeError(call, code) }
        return replies[call.operation] ?? [:]
    }

    func sendAll(_ call: AWSCall) async throws -> Value { try await send(call) }

    nonisolated var context: ObservationContext {
        ObservationContext(aws: self, region: "eu-west-1", accountID: "123456789012")
    }
}
