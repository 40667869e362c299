import ArgumentParser
import Controller
import Reconciler

/// `neap run`: the controller. Watches branches and keeps AWS what they say.
struct RunVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Watch repositories and keep AWS what they say; the controller.",
        discussion: """
            Polls at each environment's interval, and serves /healthz, /readyz and /metrics. Settings come from flags, else \
            NEAP_… variables, else the file of --config; docs/operations.md lists them. Ends within 20 s of SIGTERM: no \
            new write is begun, what is under way ends, status is written. neap check --pre says what is missing to run.
            """)

    @OptionGroup var options: RunOptions

    @OptionGroup(title: "Git's server") var git: GitFlags

    @OptionGroup(title: "Triggers and leases") var parts: PartFlags

    @OptionGroup var verification: VerificationOptions

    @Flag(help: "Take turns until nothing is left to write now, then end; does not wait for rollouts.")
    var once = false

    @Flag(help: "Stream progress as one object a line on standard output.")
    var json = false

    @Flag(help: "Log every write, and, with --once, say how many AWS calls it took.")
    var verbose = false

    func run() async throws {
        try await reporting {
            let configuration = try options.configuration(git, parts)
            let policy = try verification.policy(configuration.verification)
            let choice = try ProgressChoice(json: json)
            guard once else {
                return try await ControllerRun(
                    configuration: configuration, verification: policy, progress: choice, verbose: verbose
                ).run()
            }
            guard configuration.leases == nil else {
                throw ValidationError(
                    "--once takes its turn without a lease; leave out --lease-table and NEAP_LEASE_TABLE")
            }
            return try await OnceRun(
                configuration: configuration, verification: policy, progress: choice.start(), json: json,
                verbose: verbose
            ).run()
        }
    }
}
