public import Model

/// The attempts to bring a service's revisions live, as the status branch tells of them.
public struct RolloutHistory: Sendable {
    /// One attempt.
    public struct Attempt: Sendable {
        /// The task definition's revision.
        public let revision: Int
        /// The attempt as its file holds it.
        public let value: Value

        /// `progressing`, `live`, `rolledBack`, `failed`, `superseded` or `timedOut`.
        public var result: String { value["result"]?.string ?? "" }
    }

    /// The service's name.
    public let service: String
    /// Newest first.
    public let attempts: [Attempt]

    /// The attempts of `service` that the branch still has.
    public init(_ loaded: StatusBranch.Loaded, of service: String) {
        self.service = service
        let files = loaded.memory.rolloutFiles.values.filter { $0["service"]?.string == service }
        let all = files.flatMap { file in
            (file["attempts"]?.list ?? []).map { Attempt(revision: file["revision"]?.integer ?? 0, value: $0) }
        }
        attempts = all.sorted { Self.age($0) > Self.age($1) }
    }

    private static func age(_ attempt: Attempt) -> (String, Int, Int) {
        (attempt.value["startedAt"]?.string ?? "", attempt.revision, attempt.value["number"]?.integer ?? 0)
    }

    /// A line an attempt.
    public var table: String {
        let head = ["REVISION", "ATTEMPT", "RESULT", "FROM", "STARTED", "TOOK", "COMMIT", "WHY"]
        return TextTable(rows: [head] + attempts.map(row)).text
    }

    private func row(_ attempt: Attempt) -> [String] {
        let text: (String) -> String = { attempt.value[$0]?.scalarText ?? "–" }
        let why = attempt.value["cause"]?.string ?? (text("trigger") == "commit" ? "" : text("trigger"))
        return [
            String(attempt.revision), text("number"), attempt.result, text("from"), text("startedAt"),
            text("duration"), String(text("commit").prefix(7)), why,
        ]
    }

    /// `schema: neap/rollouts/v1`, with every attempt as its file holds it, and its revision.
    public var value: Value {
        [
            "schema": "neap/rollouts/v1", "service": .string(service),
            "attempts": .list(
                attempts.map { attempt in
                    var value = attempt.value
                    value["revision"] = .integer(attempt.revision)
                    return value
                }),
        ]
    }
}
