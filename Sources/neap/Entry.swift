import ArgumentParser
import GitStore

/// The executable. The Git child comes before everything else: it must not even parse arguments.
@main
struct Entry {
    static func main() async {
        GitTransportChild.runIfAsked()
        await Neap.main()
    }
}

/// `neap`.
struct Neap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "neap",
        abstract: "Keeps what Amazon ECS runs the way Git says, and writes down in Git how it is.",
        discussion: """
            Exit codes: 0 done or no change, 1 error, 2 changes present (plan --detailed-exitcode), 3 ended unhealthy, \
            4 authentication, 5 timed out (still running), 6 refused by a guard, 64 usage.
            """,
        version: version,
        subcommands: [
            InitVerb.self, ImportVerb.self, Validate.self, LintVerb.self, VerifyVerb.self, RenderVerb.self,
            PlanVerb.self, Apply.self, RunVerb.self, CheckVerb.self, DestroyVerb.self, StatusVerb.self,
            RolloutVerb.self, WaitVerb.self, SuspendVerb.self, ResumeVerb.self, EventsVerb.self, LogsVerb.self,
            WhyVerb.self, Explain.self, SchemaVerb.self, ChartVerb.self, SetVerb.self, BootstrapVerb.self,
            LeaseVerb.self, LocalVerb.self,
        ])

    /// The program's own version, as `--version`, status files and the user agent say it.
    static let version = "0.1.0"
}
