import AWSClient
import ArgumentParser
import Kinds
import Planning
import Reconciler

/// `neap plan`: the pass stopped before the first write.
struct PlanVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show what would change in AWS, and what that would cost.",
        discussion: "Writes nothing, neither to AWS nor to Git.")

    /// How the plan is shown.
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, markdown }

    @OptionGroup var source: SourceOptions

    @Flag(help: "Include uncommitted changes of PATH.")
    var dirty = false

    @Flag(name: [.long, .customLong("exit-code")], help: "Exit with 2 when there are changes.")
    var detailedExitcode = false

    @Option(name: .shortAndLong, help: "table, json or markdown.")
    var output: Format = .table

    @Flag(help: "Say how many AWS calls it took.")
    var verbose = false

    func validate() throws {
        if dirty, source.repo != nil {
            throw ValidationError("--dirty is about PATH; --repo has no uncommitted changes")
        }
    }

    func run() async throws {
        try await reporting {
            let access = AWSAccess(verbose: verbose)
            var options = EnvironmentReconciler.Options(version: Neap.version) { Wall.now }
            options.environment = source.shared.environment
            options.correctsDrift = true
            let reconciler = EnvironmentReconciler(
                try source.access(includingUncommitted: dirty, writes: false), options: options, connect: access.connect
            )
            let prepared = try await reconciler.prepare()
            report(prepared)
            let turn = await reconciler.pass(prepared, cache: ObservationCache()).plan(.everything)
            let calls = access.log.counts.calls
            Terminal.out(rendered(turn.plan, reconciler.header(prepared, calls: calls)))
            if verbose { CallReport(access.log).print() }
            return ExitStatus.worst(Verdict(prepared).of(turn.plan, countingChanges: detailedExitcode))
        }
    }

    private func report(_ prepared: EnvironmentReconciler.Prepared) {
        Verdict(prepared).printDiagnostics()
        if !dirty, !prepared.uncommitted.isEmpty {
            Terminal.error("note: uncommitted changes are not in this plan (--dirty includes them)")
        }
        if prepared.statusIsForeign {
            Terminal.error("note: the status branch was written to by somebody else and is not believed")
        }
    }

    private func rendered(_ plan: Plan, _ header: PlanHeader) -> String {
        switch output {
        case .table: PlanText(plan, header, usesColour: Terminal.usesColour).text
        case .json: PlanJSON(plan, header, shapes: requestShape).text
        case .markdown: PlanMarkdown(plan, header).text
        }
    }
}
