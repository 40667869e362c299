import Planning
import Reconciler

/// Progress of one environment that is counted and kept for `/readyz` before it is told.
struct ObservedProgress: Progress {
    /// As logs name it.
    let environment: String
    let source: RepositoryID
    let told: any Progress
    let metrics: ControllerMetrics
    let health: ControllerHealth

    func step(_ step: Step, _ outcome: Outcome) async {
        moved()
        metrics.ended(step, outcome, in: environment)
        await told.step(step, outcome)
    }

    func note(_ subject: String, _ text: String) async {
        moved()
        await told.note(subject, text)
    }

    func rollout(_ news: RolloutNews) async {
        moved()
        await told.rollout(news)
    }

    private func moved() {
        let now = health.now()
        health.note(environment, of: source) { $0.movedAt = now }
    }

    func roundBegins() async {
        let now = health.now()
        health.note(environment, of: source) { ($0.roundBeganAt, $0.movedAt) = (now, now) }
        await told.roundBegins()
    }

    func round(_ news: RoundNews) async {
        let now = health.now()
        health.note(environment, of: source) { $0.ended(news, at: now) }
        metrics.ended(news, in: environment, at: now)
        await told.round(news)
    }
}

extension EnvironmentHealth {
    /// A round ended, at `now` in seconds since 1970.
    fileprivate mutating func ended(_ news: RoundNews, at now: Int) {
        (roundBeganAt, movedAt, roundEndedAt) = (nil, nil, now)
        if case .failed(let error) = news.outcome { return problems = [OperatingText.neutral("\(error)")] }
        (open, commit, problems) = (news.open, news.commit ?? commit, news.problems.map(\.line))
        (hasRead, hadGoodRound) = (true, true)
    }
}
