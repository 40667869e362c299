import Model

/// AWS that answers as a closure says.
struct ScriptedAWS: AWSSender {
    let answer: @Sendable (AWSCall) throws -> Value

    func send(_ call: AWSCall) async throws -> Value { try answer(call) }
    func sendAll(_ call: AWSCall) async throws -> Value { try answer(call) }
}
