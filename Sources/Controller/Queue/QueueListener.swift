public import Logging
import Metrics
public import Model
import Reconciler
public import ServiceLifecycle

/// Reads AWS's events from an SQS queue that EventBridge fills, and wakes the environments that they are about.
///
/// One queue serves any number of environments: each takes what it knows, by account, region and name. A message is deleted
/// once its hints are posted; a hint that is lost with the process costs nothing, since each pass begins from what is there.
public struct QueueListener: Service {
    private let settings: QueueSettings
    private let aws: any AWSSender
    private let desk: NewsDesk
    private let logger: Logger
    private let clock: any Clock<Duration>
    private let jitter: @Sendable () -> Double
    /// Between two tries while the queue does not answer, at most.
    private static let longestPause = Duration.seconds(60)

    /// A listener that reads the queue through `aws`, which calls the queue's region, and brings what is touched to `desk`.
    /// Pauses after errors are `jitter` (0 to 1) of a bound that doubles.
    public init(
        _ settings: QueueSettings, aws: any AWSSender, to desk: NewsDesk, logger: Logger,
        clock: any Clock<Duration> = ContinuousClock(),
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0.5...1) }
    ) {
        self.settings = settings
        self.aws = aws
        self.desk = desk
        self.logger = logger
        self.clock = clock
        self.jitter = jitter
    }

    /// Reads until the service group shuts down, or the task is cancelled.
    public func run() async throws {
        _ = await cancelWhenGracefulShutdown { await listen() }
    }

    private func listen() async {
        var failures = 0
        while !Task.isCancelled {
            do {
                try await takeOnce()
                if failures > 0 {
                    logger.notice("the event queue answers again", metadata: ["queue": "\(settings.url)"])
                }
                failures = 0
            } catch {
                if Task.isCancelled { return }
                failures += 1
                await pause(after: error, failures)
            }
        }
    }

    private func pause(after error: any Error, _ failures: Int) async {
        Counter(label: "neap_queue_errors_total").increment()
        let bound = min(Self.longestPause, .seconds(1 << min(failures - 1, 6)))
        let pause = bound * jitter()
        // Once is news, and then each hour or so: until it answers, changes are found at the drift interval.
        if failures == 1 || failures.isMultiple(of: 60) {
            let text: Logger.Message = "events can not be read; changes are found at the drift interval until they can"
            logger.error(text, metadata: ["queue": "\(settings.url)", "error": "\(error)"])
        }
        // Cancelled: the loop sees it.
        do { try await clock.sleep(for: pause) } catch { return }
    }

    /// One request's worth of messages: posted, then deleted.
    func takeOnce() async throws {
        let input: Value = [
            "queueUrl": .string(settings.url), "maxNumberOfMessages": 10,
            "waitTimeSeconds": .integer(Int(settings.waitTime.components.seconds)),
        ]
        let messages = try await aws.send(AWSCall("sqs", "ReceiveMessage", input))["messages"]?.list ?? []
        guard !messages.isEmpty else { return }
        await post(messages.map { $0["body"]?.string ?? "" })
        try await delete(messages.compactMap { $0["receiptHandle"] })
    }

    private func post(_ bodies: [String]) async {
        var things: Set<AWSThing> = []
        for body in bodies {
            guard let event = AWSEvent(body) else {
                count("bad")
                let metadata: Logger.Metadata = ["bytes": "\(body.utf8.count)"]
                logger.warning("a message that is no event of EventBridge's was deleted", metadata: metadata)
                continue
            }
            let touched = TouchedThings.of(event)
            count(touched.isEmpty ? "ignored" : "posted")
            things.formUnion(touched)
        }
        guard !things.isEmpty else { return }
        await desk.publish(.touched(things))
    }

    private func count(_ result: String) {
        Counter(label: "neap_queue_messages_total", dimensions: [("result", result)]).increment()
    }

    /// What can not be deleted comes again: a hint more.
    private func delete(_ handles: [Value]) async throws {
        let entries = handles.enumerated().map { index, handle -> Value in
            ["id": .string(String(index)), "receiptHandle": handle]
        }
        _ = try await aws.send(
            AWSCall("sqs", "DeleteMessageBatch", ["queueUrl": .string(settings.url), "entries": .list(entries)]))
    }
}
