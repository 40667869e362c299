import CoreMetrics
import Model
import Planning
public import Reconciler

/// What the controller counts, through the facade of swift-metrics.
public struct ControllerMetrics: Sendable {
    /// Where it is kept; what leaves an environment is taken out there.
    public let registry: MetricRegistry
    private static let conditions = ["Ready", "Reconciling", "Stalled", "Drifted", "Suspended"]

    /// Counts into `registry`.
    public init(_ registry: MetricRegistry) { self.registry = registry }

    /// A round of an environment ended.
    func ended(_ news: RoundNews, in environment: String, at now: Int) {
        gauge("neap_workqueue_depth", environment, Double(news.open))
        gauge("neap_environment_ready", environment, news.isSettled && !news.hasFailures ? 1 : 0)
        switch news.outcome {
        case .idle: succeed(news, environment, now)
        case .failed: fail(environment)
        case .passed(let turn): passed(turn, news, environment, now)
        }
        if let status = news.status?.word {
            count("neap_status_commits_total", [("environment", environment), ("result", status)])
        }
        if case .idle = news.outcome { return }
        Timer(label: "neap_reconcile_time_seconds", dimensions: [("environment", environment)], factory: registry)
            .recordNanoseconds(news.duration.wholeNanoseconds)
    }

    private func passed(_ turn: Turn, _ news: RoundNews, _ environment: String, _ now: Int) {
        if news.hasFailures {
            fail(environment)
        } else {
            succeed(news, environment, now)
            count(
                "neap_reconcile_total",
                [("environment", environment), ("result", turn.isSettled ? "success" : "requeue")])
        }
        for (condition, number) in turn.conditionCounts {
            set("neap_resources", [("environment", environment), ("condition", condition)], Double(number))
        }
        guard let commit = news.commit else { return }
        registry.forget("environment", environment, of: "neap_source_info")
        set("neap_source_info", [("environment", environment), ("commit", commit)], 1)
    }

    /// What the last pass could not do stays undone in rounds that find nothing due.
    private func succeed(_ news: RoundNews, _ environment: String, _ now: Int) {
        if !news.hasFailures { gauge("neap_last_success_timestamp_seconds", environment, Double(now)) }
    }

    private func fail(_ environment: String) {
        count("neap_reconcile_errors_total", [("environment", environment)])
        count("neap_reconcile_total", [("environment", environment), ("result", "error")])
    }

    /// A step ended.
    func ended(_ step: Step, _ outcome: Outcome, in environment: String) {
        let result =
            switch outcome {
            case .done: "done"
            case .failed: "failed"
            case .deferred: "deferred"
            case .skipped: "skipped"
            }
        let labels = [
            ("environment", environment), ("operation", step.planned.call.operation), ("result", result),
        ]
        count("neap_changes_total", labels)
    }

    /// A question to Git's server ended.
    public var asked: GitObserver {
        { [self] operation, took, isAnswered in
            count("neap_git_operations_total", [("operation", operation), ("result", isAnswered ? "ok" : "error")])
            Timer(
                label: "neap_git_operation_seconds", dimensions: [("operation", operation)], factory: registry
            ).recordNanoseconds(took.wholeNanoseconds)
        }
    }

    /// What this process knew of an environment while it led goes stale: whoever leads now has it.
    func lostTerm(_ environment: String) {
        leads(environment, epoch: nil)
        for metric in MetricCatalog.ofLeader { registry.forget("environment", environment, of: metric) }
    }

    /// The lease table did not answer, or not as it should, when `environment` was asked about.
    func missedLease(_ environment: String) { count("neap_lease_errors_total", [("environment", environment)]) }

    /// This process began or ceased to write for an environment; `epoch` is nil when it does not.
    func leads(_ environment: String, epoch: Int?) {
        gauge("neap_leader_election_master_status", environment, epoch == nil ? 0 : 1)
        if let epoch { gauge("neap_leader_election_epoch", environment, Double(epoch)) }
    }

    /// An environment is no longer looked after.
    func forget(_ environment: String) { registry.forget("environment", environment) }

    /// One more of what `metric` counts.
    func count(_ metric: String, _ labels: [(String, String)]) {
        Counter(label: metric, dimensions: labels, factory: registry).increment()
    }

    /// A gauge of an environment.
    func gauge(_ metric: String, _ environment: String, _ value: Double) {
        set(metric, [("environment", environment)], value)
    }

    /// A gauge.
    func set(_ metric: String, _ labels: [(String, String)], _ value: Double) {
        Meter(label: metric, dimensions: labels, factory: registry).set(value)
    }
}

extension Duration {
    /// For timers of the facade.
    var wholeNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}

extension StatusBranch.Result {
    /// What is counted; nil when there was nothing to write.
    fileprivate var word: String? {
        switch self {
        case .nothing: nil
        case .written: "written"
        case .foreign: "foreign"
        case .failed: "failed"
        }
    }
}
