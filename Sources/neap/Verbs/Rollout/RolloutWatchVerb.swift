import ArgumentParser
import Model
import Reconciler

/// `neap rollout watch`: a rollout that is under way, whoever began it, until its end.
struct RolloutWatchVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Follow a service's rollout until it is live or was rolled back.",
        discussion: "Writes nothing. Exit codes: 0 live, or nothing is under way; 3 rolled back or failed; 5 --timeout."
    )

    @Argument(help: "The Service, as api or Service/api.")
    var service: String

    @OptionGroup var source: SourceOptions

    @Option(help: "How long to follow, as 30m; exit code 5 after it. Without it, until the end.")
    var timeout: TimeSpan?

    @Flag(help: "Stream one object a line.")
    var json = false

    func run() async throws {
        try await reporting {
            let access = try await ServiceAccess(service, source)
            let output = NewsOutput(isJSON: json)
            output.begin()
            return try await StopSignal().following(access.look, until: timeout?.duration, output)
        }
    }
}

extension StopSignal {
    /// Follows what `look` is about until its end, the deadline, or the first signal.
    func following(
        _ look: ServiceLook, until deadline: Duration?, awaiting deployment: String? = nil, _ output: NewsOutput
    ) async throws -> ExitStatus {
        let follower = RolloutFollower(look, poll: Loopback.patience.poll) { Wall.now }
        let end = try await during { _ in
            try await follower.run(until: deadline, awaiting: deployment, while: { !self.wasAsked }) { output.tell($0) }
        }
        switch end {
        case .live: return .done
        case .bad: return .unhealthy
        case .nothing(let text, let isHealthy):
            Terminal.error("\(look.service): \(text)")
            return isHealthy ? .done : .unhealthy
        case .timedOut:
            Terminal.error("neap: the rollout goes on; follow it with `neap rollout watch \(look.service.name)`")
            return .timedOut
        }
    }
}
