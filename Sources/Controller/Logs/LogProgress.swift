public import Logging
import Model
public import Planning
public import Reconciler

/// Progress as structured log lines. A write that AWS took is told by the client, which knows its request id.
public struct LogProgress: Progress {
    private let logger: Logger

    /// Progress that goes to `logger`.
    public init(_ logger: Logger) { self.logger = logger }

    public func step(_ step: Step, _ outcome: Outcome) async {
        var metadata: Logger.Metadata = [
            "resource": "\(step.resource)", "operation": "\(step.planned.call.operation)",
        ]
        switch outcome {
        case .done:
            metadata["summary"] = "\(step.planned.summary)"
            logger.debug("step done", metadata: metadata)
        case .failed(let reason, let message, _):
            metadata["reason"] = "\(reason.rawValue)"
            metadata["error"] = "\(message)"
            logger.warning("step failed", metadata: metadata)
        case .deferred(let reason):
            metadata["reason"] = "\(reason)"
            logger.info("step waits", metadata: metadata)
        case .skipped(let reason):
            metadata["reason"] = "\(reason)"
            logger.info("step not made", metadata: metadata)
        }
    }

    public func note(_ subject: String, _ text: String) async {
        logger.info("\(text)", metadata: ["subject": "\(subject)"])
    }

    public func rollout(_ news: RolloutNews) async {
        logger.info(
            "\(news.text)", metadata: ["resource": "\(news.service)", "event": "\(news.event)", "subject": "rollout"])
    }

    public func round(_ news: RoundNews) async {
        var metadata: Logger.Metadata = ["seconds": "\(news.duration.tenths)", "open": "\(news.open)"]
        if let environment = news.environment { metadata["environment"] = "\(environment)" }
        if let commit = news.commit { metadata["commit"] = "\(commit)" }
        switch news.outcome {
        case .idle: logger.debug("round without anything due", metadata: metadata)
        case .passed(let turn):
            metadata["settled"] = "\(turn.isSettled && news.manifestsAreSound)"
            logger.info("pass ended", metadata: metadata)
        case .failed(let error):
            metadata["error"] = "\(error)"
            logger.error("round failed", metadata: metadata)
        }
    }
}

extension Duration {
    /// Seconds with one digit behind the point.
    fileprivate var tenths: String {
        let tenths = components.seconds * 10 + components.attoseconds / 100_000_000_000_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
