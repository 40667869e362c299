import Manifest
import Kinds
import Model
import Planning

/// `README.md` of the status branch: what a person reads on the forge, worst first.
struct StatusReadme {
    let input: StatusInput
    private static let rowLimit = 200

    init(_ input: StatusInput) { self.input = input }

    var text: String {
        let sections = [title, facts, MovingSection(input: input).text, services, capacity, attention, footer]
        return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var title: String { "# \(input.target.environment.name) · \(summary)" }

    /// `1 rolling out, 13 in sync`.
    var summary: String {
        let states = input.states.values
        let stalled = states.filter { !$0.isSettled && !$0.isMoving }.count + input.target.desired.invalid.count
        let rolling = states.filter { $0.isMoving && $0.health.reason == .rollingOut }.count
        let waiting = states.filter(\.isMoving).count - rolling
        let parts = [(stalled, "need attention"), (rolling, "rolling out"), (waiting, "on the way")]
        let shown = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return (shown + ["\(states.filter(\.isSettled).count) in sync"]).joined(separator: ", ")
    }

    private var facts: String {
        let source = input.target.source
        let on = source.branch.map { " on \(code($0))" } ?? ""
        let applied =
            input.isApplied
            ? "`\(source.short)`, every step done" : input.memory.applied.map { "`\($0.prefix(7))`" } ?? "not yet"
        let settled = StatusFile(input: input).settled
        let settledText = settled.map {
            "`\($0.commit.prefix(7))`" + ($0.at.flatMap(UTC.seconds).map { ", \(UTC.readable($0))" } ?? "")
        }
        return """
            | | |
            | --- | --- |
            | Git | \(commitLink(source.id))\(on): "\(source.subject.markdownCell)" (\(source.author.markdownCell), \(UTC.readable(source.time))) |
            | Applied | \(applied) |
            | Last settled | \(settledText ?? "never") |
            | AWS | \(input.target.accountID), \(input.target.region) |
            """
    }

    /// A code span; what would end it, or the table's cell, is plain text instead.
    private func code(_ text: String) -> String {
        text.contains { "`|".contains($0) } ? text.markdownCell : "`\(text)`"
    }

    private func commitLink(_ id: String) -> String {
        let source = input.target.source
        let short = "`\(id.prefix(7))`"
        return source.hasCommitPages ? "[\(short)](https://\(source.repository)/commit/\(id))" : short
    }

    private var services: String {
        let states = input.worstFirst.filter { $0.id.kind == "Service" }
        guard !states.isEmpty else { return "" }
        let rows = states.prefix(Self.rowLimit).map { state -> String in
            let view = ServiceView(state)
            return row([
                link(state.id), state.sync.rawValue, health(state), revision(view), tasks(state, view),
                changedBy(state.id),
            ])
        }
        return table(
            "Services", ["service", "sync", "health", "revision", "tasks", "changed by"], Array(rows), states.count)
    }

    /// `41 → 42` while 42 is on its way, `41 (42 rolled back)` when it did not stay.
    private func revision(_ view: ServiceView?) -> String {
        guard let view, let wanted = view.wanted else { return "–" }
        if view.isRolledBack {
            return view.servesInstead.map { "\($0) (\(wanted) rolled back)" } ?? "\(wanted), rolled back"
        }
        return (view.isMoving ? view.from.map { "\($0) → " } ?? "" : "") + String(wanted)
    }

    private func tasks(_ state: ResourceState, _ view: ServiceView?) -> String {
        if let claim = state.plan.owned.first(where: { $0.path == "/desiredCount" }) {
            return claim.band.map { "\($0.lowerBound) to \($0.upperBound), autoscaled" } ?? "autoscaled"
        }
        return view.map { String($0.desired) } ?? "–"
    }

    private var capacity: String {
        let states = input.worstFirst.filter { $0.id.kind == "AutoScalingGroup" }
        guard !states.isEmpty else { return "" }
        let rows = states.prefix(Self.rowLimit).map { state in
            row([link(state.id), state.sync.rawValue, health(state)] + CapacityCells(state).cells)
        }
        let columns = ["group", "sync", "health", "instances", "on-demand", "template", "zones"]
        return table("Capacity", columns, Array(rows), states.count)
    }

    private var attention: String {
        let states = input.attention.filter {
            $0.id.kind != "Service" || $0.problem != nil || $0.health.status == .degraded || $0.cause != nil
        }
        let rows = states.prefix(Self.rowLimit).map { state in
            let what = state.cause.map { "\($0.cause): \($0.evidence)" } ?? state.told
            let mark = state.isMoving ? "waiting" : "error"
            return row([mark, "\(link(state.id)): \(what.markdownCell)", advice(state)])
        }
        let errors = input.target.desired.diagnostics.filter { $0.severity == .error }
        let broken = errors.prefix(Self.rowLimit).map {
            row(["error", $0.description.markdownCell, "correct the manifest; the rest is applied"])
        }
        let orphans = StatusFile(input: input).gone
        let told = Set(states.map(\.id))
        let kept = orphans.filter { !told.contains($0) }.prefix(Self.rowLimit).map { id in
            row(["notice", "\(link(id)): no longer in Git, kept in AWS", "delete it by hand, or put its manifest back"])
        }
        let replaced = ReplacedFile.all(input).filter { !told.contains($0.id) }.map { one in
            row(["notice", "\(one.id.description.markdownCell): \(one.message.markdownCell)", "confirm it in Git"])
        }
        let images = newerImages
        let count = errors.count + states.count + images.count + orphans.count + replaced.count
        let all = (Array(broken) + Array(rows) + images + Array(kept) + replaced).prefix(Self.rowLimit)
        return all.isEmpty ? "" : table("Needs attention", ["", "what", "do"], Array(all), count)
    }

    private var newerImages: [String] {
        input.byName.flatMap { state in
            state.plan.newerImages.map { image in
                let text = image.text { "`\($0)`" }
                return row(["notice", "\(state.id.description.markdownCell): \(text)", image.advice { "`\($0)`" }])
            }
        }
    }

    private func advice(_ state: ResourceState) -> String {
        if let cause = state.cause { return cause.fix.markdownCell }
        return switch state.problem?.reason ?? state.health.reason {
        case .rolledBack: "commit a fix, or `neap rollout retry \(state.id.name)`"
        case .approvalRequired: "push a commit with the trailer that is named there"
        case .pruneCapped: "raise `prune.maxDeletions`, or put manifests back"
        case .pruneHeld: "mend what fails; deletions go on by themselves"
        case .emptyDesired: "put the manifests back, or `neap destroy`"
        case .pendingConfirmation: "add the line to `confirmDelete`, or put the manifest back"
        case .deleting: "nothing; it goes on by itself"
        case .outsideWindow: "nothing; it is written when the window opens"
        case .paused: "nothing; it goes on by itself"
        case .quarantined where state.id.kind == "AutoScalingGroup":
            "change it, or `neap rollout retry \(state.id.name.markdownCell)`"
        case .notOwned:
            "set `policy.adopt: true` in \(state.plan.resource.place.lineDescription.markdownCell), or rename it"
        case .conflict: "let its owner give it up, or rename it"
        case .accessDenied: "grant the action to Neap's role"
        case .needsReplacement: "as it says there, or take the change back"
        case .driftReported: "`policy.drift: correct` writes Git's value back; `neap apply` does it once"
        case .waiting, .dependencyFailed, .observationFailed: "nothing; the next pass looks again"
        default: "see [details](\(PathPart.link(ResourceFile.path(of: state.id))))"
        }
    }

    private var footer: String {
        "<sub>Written by Neap \(input.version) for machines in [`status.yaml`](status.yaml). Do not edit: Neap is this branch's only writer.</sub>"
    }

    private func health(_ state: ResourceState) -> String {
        state.health.status == .healthy ? "Healthy" : "**\(state.health.status.rawValue)**"
    }
    private func link(_ id: ResourceID) -> String {
        "[\(id.name.markdownCell)](\(PathPart.link(ResourceFile.path(of: id))))"
    }
    private func changedBy(_ id: ResourceID) -> String {
        let state = input.states[id]
        let record = input.memory.records[id]
        let isNew = state?.sync == .synced && record?.specHash != state?.plan.specHash
        let commit = isNew ? input.target.source.id : record?.commit
        return commit.map { "`\($0.prefix(7))`" } ?? "–"
    }
    private func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
    private func table(_ title: String, _ columns: [String], _ rows: [String], _ count: Int) -> String {
        let head = [row(columns), row(columns.map { _ in "---" })]
        let rest = count > Self.rowLimit ? "\n\n\(count - Self.rowLimit) more are not shown." : ""
        return "## \(title)\n\n" + (head + rows).joined(separator: "\n") + rest
    }
}
