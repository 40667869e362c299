import Logging

/// What becomes of a lease table that does not answer: it is counted, told, and kept for `/readyz`.
public struct LeaseTroubles: Sendable {
    private let logger: Logger
    private let metrics: ControllerMetrics
    private let health: ControllerHealth

    /// Troubles of the environments of a controller of these parts.
    public init(_ parts: ControllerParts) {
        (logger, metrics, health) = (parts.logger, parts.metrics, parts.health)
    }

    /// The table failed when the environment was asked about (as logs name it), with what; nil when it answers again.
    public var heard: @Sendable (_ environment: String, _ problem: String?) async -> Void {
        { environment, problem in note(problem, of: environment) }
    }

    private func note(_ problem: String?, of environment: String) {
        let before = health.environments.first { $0.environment == environment }?.leaseProblem
        let text = problem.map { "no lease can be had: \($0)" }
        health.noteAll(environment) { $0.leaseProblem = text }
        if problem != nil { metrics.missedLease(environment) }
        guard before != text else { return }
        if let text {
            logger.error("\(text)", metadata: ["environment": "\(environment)"])
        } else {
            logger.notice("the lease table answers again", metadata: ["environment": "\(environment)"])
        }
    }
}
