/// Every metric of the controller. Names and labels follow controller-runtime's, whose dashboards people know.
public enum MetricCatalog {
    /// Sorted by name.
    public static let all: [MetricDescription] = [
        MetricDescription(
            "neap_aws_calls_total", .counter, ["service", "operation", "result"],
            "Calls to AWS that ended; result is ok or AWS's error code. A page of a list is a call, a retry is not."),
        MetricDescription("neap_build_info", .gauge, ["version"], "Always 1; the version stands in the label."),
        MetricDescription(
            "neap_changes_total", .counter, ["environment", "operation", "result"],
            "Writes to AWS that a pass set out to make; result is done, failed, deferred or skipped."),
        MetricDescription(
            "neap_environment_ready", .gauge, ["environment"],
            "1 when everything of the environment is in sync and healthy, else 0; of the one that writes for it alone."),
        MetricDescription(
            "neap_git_operation_seconds", .histogram, ["operation"],
            "How long Git's server took to fetch or list, and a clone to compact."),
        MetricDescription(
            "neap_git_operations_total", .counter, ["operation", "result"],
            "Questions to Git's server (fetch, list) and merges of a clone's packs (compact); result is ok or error."),
        MetricDescription(
            "neap_last_success_timestamp_seconds", .gauge, ["environment"],
            "When a pass last ended without an error, seconds since 1970."),
        MetricDescription(
            "neap_leader_election_epoch", .gauge, ["environment"],
            "The term in which this process writes for the environment; 0 without leases."),
        MetricDescription(
            "neap_leader_election_master_status", .gauge, ["environment"],
            "1 while this process is the one that writes for the environment, else 0."),
        MetricDescription(
            "neap_lease_errors_total", .counter, ["environment"],
            "Questions about an environment's lease to which the lease table gave no answer, or none that can be used."),
        MetricDescription(
            "neap_metric_series_dropped_total", .counter, [],
            "Observations of series beyond the limit of a metric; they are counted nowhere else."),
        MetricDescription(
            "neap_queue_errors_total", .counter, [], "Questions to the event queue that got no answer."),
        MetricDescription(
            "neap_queue_messages_total", .counter, ["result"],
            "Messages of the event queue; result is posted, ignored (it names nothing that a manifest could be about) or bad."
        ),
        MetricDescription(
            "neap_reconcile_errors_total", .counter, ["environment"],
            "Rounds that could not be made, and passes with errors."),
        MetricDescription(
            "neap_reconcile_time_seconds", .histogram, ["environment"], "How long a pass took, status commit included."),
        MetricDescription(
            "neap_reconcile_total", .counter, ["environment", "result"],
            "Passes by their end: success (nothing is left), requeue (something moves or waits) or error."),
        MetricDescription(
            "neap_resources", .gauge, ["environment", "condition"],
            "Resources with a condition that is true: Ready, Reconciling, Stalled, Drifted, Suspended; and Total."),
        MetricDescription(
            "neap_source_age_seconds", .gauge, ["environment"],
            "For how long Git's server has not answered; 0 while it does. What it last gave goes on to be enforced."),
        MetricDescription(
            "neap_source_info", .gauge, ["environment", "commit"], "Always 1; the commit that the last pass was about."),
        MetricDescription(
            "neap_status_commits_total", .counter, ["environment", "result"],
            "Status commits; result is written, failed or foreign."),
        MetricDescription(
            "neap_trace_spans_total", .counter, ["result"],
            "Spans of passes; result is sent, failed (the collector did not take them) or dropped (too many waited)."),
        MetricDescription(
            "neap_webhook_requests_total", .counter, ["forge", "code"],
            "Requests to the webhook server, by their answer."),
        MetricDescription(
            "neap_workqueue_depth", .gauge, ["environment"], "Resources of which something moves or is left to write."),
        MetricDescription(
            "neap_workqueue_longest_running_processor_seconds", .gauge, ["environment"],
            "For how long the round that runs now has run; 0 when none does."),
        MetricDescription("process_cpu_seconds_total", .counter, [], "Processor time of this process."),
        MetricDescription("process_open_fds", .gauge, [], "Open file descriptors."),
        MetricDescription("process_resident_memory_bytes", .gauge, [], "Resident memory."),
        MetricDescription("process_start_time_seconds", .gauge, [], "When the process began, seconds since 1970."),
    ]

    /// What only the process that writes for an environment knows.
    static let ofLeader = [
        "neap_environment_ready", "neap_last_success_timestamp_seconds", "neap_resources", "neap_source_age_seconds",
        "neap_source_info", "neap_workqueue_depth",
    ]
}
