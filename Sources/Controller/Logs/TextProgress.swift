public import Logging
import Model
public import Planning
public import Reconciler

/// Progress for people, a line for everything: the time, what it is about, and what happened.
public struct TextProgress: Progress {
    private let environment: String?
    private let least: Logger.Level
    private let write: @Sendable (String) -> Void
    private let now: @Sendable () -> Double

    /// Progress of `environment`, which stands in each line; nil where there is only one, or none. Lines below `least` are
    /// left out; `now` is in seconds since 1970.
    public init(
        _ environment: String?, least: Logger.Level, write: @escaping @Sendable (String) -> Void,
        now: @escaping @Sendable () -> Double
    ) {
        (self.environment, self.least, self.write, self.now) = (environment, least, write, now)
    }

    public func step(_ step: Step, _ outcome: Outcome) async {
        let (name, call) = (step.resource.name, step.planned.call.operation)
        switch outcome {
        case .done: tell(.info, name, "\(call)  \(step.planned.summary)")
        case .failed(_, let message, _): tell(.warning, name, "\(call) failed: \(message)")
        case .deferred(let reason): tell(.info, name, "\(call) waits: \(reason)")
        case .skipped(let reason): tell(.info, name, "\(call) not made: \(reason)")
        }
    }

    public func note(_ subject: String, _ text: String) async { tell(.info, subject, text) }

    public func round(_ news: RoundNews) async {
        let subject = news.environment ?? "neap"
        if case .failed(let error) = news.outcome { return tell(.error, subject, "\(error)") }
        let new = news.newProblems
        for problem in new.told {
            tell(
                problem.level, problem.resource.map { "\($0)" } ?? subject,
                problem.text.isEmpty ? problem.title : problem.text)
        }
        if new.more > 0 { tell(.warning, subject, "\(new.more) more problems are new; neap status lists all") }
    }

    private func tell(_ level: Logger.Level, _ subject: String, _ text: String) {
        guard level >= least else { return }
        let line = [LogTime.timeOfDay(now()), level.mark + place(of: subject), text].joined(separator: "  ")
        write(OperatingText.neutral(line))
    }

    /// `infra/production  api`; an environment's own lines name it once.
    private func place(of subject: String) -> String {
        guard let environment else { return subject }
        let isOwn = environment == subject || environment.hasSuffix("/" + subject)
        return isOwn ? environment : "\(environment)  \(subject)"
    }
}
