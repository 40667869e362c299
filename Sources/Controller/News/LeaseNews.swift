/// What the controllers of a lease table tell one another: each says it in its own row, numbered, for as long as a lease
/// lasts. Pure. News that is lost costs nothing but time: intervals find what it was about.
struct LeaseNews: Sendable {
    /// One piece of news as it stands in a row.
    struct Item: Sendable, Hashable {
        /// Counts upwards from 1 in a controller's life.
        var number: Int
        var news: News
    }

    private var told: [(item: Item, at: Duration, size: Int)] = []
    private var count = 0
    /// By holder, the last number that was heard; nil before the first look.
    private var heard: [String: Int]?

    /// Characters of a row, which everybody reads every second or two: beyond this, intervals have to do.
    private static let most = 16_384
    private static let thingsAtOnce = 50

    /// Takes in what the others are to hear.
    mutating func tell(_ news: News, at now: Duration) {
        for part in news.parts(of: Self.thingsAtOnce) {
            count += 1
            let item = Item(number: count, news: part)
            told.append((item, now, item.text.utf8.count))
        }
        while told.map(\.size).reduce(0, +) > Self.most { told.removeFirst() }
    }

    /// What is still to be said, of the last `span`.
    mutating func current(at now: Duration, for span: Duration) -> [Item] {
        told.removeAll { now - $0.at > span }
        return told.map(\.item)
    }

    /// What others say that was not heard before. What stood there at the first look is older than what was then read.
    mutating func hear(_ presences: [Presence], except holder: String) -> [News] {
        let before = heard
        let others = presences.filter { $0.holder != holder }
        heard = others.reduce(into: [:]) { all, other in
            all[other.holder] = max(before?[other.holder] ?? 0, other.news.map(\.number).max() ?? 0)
        }
        guard let before else { return [] }
        return others.flatMap { other in
            other.news.filter { $0.number > before[other.holder] ?? 0 }.map(\.news)
        }
    }
}

extension News {
    /// The same in pieces of so many things.
    fileprivate func parts(of size: Int) -> [News] {
        guard case .touched(let things) = self, things.count > size else { return [self] }
        let all = Array(things)
        return stride(from: 0, to: all.count, by: size).map { .touched(Set(all[$0..<min($0 + size, all.count)])) }
    }
}
