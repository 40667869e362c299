import ArgumentParser
import Model
import Reconciler

/// `neap rollout stop`: has ECS go back to what was live before.
struct RolloutStopVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Stop a service's rollout: ECS goes back to what was live before.",
        discussion: """
            Asks first on a terminal; off one it needs --yes. The revision is held from then on: it is not tried again until \
            a commit changes it, or `neap rollout retry` lets it go.
            """)

    @Argument(help: "The Service, as api or Service/api.")
    var service: String

    @OptionGroup var source: SourceOptions

    @Flag(name: [.long, .customShort("y")], help: "Do not ask.")
    var yes = false

    @Flag(help: "Wait until ECS has gone back.")
    var wait = false

    @Option(help: "How long to wait; exit code 5 after it.")
    var timeout = TimeSpan(seconds: 1_800)

    func run() async throws {
        try await reporting {
            guard yes || Terminal.isInteractive else {
                Terminal.error("neap: rollout stop asks before it writes; off a terminal pass --yes")
                return .usage
            }
            let access = try await ServiceAccess(service, source)
            let commands = RolloutCommands(access.look)
            let running = try await commands.running()
            let what = running.taskDefinition ?? "the running deployment"
            let name = access.look.service
            if !yes, !Terminal.confirms("Stop the rollout of \(name) to \(what) and go back?") { return .done }
            try await commands.stop(running)
            Terminal.error(
                "\(name): ECS goes back; \(what) is held until a commit changes it or `neap rollout retry \(name.name)`"
            )
            return wait ? try await end(of: running, commands, name) : .done
        }
    }

    private func end(
        of running: RolloutCommands.Running, _ commands: RolloutCommands, _ name: ResourceID
    ) async throws -> ExitStatus {
        let status = try await commands.end(of: running, until: timeout.duration, poll: Loopback.patience.poll)
        guard let status else {
            Terminal.error("neap: ECS is still going back; follow it with `neap rollout watch \(name.name)`")
            return .timedOut
        }
        Terminal.out("\(name): \(status)\n")
        return ["ROLLBACK_SUCCESSFUL", "STOPPED"].contains(status) ? .done : .unhealthy
    }
}
