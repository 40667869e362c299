import Kinds
import Logging
import Model
import Reconciler
import Synchronization
import Testing

@testable import Controller

/// Reading the queue: what is posted, deleted, and done when it does not answer.
@Suite("The listener of the event queue")
struct QueueListenerTests {
    /// A queue that gives out batches, and remembers what was deleted.
    private actor Queue: AWSSender {
        var batches: [[String]]
        var failures: Int
        private(set) var deleted: [String] = []
        private(set) var receives = 0

        init(_ batches: [[String]], failing failures: Int = 0) {
            self.batches = batches
            self.failures = failures
        }

        struct Down: Error {}

        func sendAll(_ call: AWSCall) async throws -> Value { try await send(call) }

        func send(_ call: AWSCall) async throws -> Value {
            if call.operation == "DeleteMessageBatch" {
                deleted += (call.input["entries"]?.list ?? []).compactMap { $0["receiptHandle"]?.string }
                return .emptyObject
            }
            receives += 1
            if failures > 0 {
                failures -= 1
                throw Down()
            }
            guard !batches.isEmpty else { throw CancellationError() }
            return [
                "messages": .list(batches.removeFirst().map { ["body": .string($0), "receiptHandle": .string($0)] })
            ]
        }
    }

    private let settings = QueueSettings(url: "https://sqs.eu-west-1.amazonaws.com/123456789012/neap")

    private func listener(_ queue: Queue, _ hints: [Hints]) -> QueueListener {
        let desk = NewsDesk { hints.map { WatchedSource(repository: "", reference: "", hints: $0) } }
        return QueueListener(
            settings, aws: queue, to: desk, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    private static func event(_ group: String) -> String {
        """
        {"detail-type":"EC2 Instance Launch Successful","source":"aws.autoscaling","account":"123456789012",\
        "region":"eu-west-1","resources":[],"detail":{"AutoScalingGroupName":"\(group)"}}
        """
    }

    @Test("a batch is posted to every environment and deleted, with what is no event")
    func posted() async throws {
        let queue = Queue([[Self.event("spot"), "no event", Self.event("spot")]])
        let hints = [Hints(), Hints()]
        try await listener(queue, hints).takeOnce()
        let thing = AWSThing(.named("spot", kind: "AutoScalingGroup"), accountID: "123456789012", region: "eu-west-1")
        for environment in hints { #expect(await environment.take().things == [thing]) }
        #expect(await queue.deleted.count == 3)
    }

    @Test("an error is thrown before anything is deleted")
    func failing() async throws {
        let queue = Queue([[Self.event("spot")]], failing: 1)
        await #expect(throws: Queue.Down.self) { try await listener(queue, []).takeOnce() }
        #expect(await queue.deleted == [])
    }

    @Test("the region is the one that the URL names")
    func region() {
        #expect(settings.region == "eu-west-1")
        #expect(QueueSettings(url: "http://127.0.0.1:4510/123456789012/neap").region == nil)
    }
}
