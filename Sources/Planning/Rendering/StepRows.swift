import Model

/// The steps of a plan as rows: number, operation, resource, what it changes, when.
struct StepRows {
    let plan: Plan

    init(_ plan: Plan) { self.plan = plan }

    var rows: [String] {
        let numbers = Dictionary(plan.allSteps.enumerated().map { ($1.id, $0 + 1) }) { first, _ in first }
        let cells = plan.allSteps.enumerated().map { index, step in
            [
                String(index + 1), step.planned.call.operation, step.resource.name, step.planned.summary,
                when(step, numbers),
            ]
        }
        let widths = (0..<4).map { column in cells.map { min($0[column].count, 40) }.max() ?? 0 }
        return cells.map { row in
            let number = String(repeating: " ", count: max(0, widths[0] - row[0].count)) + row[0]
            let middle = (1..<4).map { row[$0].padded(widths[$0]) }.joined(separator: "   ")
            return "  \(number)  \(middle)   \(row[4])"
        }
    }

    private func when(_ step: Step, _ numbers: [String: Int]) -> String {
        let after = step.after.compactMap { numbers[$0] }.sorted().map(String.init)
        let waits = step.planned.requires.map(\.reason).reduce(into: [String]()) { all, reason in
            if !all.contains(reason) { all.append(reason) }
        }
        // What waits for a state says so, and need not name the steps that bring it about.
        if waits.contains(where: { $0.hasPrefix("after ") }) { return waits.joined(separator: ", ") }
        let before = after.isEmpty ? [] : ["after " + after.joined(separator: ", ")]
        return before.isEmpty && waits.isEmpty ? "now" : (before + waits).joined(separator: ": ")
    }
}
