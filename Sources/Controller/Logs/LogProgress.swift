public import Logging
import Model
public import Planning
public import Reconciler

/// Progress as structured log lines. A write that AWS took is told by the client, which knows its request id.
public struct LogProgress: Progress {
    private let logger: Logger
    /// True when it is about no environment, of which a note's subject is the name then.
    private let isOfProcess: Bool

    /// Progress of `environment`, as every line names it, that goes to `logger`; nil for what is about the process.
    public init(_ logger: Logger, of environment: String?) {
        var logger = logger
        if let environment { logger[metadataKey: "environment"] = "\(environment)" }
        (self.logger, isOfProcess) = (logger, environment == nil)
    }

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
        logger.info("\(text)", metadata: [isOfProcess ? "environment" : "subject": "\(subject)"])
    }

    public func rollout(_ news: RolloutNews) async {
        logger.info(
            "\(news.text)", metadata: ["resource": "\(news.service)", "event": "\(news.event)", "subject": "rollout"])
    }

    public func round(_ news: RoundNews) async {
        var metadata: Logger.Metadata = [
            "seconds": .stringConvertible(news.duration.tenths), "open": .stringConvertible(news.open),
        ]
        if let commit = news.commit { metadata["commit"] = "\(commit)" }
        switch news.outcome {
        case .idle: logger.debug("round without anything due", metadata: metadata)
        case .passed:
            metadata["settled"] = .stringConvertible(news.isSettled)
            logger.info("pass ended", metadata: metadata)
            tellProblems(news)
        case .failed(let error):
            metadata["error"] = "\(error)"
            logger.error("round failed", metadata: metadata)
        }
    }

    private func tellProblems(_ news: RoundNews) {
        var metadata: Logger.Metadata = [:]
        if let commit = news.commit { metadata["commit"] = "\(commit)" }
        let new = news.newProblems
        for problem in new.told {
            metadata["resource"] = problem.resource.map { "\($0)" }
            metadata["problem"] = "\(problem.text)"
            logger.log(level: problem.level, "\(problem.title)", metadata: metadata)
        }
        guard new.more > 0 else { return }
        logger.warning("more problems are new; neap status lists all", metadata: ["more": .stringConvertible(new.more)])
    }
}

extension RoundProblem {
    /// What is wrong with manifests keeps them from being applied at all.
    var level: Logger.Level { sort == .manifests ? .error : .warning }

    /// Lines of one sort have one message.
    var title: String {
        switch sort {
        case .manifests: "manifests are wrong"
        case .failed: "a resource is not what Git says"
        case .unhealthy: "a resource does not do well"
        case .awaited: "a resource waits for somebody"
        }
    }
}

extension Duration {
    /// Seconds with one digit behind the point.
    fileprivate var tenths: Double {
        let tenths = components.seconds * 10 + components.attoseconds / 100_000_000_000_000_000
        return Double(tenths) / 10
    }
}
