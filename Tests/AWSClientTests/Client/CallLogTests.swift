import AWSWire
import Logging
import Model
import Synchronization
import Testing

@testable import AWSClient

/// Keeps log lines.
private struct Recorder: LogHandler {
    final class Lines: Sendable { let all = Mutex<[String]>([]) }

    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        lines.all.withLock { $0.append("\(event.level) \(event.message) \(fields.joined(separator: " "))") }
    }
}

@Suite("Calls are counted")
struct CallLogTests {
    private func entry(_ operation: String, write: Bool = false, attempts: Int = 1) -> CallLog.Entry {
        CallLog.Entry(
            service: "ecs", operation: operation, isWrite: write, requestID: nil, attempts: attempts, errorCode: nil)
    }

    @Test("by kind and by operation, and between two readings")
    func counts() {
        let log = CallLog()
        log.record(entry("DescribeServices"))
        let before = log.counts
        log.record(entry("DescribeServices", attempts: 3))
        log.record(entry("UpdateService", write: true))
        let counts = log.counts
        #expect((counts.calls, counts.reads, counts.writes, counts.requests) == (3, 2, 1, 5))
        #expect(counts.byOperation == ["ecs:DescribeServices": 2, "ecs:UpdateService": 1])
        let pass = counts - before
        #expect((pass.calls, pass.requests) == (2, 4))
        #expect(pass.byOperation == ["ecs:DescribeServices": 1, "ecs:UpdateService": 1])
        #expect((before - before).byOperation.isEmpty)
        #expect(log.writes.map(\.operation) == ["UpdateService"])
    }

    @Test("a long life keeps the last calls and all counts")
    func bounded() {
        let log = CallLog(keeping: 3)
        for number in 0..<10 { log.record(entry("\(number)")) }
        #expect(log.calls.map(\.operation) == ["7", "8", "9"])
        #expect(log.counts.reads == 10)
    }

    @Test("listeners hear of calls as they end")
    func subscribe() async {
        let log = CallLog()
        log.record(entry("Before"))
        let stream = log.subscribe()
        log.record(entry("A"))
        log.record(entry("B"))
        var heard: [String] = []
        for await entry in stream.prefix(2) { heard.append(entry.operation) }
        #expect(heard == ["A", "B"])
    }

    @Test("a write leaves one line with its request's id, never its parameters; a read leaves none")
    func lines() async throws {
        let lines = Recorder.Lines()
        let logger = Logger(label: "test") { _ in Recorder(lines: lines) }
        let transport = ScriptedTransport([
            Answers.reply(["services": []]), Answers.reply([:]), Answers.error("InvalidParameterException", "hidden"),
        ])
        let client = try AWSClient.scripted(transport, logger: logger)
        _ = try await client.send(AWSCall("ecs", "DescribeServices", ["services": ["hidden"]]))
        let update = AWSCall("ecs", "UpdateService", ["service": "hidden"])
        _ = try await client.send(update)
        #expect(await awsError { try await client.send(update) } != nil)
        #expect(
            lines.all.withLock { $0 } == [
                "info aws write attempts=1 operation=UpdateService request_id=request-1 service=ecs",
                "warning aws write attempts=1 error=InvalidParameterException operation=UpdateService "
                    + "request_id=request-9 service=ecs",
            ])
        #expect(client.log.writes.map(\.requestID) == ["request-1", "request-9"])
        #expect(client.log.writes.map(\.errorCode) == [nil, "InvalidParameterException"])
    }
}
