import Model
public import Planning
public import Reconciler

/// Progress that knows notes alone: how a round failed, and what is newly wrong, become some.
public struct NotedRounds: Progress {
    private let told: any Progress

    /// Progress that goes to `told`.
    public init(_ told: any Progress) { self.told = told }

    public func step(_ step: Step, _ outcome: Outcome) async { await told.step(step, outcome) }
    public func note(_ subject: String, _ text: String) async { await told.note(subject, text) }
    public func rollout(_ news: RolloutNews) async { await told.rollout(news) }
    public func roundBegins() async { await told.roundBegins() }

    public func round(_ news: RoundNews) async {
        await told.round(news)
        for line in news.lines { await told.note(line.subject, line.text) }
    }
}
