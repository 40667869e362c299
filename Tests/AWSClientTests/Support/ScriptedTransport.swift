import AWSClient
import AWSWire
import Synchronization

/// Answers by a script instead of a network, and remembers what it was asked.
final class ScriptedTransport: HTTPTransport {
    struct Request: Sendable {
        var endpoint: Endpoint
        var request: WireRequest
        var timeout: Duration

        var body: String { String(decoding: request.body, as: UTF8.self) }
        var url: String { endpoint.origin + request.path }
    }

    typealias Answer = @Sendable (Request) async throws -> WireReply

    private struct State {
        var script: [Answer]
        var last: Answer?
        var requests: [Request] = []
    }

    private let state: Mutex<State>

    /// Answers in order; the last one goes on for ever.
    init(_ script: [Answer]) { state = Mutex(State(script: script)) }

    /// Always the same answer.
    convenience init(_ answer: @escaping Answer) { self.init([answer]) }

    var requests: [Request] { state.withLock { $0.requests } }
    var count: Int { requests.count }

    func send(_ request: WireRequest, to endpoint: Endpoint, timeout: Duration) async throws -> WireReply {
        let asked = Request(endpoint: endpoint, request: request, timeout: timeout)
        let answer = state.withLock { state in
            state.requests.append(asked)
            if !state.script.isEmpty { state.last = state.script.removeFirst() }
            return state.last
        }
        guard let answer else { throw TransportError.notSent("the script is empty") }
        return try await answer(asked)
    }
}
