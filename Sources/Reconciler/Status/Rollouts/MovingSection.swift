import Kinds
import Model
import Planning

/// The section `Moving` of `README.md`: how each rollout stands.
struct MovingSection {
    let input: StatusInput
    private static let limit = 200

    /// Empty when nothing moves.
    var text: String {
        let blocks = input.byName.compactMap { state -> String? in
            if let group = GroupView(state) { return MovingGroup(input, state, group)?.text }
            guard let view = ServiceView(state), view.isMoving else { return nil }
            return block(state, view)
        }
        guard !blocks.isEmpty else { return "" }
        let rest = blocks.count > Self.limit ? ["\(blocks.count - Self.limit) more are not shown."] : []
        return "## Moving\n\n" + (blocks.prefix(Self.limit) + rest).joined(separator: "\n\n")
    }

    private func block(_ state: ResourceState, _ view: ServiceView) -> String {
        """
        \(head(state, view).joined(separator: " · "))

        | tasks | starting | healthy | draining |
        | --- | ---: | ---: | ---: |
        \(view.deployments.map { row($0, view) }.joined(separator: "\n"))

        \(sentences(view).joined(separator: " "))
        """
    }

    private func head(_ state: ResourceState, _ view: ServiceView) -> [String] {
        let from = view.from.map { "\($0) → " } ?? ""
        let revision = view.wanted.map(String.init) ?? "?"
        var parts = ["**\(state.id.description.markdownCell)**", "revision \(from)\(revision)"]
        if let started = RolloutFile(input, state)?.underWaySince.flatMap(UTC.seconds) {
            parts.append("started \(UTC.readable(started))")
        }
        let path = view.wanted.map { PathPart.link(RolloutFile.path(state.id.name, $0)) } ?? ""
        return parts + ["[details](\(path))"]
    }

    private func row(_ deployment: ServiceRollout.Deployment, _ view: ServiceView) -> String {
        let age = deployment.isPrimary && deployment.revision == view.wanted ? "new" : "old"
        let (revision, tasks) = (deployment.revision.map(String.init) ?? "?", deployment.tasks)
        let healthy = tasks.healthy.map(String.init) ?? "\(tasks.running) running"
        return "| \(revision) (\(age)) | \(tasks.starting) | \(healthy) | \(tasks.draining) |"
    }

    /// Where the counts stand between the floor and the ceiling, and what they do not show.
    private func sentences(_ view: ServiceView) -> [String] {
        let (tasks, bounds) = (view.rollout.allTasks, view.bounds)
        let now = tasks.healthy.map { "Healthy \($0)" } ?? "Running \(tasks.running)"
        let floor = "the floor is \(bounds.floor) (`minimumHealthyPercent: \(bounds.minimumHealthyPercent)`)"
        var all = ["\(now) of \(view.desired); \(floor), the ceiling \(bounds.ceiling)."]
        all.append(waiting(tasks.waitingForRoom))
        if tasks.unhealthy > 0 { all.append(count(tasks.unhealthy, "task runs", "tasks run") + " unhealthy.") }
        if tasks.failed > 0 { all.append(count(tasks.failed, "task", "tasks") + " failed.") }
        if let unknown = view.rollout.unknown { all.append("Not all is known: \(unknown.markdownCell).") }
        return all
    }

    private func waiting(_ tasks: Int) -> String {
        tasks == 0 ? "Nothing waits for room." : count(tasks, "task waits", "tasks wait") + " for room."
    }

    private func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }
}
