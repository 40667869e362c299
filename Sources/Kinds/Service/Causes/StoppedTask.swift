import Model

/// A task that has stopped, with all that AWS says about why.
struct StoppedTask: Sendable, Comparable {
    /// One of its containers.
    struct Container: Sendable, Equatable {
        let name: String
        let exitCode: Int?
        let reason: String
    }

    let id: String
    let stopCode: String
    let reason: String
    /// Seconds since 1970; nil when it never ran.
    let startedAt: Double?
    /// Seconds since 1970.
    let stoppedAt: Double
    let containers: [Container]
    /// Everything that was said, in lower case.
    private let said: String

    init(_ task: Value) {
        id = task["taskArn"]?.string.map(Service.lastPart) ?? ""
        stopCode = task["stopCode"]?.string ?? ""
        let stoppedReason = task["stoppedReason"]?.string ?? ""
        reason = stoppedReason
        startedAt = task["startedAt"].flatMap(Evidence.seconds)
        stoppedAt = task["stoppedAt"].flatMap(Evidence.seconds) ?? 0
        containers = (task["containers"]?.list ?? []).map { container in
            Container(
                name: container["name"]?.string ?? "", exitCode: container["exitCode"]?.integer,
                reason: container["reason"]?.string ?? "")
        }.sorted { $0.name < $1.name }
        said = ([stoppedReason] + containers.map(\.reason)).joined(separator: "\n").lowercased()
    }

    /// True when AWS says one of `texts`, whatever their case.
    func says(_ texts: String...) -> Bool { texts.contains { said.contains($0.lowercased()) } }

    /// The container that failed: the one that AWS gives a reason for, else the first that did not end well.
    var culprit: Container? {
        containers.first { !$0.reason.isEmpty } ?? containers.first { $0.exitCode.map { $0 != 0 } ?? false }
            ?? containers.first
    }

    /// The longest of what was said: a container's own reason, or the task's.
    var text: String {
        let reason = culprit?.reason ?? ""
        return reason.isEmpty ? self.reason : reason
    }

    /// True when it ended by itself, not by a person, the scheduler or a Spot interruption.
    var endedByItself: Bool { stopCode == "EssentialContainerExited" || stopCode == "TaskFailedToStart" }

    /// The exit codes of its containers.
    func exited(_ code: Int) -> Bool { endedByItself && containers.contains { $0.exitCode == code } }

    /// How long it ran, in seconds; 0 when it never did.
    var lived: Double { startedAt.map { max(0, stoppedAt - $0) } ?? 0 }

    /// Newest first.
    static func < (a: StoppedTask, b: StoppedTask) -> Bool { (b.stoppedAt, a.id) < (a.stoppedAt, b.id) }
}
