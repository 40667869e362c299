import ArgumentParser

/// `neap rollout`: how the revisions of a service become live.
struct RolloutVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollout", abstract: "Look at a service's rollouts and act on them.",
        subcommands: [
            RolloutStatusVerb.self, RolloutWatchVerb.self, RolloutHistoryVerb.self, RolloutStopVerb.self,
            RolloutRetryVerb.self, RolloutRestartVerb.self, RolloutContinueVerb.self,
        ])
}
