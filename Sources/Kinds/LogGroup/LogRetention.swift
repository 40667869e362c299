import Model

/// For how many days CloudWatch Logs can keep log events.
enum LogRetention {
    private static let choices = [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
    ]
    private static let member: FieldPath = "/retentionInDays"

    /// A number of days that AWS does not take.
    static func faults(of group: Resource) -> [Diagnostic] {
        let isUnchecked = group.policy.unchecked.contains { $0.covers(member) }
        guard !isUnchecked, let stated = group.spec[member], let days = stated.integer, !choices.contains(days) else {
            return []
        }
        let near = [choices.last { $0 < days }, choices.first { $0 > days }].compactMap { $0 }
        return [
            Diagnostic(
                "\(days) is no number of days that AWS keeps log events for",
                hint: "the nearest that it takes: \(near.map(String.init).joined(separator: ", "))",
                at: stated.place ?? group.place, of: group.id, path: member)
        ]
    }
}
