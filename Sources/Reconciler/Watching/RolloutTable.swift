import Model

/// The rollouts that are under way as a small table, for a terminal that is repainted.
public struct RolloutTable: Sendable {
    private var rows: [ResourceID: RolloutNews] = [:]

    /// No rollouts.
    public init() {}

    /// Takes news of a rollout in; one that has ended leaves the table.
    public mutating func take(_ news: RolloutNews) { rows[news.service] = news.isEnd ? nil : newest(news) }

    /// What explains a row does not take its numbers' place.
    private func newest(_ news: RolloutNews) -> RolloutNews? {
        [.cause, .overdue, .began].contains(news.event) && rows[news.service] != nil ? rows[news.service] : news
    }

    /// One line a rollout under a line of headings, each at most `width` characters; none when nothing is under way.
    public func lines(width: Int) -> [String] {
        guard !rows.isEmpty else { return [] }
        let all = rows.values.sorted { $0.service < $1.service }
        let name = max(7, all.map(\.service.name.count).max() ?? 0)
        let head = Self.padded("SERVICE", name) + "  ROLLOUT"
        return ([head] + all.map { Self.padded($0.service.name, name) + "  " + $0.text }).map {
            String($0.prefix(width))
        }
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
