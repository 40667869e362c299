internal import AWSWire
public import Model

extension AWSClient {
    /// Sends a read until its pages are exhausted. Lists are joined; all else is what the last page said, without its
    /// token. An operation that has no pages is sent once.
    ///
    /// Throws `AWSError`, also when AWS gives the same page token twice.
    public func sendAll(_ call: AWSCall) async throws -> Value {
        guard let pages = services[call.service]?.operation(call.operation)?.pagination else {
            return try await send(call)
        }
        var call = call
        var joined: [String: [Value]] = [:]
        var seen: Set<String> = []
        while true {
            var reply = try await send(call)
            for key in pages.resultKeys { joined[key, default: []] += reply[FieldPath(path: key)]?.list ?? [] }
            guard let token = reply[FieldPath(path: pages.outputToken)]?.scalarText, !token.isEmpty else {
                for (key, items) in joined { reply.set(FieldPath(path: key).parts[...], .list(items)) }
                reply[pages.outputToken] = nil
                return reply
            }
            guard seen.insert(token).inserted else {
                throw CallPipeline.refusal(call, "RepeatedPageToken", "AWS gave the same page token twice")
            }
            call.input[pages.inputToken] = .string(token)
        }
    }
}

extension FieldPath {
    /// A path as paginators write it, `a.b`.
    fileprivate init(path: String) { self.init(path.split(separator: ".").map(String.init)) }
}

extension Value {
    fileprivate mutating func set(_ path: ArraySlice<String>, _ value: Value) {
        guard let first = path.first else {
            self = value
            return
        }
        var inner = self[first] ?? .emptyObject
        inner.set(path.dropFirst(), value)
        self[first] = inner
    }
}
