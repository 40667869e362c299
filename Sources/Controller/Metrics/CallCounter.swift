public import AWSClient
public import ServiceLifecycle

/// Counts the calls that a client's log tells of.
public struct CallCounter: Service {
    private let log: CallLog
    private let metrics: ControllerMetrics

    /// Counts what `log` gets from now on.
    public init(_ log: CallLog, _ metrics: ControllerMetrics) {
        self.log = log
        self.metrics = metrics
    }

    /// Counts until the process is asked to end.
    public func run() async throws {
        for await call in log.subscribe().cancelOnGracefulShutdown() {
            let labels = [
                ("service", call.service), ("operation", call.operation), ("result", call.errorCode ?? "ok"),
            ]
            metrics.count("neap_aws_calls_total", labels)
        }
    }
}
