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
        let subject = news.environment ?? "neap"
        if case .failed(let error) = news.outcome { await told.note(subject, "\(error)") }
        let new = news.newProblems
        for problem in new.told { await told.note(problem.resource.map { "\($0)" } ?? subject, problem.text) }
        if new.more > 0 { await told.note(subject, "\(new.more) more problems are new; neap status lists all") }
    }
}
