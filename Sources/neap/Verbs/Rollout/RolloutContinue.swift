import ArgumentParser
import Kinds
import Reconciler

/// `neap rollout continue`: answers the PAUSE hook at which a native deployment waits.
struct RolloutContinueVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "continue",
        abstract: "Let a blue/green, linear or canary deployment go on that waits at a PAUSE hook.",
        discussion: "Asks first on a terminal; off one it needs --yes. With --rollback ECS goes back instead.")

    @Argument(help: "The Service, as api or Service/api.")
    var service: String

    @OptionGroup var source: SourceOptions

    @Flag(help: "Go back to the revision before.")
    var rollback = false

    @Flag(name: [.long, .customShort("y")], help: "Do not ask.")
    var yes = false

    func run() async throws {
        try await reporting {
            guard yes || Terminal.isInteractive else {
                Terminal.error("neap: rollout continue asks before it writes; off a terminal pass --yes")
                return .usage
            }
            let access = try await ServiceAccess(service, source)
            let commands = RolloutCommands(access.look)
            let native = try await commands.waiting()
            let name = access.look.service
            let revision = native.revision.map { "revision \($0)" } ?? "the new revision"
            let question = rollback ? "Go back from \(revision)" : "Let \(revision) go on"
            if !yes, !Terminal.confirms("\(question) of \(name), which waits in \(native.stage)?") { return .done }
            try await commands.answer(rollback ? .goBack : .proceed, to: native)
            Terminal.out("\(name): \(rollback ? "ECS goes back" : "\(revision) goes on from \(native.stage)")\n")
            return .done
        }
    }
}
