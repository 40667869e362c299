import Model

/// The kernel ended the container for the memory that it took.
struct OutOfMemory: CauseRule {
    static let id = "out-of-memory"

    func cause(_ evidence: Evidence) -> Cause? {
        guard let failure = evidence.failure({ $0.says("OutOfMemory") || $0.exited(137) }) else { return nil }
        let killed = failure.newest.containers.first { $0.reason.contains("OutOfMemory") || $0.exitCode == 137 }
        let container = evidence.definition.container(killed?.name)
        let spot = evidence.manifest.container(container?.name, "/memory", "`memory`")
        let limit = container?.memory.map { ", limit \($0) MiB" } ?? ""
        let sign = failure.newest.says("OutOfMemory") ? "OutOfMemoryError" : "exit code 137"
        return found(
            "the container takes more memory than it may",
            failure.told("\(sign), container \(container?.name ?? "")\(limit)"),
            fix: "raise the memory in \(spot), or let the application take less; \(evidence.commit)", at: spot)
    }
}

extension Evidence {
    /// Tasks whose essential container ended with a code for which `matches` holds.
    fileprivate func exits(_ matches: (StoppedTask, Int) -> Bool) -> (TaskFailure, StoppedTask.Container, Int)? {
        let code: (StoppedTask) -> Int? = { task in
            let codes = task.containers.compactMap(\.exitCode)
            return codes.first { $0 != 0 } ?? codes.first
        }
        let failure = failure { task in
            task.stopCode == "EssentialContainerExited" && (code(task).map { matches(task, $0) } ?? false)
        }
        guard let failure, let exit = code(failure.newest) else { return nil }
        let container = failure.newest.containers.first { $0.exitCode == exit }
        return container.map { (failure, $0, exit) }
    }

    fileprivate func logs(_ container: StoppedTask.Container) -> String {
        "see its last lines with `neap why \(name)`"
    }
}

/// A container that has nothing to do and ends well, in a service that is to run for ever.
struct ContainerEnds: CauseRule {
    static let id = "container-ends"

    func cause(_ evidence: Evidence) -> Cause? {
        guard let (failure, container, _) = evidence.exits({ $1 == 0 }) else { return nil }
        let spot = evidence.manifest.container(container.name, "/command", "`command`")
        return found(
            "the container ends by itself, and a service's must not", failure.told("\(container.name) exited with 0"),
            fix: "let the command in \(spot) stay in the foreground, or mark the container `essential: false`; "
                + evidence.commit,
            at: spot)
    }
}

/// The container ends within a minute of its start.
struct ContainerExitsAtOnce: CauseRule {
    static let id = "container-exits-at-once"
    /// Seconds; ECS counts a task without checks as healthy after 40 (aws-facts 1.3).
    static let atOnce: Double = 60

    func cause(_ evidence: Evidence) -> Cause? {
        guard let (failure, container, code) = evidence.exits({ task, _ in task.lived < Self.atOnce }) else {
            return nil
        }
        let spot = evidence.manifest.container(container.name, "/image", "the image")
        return found(
            "the container exits right after its start",
            failure.told("\(container.name) exited with \(code)\(ContainerCrashes.meaning(code))"),
            fix: "\(evidence.logs(container)); correct the application or what \(spot) gives it, \(evidence.commit)",
            at: spot)
    }
}

/// The container ran, and then it crashed.
struct ContainerCrashes: CauseRule {
    static let id = "container-crashes"

    func cause(_ evidence: Evidence) -> Cause? {
        guard let (failure, container, code) = evidence.exits({ _, _ in true }) else { return nil }
        let spot = evidence.manifest.container(container.name, "/image", "the image")
        let lived = Int(failure.tasks.map(\.lived).min() ?? 0) / 60
        return found(
            "the container crashes after it has run for a while",
            failure.told(
                "\(container.name) exited with \(code)\(Self.meaning(code)), at least \(lived) min after its start"),
            fix: "\(evidence.logs(container)); correct the application of \(spot), \(evidence.commit)", at: spot)
    }

    /// What a code says that a signal made.
    static func meaning(_ code: Int) -> String {
        switch code {
        case 134: " (SIGABRT)"
        case 139: " (SIGSEGV)"
        case 143: " (SIGTERM)"
        default: ""
        }
    }
}

/// Tasks stop for a reason that no other rule knows: AWS's own words.
struct TaskFails: CauseRule {
    static let id = "task-fails"

    func cause(_ evidence: Evidence) -> Cause? {
        guard let failure = evidence.failure({ $0.endedByItself && !$0.text.isEmpty }) else { return nil }
        let spot = evidence.manifest.definition("/", "the task definition")
        return found(
            "its tasks do not come up", failure.told(Said.short(failure.newest.text)),
            fix: "correct \(spot), \(evidence.commit)", at: spot)
    }
}

/// Spot took the instances while the rollout ran.
struct SpotInterruption: CauseRule {
    static let id = "spot-interruption"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { task in
            task.stopCode == "SpotInterruption" || task.stopCode == "TerminationNotice"
                || task.says("Spot Task was interrupted", "Host EC2 (instance")
        }
        guard let failure else { return nil }
        return found(
            "Spot instances were taken away while the rollout ran",
            failure.told(Said.short(failure.newest.reason.isEmpty ? failure.newest.stopCode : failure.newest.reason)),
            fix: "nothing: ECS starts the tasks again on other instances; more instance types and zones make it rarer")
    }
}
