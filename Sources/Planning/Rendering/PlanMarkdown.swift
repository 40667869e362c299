import Kinds
import Model

/// A plan for a forge: what `plan.md` on the status branch and a pull request's comment hold.
public struct PlanMarkdown: Sendable {
    let plan: Plan
    let header: PlanHeader
    let picture: String?

    /// The Markdown of `plan`; `picture` is the link to its forecast's drawing; nil for none.
    public init(_ plan: Plan, _ header: PlanHeader, picture: String? = nil) {
        self.plan = plan
        self.header = header
        self.picture = picture
    }

    /// The whole text, ending in a newline.
    public var text: String {
        let (counts, going) = (plan.counts, plan.deletionCounts)
        let title = "# \(header.environment) · plan for `\(header.shortCommit)`"
        let numbers =
            "\(counts.add) to add, \(counts.change) to change, \(counts.replace) to replace, "
            + "\(going.delete) to delete"
        guard plan.hasChanges || counts.blocked + going.held > 0 else {
            let inSync = "\(title)\n\nIn sync, \(plan.resources.count) resources.\n"
            return inSync + (spot.isEmpty ? "" : "\n\(spot)\n")
        }
        let sections = ["\(title)\n\n**\(numbers)**", changes, held, findings, steps, forecast, spot].filter {
            !$0.isEmpty
        }
        return sections.joined(separator: "\n\n") + "\n"
    }

    /// The same in so many bytes, where it has more: whole lines, and how many are left out.
    public func text(ofAtMost limit: Int) -> String {
        let text = text
        guard text.utf8.count > limit else { return text }
        var (kept, size): ([Substring], Int) = ([], 0)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines {
            size += line.utf8.count + 1
            guard size <= limit else { break }
            kept.append(line)
        }
        let isInCode = kept.filter { $0 == "```" }.count % 2 == 1
        return kept.joined(separator: "\n") + (isInCode ? "\n```" : "")
            + "\n\n\(lines.count - kept.count) more lines are not shown here; `neap plan` shows them.\n"
    }

    private var changes: String {
        let rows = (plan.resources + plan.departures).flatMap(rows)
        guard !rows.isEmpty else { return "" }
        return (["| | resource | field | change | effect |", "| --- | --- | --- | --- | --- |"] + rows).joined(
            separator: "\n")
    }

    private func rows(_ plan: ResourcePlan) -> [String] {
        if plan.action == .delete {
            let place = plan.resource.place.lineDescription
            let why = Predecessor.successor(of: plan.id) == nil ? "no longer in Git (was \(place))" : "was replaced"
            return ["| - | `\(plan.id)` | | \(why) | \(Effect.deletes.rawValue) |"]
        }
        guard let schema = kindsByName[plan.id.kind]?.schema, plan.isChange || plan.action == .replace else {
            return []
        }
        let name = "`\(plan.id)`"
        if plan.action == .create, !plan.isReplacement {
            return ["| + | \(name) | | \(plan.resource.place.lineDescription) | |"]
        }
        return plan.changes.map { change in
            let text = change.text(by: schema, label: "").markdownCell
            return
                "| \(plan.sign) | \(name) | \(change.path.description.markdownCode) | \(text) | \(change.effect.rawValue) |"
        }
    }

    private var held: String {
        (plan.resources + plan.departures).compactMap { plan -> String? in
            switch plan.action {
            case .blocked(.refused, _): nil
            case .blocked(let reason, let why): "- hold `\(plan.id)` (\(reason.rawValue)): \(why.markdownCell)"
            case .replace:
                "- refuse `\(plan.id)`: \(plan.replacedFields.markdownCell) can only be set at creation. \(plan.whyNotReplaced.markdownCell)."
            default: nil
            }
        }.joined(separator: "\n")
    }

    private var findings: String { FindingLines(findings: plan.findings).markdown.joined(separator: "\n") }
    private var spot: String { plan.spot.map { SpotLines($0).markdown } ?? "" }

    private var forecast: String { plan.forecast.map { ForecastMarkdown($0, picture: picture).text } ?? "" }

    private var steps: String {
        guard !plan.allSteps.isEmpty else { return "" }
        return "```\n" + (["Steps"] + StepRows(plan).rows).joined(separator: "\n") + "\n```"
    }
}

extension String {
    /// Text for a cell of a Markdown table: no pipes, no line breaks, no markup or HTML of its own.
    public var markdownCell: String {
        // By scalars: a pipe with a combining mark behind it is still a pipe.
        var result = String.UnicodeScalarView()
        for scalar in onOneLine.unicodeScalars {
            if "|`*_[]<>\\#".unicodeScalars.contains(scalar) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// Text in a code span, or escaped where a code span could not hold it.
    fileprivate var markdownCode: String {
        unicodeScalars.contains { "|`".unicodeScalars.contains($0) } || self != onOneLine ? markdownCell : "`\(self)`"
    }
}
