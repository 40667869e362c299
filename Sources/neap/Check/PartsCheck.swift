import AWSClient
import AWSWire
import Controller
import Logging
import Model

/// What a controller shares with others or is woken by: the table of leases and the queue of AWS's events.
struct PartsCheck {
    let leases: ControllerConfiguration.Leases?
    let queue: QueueSettings?

    /// Lines for each of the two that was asked for.
    func lines() async -> [CheckLine] {
        var lines: [CheckLine] = []
        if let leases { lines += await self.lines(leases) }
        if let queue { lines.append(await line(queue)) }
        return lines
    }

    private func lines(_ leases: ControllerConfiguration.Leases) async -> [CheckLine] {
        let subject = "lease table"
        do {
            let store = DynamoDBLeaseStore(
                try LeaseTableOptions.client(timeout: .seconds(10), logger: Self.quiet), table: leases.table)
            let held = try await store.leases().count
            try await store.checkWritable()
            return [
                .fine(subject, "\(leases.table) can be read; \(held) environments have a lease in it"),
                .fine(subject, "\(leases.table) takes leases from this role"),
            ]
        } catch let error as LeaseTableError {
            return [
                .missing(subject, "\(error)", fix: "see docs/leases.md; one controller alone needs no --lease-table")
            ]
        } catch {
            let fix = AWSFix(otherwise: "let this role read and write the table").text(error)
            return [.missing(subject, "\(leases.table): \(error)", fix: fix, ExitStatus(error))]
        }
    }

    private func line(_ queue: QueueSettings) async -> CheckLine {
        do {
            let client = try AWSClient.forEnvironment(
                services: services, region: queue.region, version: Neap.version,
                retry: RetryPolicy(attempts: 1, repeatableWriteAttempts: 1), budget: nil, timeout: .seconds(10),
                logger: Self.quiet)
            let call = AWSCall(
                "sqs", "GetQueueAttributes",
                ["queueUrl": .string(queue.url), "attributeNames": ["ApproximateNumberOfMessages"]])
            let reply = try await client.send(call)
            let count = reply["attributes"]?["ApproximateNumberOfMessages"]?.string ?? "no"
            return .fine("event queue", "\(queue.url) can be read; \(count) messages wait in it")
        } catch let error as AWSError where error.isDenied {
            return .unknown(
                "event queue", "\(queue.url): this role may not look at it (sqs:GetQueueAttributes); neap run needs not"
            )
        } catch {
            return .missing(
                "event queue", "\(queue.url): \(error)",
                fix: AWSFix(
                    otherwise: "name a queue that is there and let this role read it, or run without --queue-url"
                ).text(error), ExitStatus(error))
        }
    }

    private static var quiet: Logger {
        var logger = Logger(label: "neap") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .critical
        return logger
    }
}

extension AWSError {
    fileprivate var isDenied: Bool { if case .denied = disposition { true } else { false } }
}
