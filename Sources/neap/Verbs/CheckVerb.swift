import ArgumentParser
import Controller

/// `neap check`: whether a controller runs well, or, with `--pre`, what is missing to run one.
struct CheckVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Ask a running controller how it is; with --pre, say what is missing to run one.",
        discussion: """
            With --pre, give the flags, variables and file of neap run. Nothing is written: Git is read, and pushed to as \
            far as that goes without a change; AWS is asked whose the credentials are, whether what manifests name is there, \
            and, by IAM's own simulation, whether it may be made. Exit code 0 when nothing is missing, 1 or 6 when \
            something is, 4 when it is credentials, and without --pre 3 when an environment is in trouble.
            """)

    @Flag(help: "Say what is missing to run; no controller needs to run.")
    var pre = false

    @Option(help: "Where a running controller serves; else what listen says as a flag, a variable or in the file.")
    var url: String?

    @OptionGroup var options: RunOptions

    @OptionGroup(title: "Git's server") var git: GitFlags

    @OptionGroup(title: "Triggers and leases") var parts: PartFlags

    @OptionGroup var verification: VerificationOptions

    func run() async throws {
        try await reporting {
            guard pre else { return await RunningCheck(url: try address).run() }
            let configuration = try options.configuration(git, parts)
            let policy = try verification.policy(configuration.verification)
            return await Preflight(configuration: configuration, verification: policy).run()
        }
    }

    private var address: String {
        get throws {
            if let url { return url }
            return "http://\(try options.listenAddress() ?? .standard)"
        }
    }
}
