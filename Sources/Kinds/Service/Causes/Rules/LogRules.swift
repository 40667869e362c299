import Model

/// The log group of a container is not there.
struct LogGroupMissing: CauseRule {
    static let id = "log-group-missing"

    func cause(_ evidence: Evidence) -> Cause? {
        guard let failure = evidence.failure({ $0.says("specified log group does not exist") }) else { return nil }
        let container = evidence.definition.container(failure.newest.culprit?.name)
        let spot = evidence.manifest.container(
            container?.name, "/logConfiguration/options/awslogs-group", "`awslogs-group`")
        let group = container?.logGroup ?? "the log group"
        return found(
            "the log group does not exist", failure.told("\(group) does not exist"),
            fix: "add a LogGroup \(group), or correct \(spot) (or its awslogs-region); \(evidence.commit)", at: spot)
    }
}

/// The log group may not be made or written to.
struct LoggingDenied: CauseRule {
    static let id = "logging-denied"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { task in
            task.says("initialize logging driver", "failed to validate logger", "failed to create Cloudwatch log")
        }
        guard let failure else { return nil }
        let name = failure.newest.culprit?.name
        let spot = evidence.manifest.container(name, "/logConfiguration", "`logConfiguration`")
        let text = failure.newest.text
        let isDenied = text.contains("AccessDenied") || text.contains("not authorized")
        return found(
            isDenied ? "the log group may not be written to" : "the log driver can not be set up",
            failure.told(Said.short(text)),
            fix: isDenied
                ? "grant the execution role logs:CreateLogStream and logs:PutLogEvents (logs:CreateLogGroup where \(spot) "
                    + "has awslogs-create-group); \(evidence.retry)" : "correct \(spot); \(evidence.commit)",
            at: spot)
    }
}
