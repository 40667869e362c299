import Planning
import Reconciler

/// Progress of one environment that is counted and kept for `/readyz` before it is told.
struct ObservedProgress: Progress {
    let environment: String
    let url: String
    let told: any Progress
    let metrics: ControllerMetrics
    let health: ControllerHealth

    func step(_ step: Step, _ outcome: Outcome) async {
        metrics.ended(step, outcome, in: environment)
        await told.step(step, outcome)
    }

    func note(_ subject: String, _ text: String) async { await told.note(subject, text) }
    func rollout(_ news: RolloutNews) async { await told.rollout(news) }

    func roundBegins() async {
        let now = health.now()
        health.note(environment, of: url) { $0.roundBeganAt = now }
        await told.roundBegins()
    }

    func round(_ news: RoundNews) async {
        let now = health.now()
        health.note(environment, of: url) { health in
            (health.roundBeganAt, health.roundEndedAt, health.open) = (nil, now, news.open)
            health.commit = news.commit ?? health.commit
            if case .failed(let error) = news.outcome { health.problem = "\(error)" } else { health.problem = nil }
        }
        metrics.ended(news, in: environment, at: now)
        await told.round(news)
    }
}
