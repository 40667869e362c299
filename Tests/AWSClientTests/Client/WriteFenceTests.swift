import AWSWire
import Model
import Synchronization
import Testing

@testable import AWSClient

@Suite("The fence before writes")
struct WriteFenceTests {
    private static let update = AWSCall("ecs", "UpdateService", ["service": "api", "desiredCount": 2])
    private static let describe = AWSCall("ecs", "DescribeServices", ["services": ["api"]])

    @Test("a closed fence holds writes back, says why, and lets reads through")
    func closed() async throws {
        let transport = ScriptedTransport(Answers.reply([:]))
        let client = try AWSClient.scripted(transport).fenced(by: WriteFence { .closed("the lease is lost") })
        let error = await awsError { try await client.send(Self.update) }
        #expect(error?.code == WriteFence.code)
        #expect(error?.message.hasSuffix("the lease is lost") == true)
        #expect(transport.count == 0)
        _ = try await client.send(Self.describe)
        #expect(transport.count == 1)
    }

    @Test("what is left bounds the request, and never lengthens it")
    func bounded() async throws {
        let transport = ScriptedTransport(Answers.reply([:]))
        let client = try AWSClient.scripted(transport)
        _ = try await client.fenced(by: WriteFence { .open(within: .seconds(5)) }).send(Self.update)
        _ = try await client.fenced(by: WriteFence { .open(within: .seconds(500)) }).send(Self.update)
        _ = try await client.fenced(by: nil).send(Self.update)
        #expect(transport.requests.map(\.timeout) == [.seconds(5), .seconds(30), .seconds(30)])
    }

    @Test("a write for which there is no permission any more is not sent, and a read is")
    func permission() async throws {
        let transport = ScriptedTransport(Answers.failure(.lost("reset")))
        let client = try AWSClient.scripted(transport)
        let asked = Count()
        let permission = WritePermission { asked.next() == 1 ? nil : "a newer commit is there" }
        let error = await awsError {
            try await WritePermission.$current.withValue(permission) { try await client.send(Self.update) }
        }
        #expect(error?.code == WriteFence.code && error?.message.contains("a newer commit is there") == true)
        #expect(transport.count == 1)
    }

    @Test("each attempt is asked about: a retry after the fence closed does not go out")
    func retries() async throws {
        let asked = Count()
        let transport = ScriptedTransport(Answers.failure(.lost("reset")))
        let client = try AWSClient.scripted(transport).fenced(
            by: WriteFence { asked.next() == 1 ? .open(within: nil) : .closed("too late") })
        let error = await awsError { try await client.send(Self.update) }
        #expect(error?.code == WriteFence.code)
        #expect(transport.count == 1)
    }
}

/// Counts how often it was asked.
final class Count: Sendable {
    private let state = Mutex(0)

    func next() -> Int {
        state.withLock { count in
            count += 1
            return count
        }
    }
}
