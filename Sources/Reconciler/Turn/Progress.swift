import Model
public import Planning

/// Who wants to hear what happens while it happens.
public protocol Progress: Sendable {
    /// A step ended.
    func step(_ step: Step, _ outcome: Outcome) async
    /// Something else worth a line: `subject` is a resource's or the environment's name.
    func note(_ subject: String, _ text: String) async
    /// A rollout moved, ended, or stands still for a minute.
    func rollout(_ news: RolloutNews) async
    /// A round of an environment's loop begins.
    func roundBegins() async
    /// It ended.
    func round(_ news: RoundNews) async
}

extension Progress {
    public func rollout(_ news: RolloutNews) async { await note(news.service.name, news.text) }
    public func roundBegins() async {}
    public func round(_ news: RoundNews) async {}
}

/// Nobody listens.
public struct SilentProgress: Progress {
    /// Nobody.
    public init() {}
    public func step(_ step: Step, _ outcome: Outcome) async {}
    public func note(_ subject: String, _ text: String) async {}
}
