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
        for line in news.lines { tell(line.level, line.subject, line.text) }
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

extension RoundNews {
    /// What is to be told of it, for people: how it failed, or what is newly wrong.
    var lines: [(level: Logger.Level, subject: String, text: String)] {
        let own = environment ?? "neap"
        if case .failed(let error) = outcome { return [(.error, own, "\(error)")] }
        let new = newProblems
        let lines = new.told.map { problem in
            (
                level: problem.level, subject: problem.resource.map { "\($0)" } ?? own,
                text: problem.text.isEmpty ? problem.title : problem.text
            )
        }
        return new.more == 0
            ? lines : lines + [(.warning, own, "\(new.more) more problems are new; neap status lists all")]
    }
}
