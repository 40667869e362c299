import Kinds
import Model
import Planning

/// A group's block in the section `Moving` of `README.md`.
struct MovingGroup {
    let input: StatusInput
    let state: ResourceState
    let view: GroupView

    /// Nil when no instances roll.
    init?(_ input: StatusInput, _ state: ResourceState, _ view: GroupView) {
        guard view.rollout.isMoving else { return nil }
        self.input = input
        self.state = state
        self.view = view
    }

    var text: String {
        """
        \(head.joined(separator: " · "))

        | instances | starting | in service | leaving |
        | --- | ---: | ---: | ---: |
        \(row(rollout.wanted, "new", view.counts(new: true)))
        \(row(rollout.from == rollout.wanted ? nil : rollout.from, "old", view.counts(new: false)))

        \(sentence)
        """
    }

    private var rollout: InstanceRollout { view.rollout }

    private var head: [String] {
        let from = rollout.from.flatMap { $0 == rollout.wanted ? nil : "\($0) → " } ?? ""
        var parts = [
            "**\(state.id.description.markdownCell)**", "template version \(from)\(rollout.wanted ?? "?")",
        ]
        let file = RefreshFile(input, state)
        if let started = file?.started.flatMap(UTC.seconds) { parts.append("started \(UTC.readable(started))") }
        return parts + (file.map { ["[details](\(PathPart.link($0.path)))"] } ?? [])
    }

    private func row(_ version: String?, _ age: String, _ counts: GroupView.Counts) -> String {
        let name = version.map { "\($0) (\(age))" } ?? age
        return "| \(name) | \(counts.starting) | \(counts.inService) | \(counts.leaving) |"
    }

    private var sentence: String {
        let now = "In service \(view.inService) of \(rollout.desired)."
        guard let refresh = rollout.refresh else { return now }
        switch refresh.phase {
        case .replacing: return now + " The refresh is at \(refresh.percentage) %."
        case .goingBack: return now + " It goes back: \(refresh.reason.markdownCell)"
        case .stopping: return now + " The refresh is being stopped."
        default: return now + " Paused: \((state.problem?.message ?? state.health.message).markdownCell)."
        }
    }
}
