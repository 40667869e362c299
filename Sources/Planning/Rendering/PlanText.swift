import Kinds
import Model

/// A plan for people on a terminal or in a log (look.md section 6). Signs carry the meaning; colour only repeats it.
public struct PlanText: Sendable {
    let plan: Plan
    let header: PlanHeader
    let usesColour: Bool
    private static let places = 64

    /// The text of `plan`; colour only where the reader is a terminal.
    public init(_ plan: Plan, _ header: PlanHeader, usesColour: Bool = false) {
        self.plan = plan
        self.header = header
        self.usesColour = usesColour
    }

    /// The whole text, ending in a newline.
    public var text: String {
        let isNews =
            (plan.resources + plan.departures).contains(where: isShown) || !plan.diagnostics.isEmpty
            || !plan.later.isEmpty
        guard isNews else {
            return inSync + (spot.isEmpty ? "" : "\n\(spot)\n")
        }
        let sections = [head, resources, steps, forecast, spot, remarks, counts]
        return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var inSync: String {
        let calls = header.calls > 0 ? " (\(header.calls) AWS calls)" : ""
        return
            "\(header.environment): in sync with \(header.shortCommit), \(plan.resources.count) resource\(plan.resources.count == 1 ? "" : "s")\(calls).\n"
    }

    private var head: String {
        let from = [header.branch, header.author.isEmpty ? nil : header.author].compactMap { $0 }.joined(
            separator: ", ")
        let settled = header.lastSettled.map { ", last settled at \($0.prefix(7))" } ?? ", never settled"
        return """
            \(header.environment)  \(header.accountID) \(header.region)
            Git   \(header.shortCommit)  \(header.subject.onOneLine)   (\(from.onOneLine))
            Live  read \(header.readAt)\(settled)
            """
    }

    private func isShown(_ resource: ResourcePlan) -> Bool {
        resource.action != .none || !resource.changes.isEmpty || !resource.kept.isEmpty
    }

    private var resources: String {
        let shown = plan.resources.filter(isShown)
        let unchanged = plan.resources.count - shown.count
        var blocks = shown.map { block($0).joined(separator: "\n") }
        if unchanged > 0 { blocks.append("  \(unchanged) resource\(unchanged == 1 ? "" : "s") unchanged") }
        blocks += plan.departures.filter { $0.action == .delete }.map { block($0).joined(separator: "\n") }
        return blocks.joined(separator: "\n\n")
    }

    private func block(_ resource: ResourcePlan) -> [String] {
        let title = "\(resource.sign) \(resource.id)".padded(Self.places)
        var lines = [coloured("\(title)\(resource.resource.place.lineDescription)", resource.sign)]
        if let schema = kindsByName[resource.id.kind]?.schema {
            let rows = resource.lines(by: schema)
            let columns = Columns(rows)
            lines += rows.map { coloured(columns.text(of: $0), $0.sign) }
        }
        if let author = resource.changedBy {
            lines.append(
                "    changed by \(author.identity), \(author.operation), \(WindowGuard.text(author.at))".onOneLine)
        }
        if resource.action == .none && !resource.changes.isEmpty {
            lines.append("    drift, reported only (policy.drift: report)")
        }
        return lines
    }

    private var steps: String {
        guard !plan.allSteps.isEmpty else { return "" }
        return (["Steps"] + StepRows(plan).rows.map(\.onOneLine)).joined(separator: "\n")
    }

    private var forecast: String { plan.forecast.map { ForecastText($0).text } ?? "" }

    private var spot: String { plan.spot.map { SpotLines($0).text } ?? "" }

    private var remarks: String {
        let held = (plan.resources + plan.departures).compactMap { resource -> String? in
            switch resource.action {
            case .blocked(.refused, _): nil
            case .blocked(_, let why):
                "hold    \(resource.id): \(why.onOneLine).   \(resource.resource.place.lineDescription)"
            case .replace:
                """
                refuse  \(resource.id): \(resource.replacedFields.onOneLine) can only be set at creation.   \(resource.resource.place.lineDescription)
                        \(resource.whyNotReplaced.onOneLine).
                """
            default: nil
            }
        }
        return
            (held + FindingLines(findings: plan.findings).text
            + plan.diagnostics.map { "\($0.severity == .error ? "error " : "warn  ")  \($0.description.onOneLine)" })
            .joined(
                separator: "\n")
    }

    private var counts: String {
        let counts = plan.counts
        let going = plan.deletionCounts
        let numbers =
            "\(counts.add) to add, \(counts.change) to change, \(counts.replace) to replace, \(going.delete) to delete"
        let blocked = counts.blocked + going.held
        let held = blocked > 0 ? "; \(blocked) held back" : ""
        return "Plan: \(!plan.refused.isEmpty || plan.isRefused ? "refused. " : "")\(numbers)\(rolls)\(held)."
    }

    private var rolls: String {
        let rolled = [(Effect.rollsTasks, "task"), (.rollsInstances, "instance")].compactMap {
            effect, noun -> String? in
            let plans = plan.resources.filter { one in one.isChange && one.calls.contains { $0.effect == effect } }
            let count = plans.compactMap(\.rolledCount).reduce(0, +)
            return count > 0 ? "\(count) \(noun)\(count == 1 ? "" : "s")" : nil
        }
        return rolled.isEmpty ? "" : "; rolls " + rolled.joined(separator: " and ")
    }

    private func coloured(_ line: String, _ sign: String) -> String {
        let text = line.onOneLine
        guard usesColour else { return text }
        let colour = ["+": 32, "-": 31, "~": 33, "-/+": 31, "+/-": 33, "!": 31][sign]
        return colour.map { "\u{1B}[\($0)m\(text)\u{1B}[0m" } ?? text
    }
}

extension ResourcePlan {
    /// The fields that would need a replacement.
    var replacedFields: String {
        changes.filter { $0.effect == .replaces }.map { $0.path.parts.joined(separator: ".") }.joined(separator: ", ")
    }

    /// How many tasks or instances a roll of the resource moves; nil when its kind rolls nothing.
    var rolledCount: Int? {
        observation.live.flatMap { live in kindsByName[id.kind].flatMap { $0.rolledCount(of: live) } }
    }
}

/// Where values and effects of one resource's lines stand: as far left as all of them allow.
private struct Columns {
    private let values: Int
    private let effects: Int

    init(_ lines: [PlanLine]) {
        let heads = lines.filter { !$0.value.isEmpty }.map { $0.head.count + 2 }
        let values = max(29, heads.max() ?? 0)
        let ends = lines.filter { !$0.effect.isEmpty }.map {
            ($0.value.isEmpty ? $0.head.count : values + $0.value.count) + 2
        }
        self.values = values
        effects = max(64, ends.max() ?? 0)
    }

    func text(of line: PlanLine) -> String {
        let left = line.value.isEmpty ? line.head : line.head.padded(values) + line.value
        return line.effect.isEmpty ? left : left.padded(effects) + line.effect
    }
}
