import Model

/// What is known of one run, as outputs and status files carry it: ECS forgets a stopped task after an hour or so
/// (aws-facts 8.2), which content ran must be known for longer.
struct RunRecord: Sendable, Equatable {
    /// How it ended.
    enum Result: String, Sendable { case running, succeeded, failed }

    /// The output that holds the records, newest first.
    static let name = "runs"
    /// The output that says which attempt the next run is.
    static let attemptName = "attempt"
    /// How many are kept.
    static let limit = 20

    /// `RunContent.hash`.
    var content: String
    /// From 1; more once a person asked for the same content again.
    var attempt: Int
    /// `family:revision`.
    var revision: String
    /// The task's ARN.
    var task: String
    var result: Result
    /// Of the essential container that decides; nil while it runs, and when it never started.
    var exitCode: Int?
    /// Why it failed, for a person; nil when it did not.
    var reason: String?
    /// When ECS began it, in seconds since 1970 by its clock; not recorded, nil unless ECS was asked.
    var createdAt: Double?

    /// A run of `content`.
    init(_ content: RunContent, attempt: Int, task: String, _ result: Result) {
        self.content = content.hash
        self.attempt = attempt
        revision = content.revision
        self.task = task
        self.result = result
    }

    /// The record that `value` holds; nil when it is none.
    init?(_ value: Value) {
        guard let content = value["content"]?.string, let word = value["result"]?.string,
            let result = Result(rawValue: word)
        else { return nil }
        self.content = content
        self.result = result
        attempt = value["attempt"]?.integer ?? 1
        revision = value["revision"]?.string ?? ""
        task = value["task"]?.string ?? ""
        exitCode = value["exitCode"]?.integer
        reason = value["reason"]?.string
    }

    /// The record as a value.
    var value: Value {
        var value: Value = [
            "content": .string(content), "attempt": .integer(attempt), "revision": .string(revision),
            "task": .string(task), "result": .string(result.rawValue),
        ]
        value["exitCode"] = exitCode.map { .integer($0) }
        value["reason"] = reason.map { .string($0) }
        return value
    }

    /// `api-migrate:7 ended with exit code 1: Essential container in task exited`.
    var text: String {
        let how = exitCode.map { "ended with exit code \($0)" } ?? "failed"
        return "\(revision) \(how)" + (reason.map { ": \($0)" } ?? "")
    }
}
