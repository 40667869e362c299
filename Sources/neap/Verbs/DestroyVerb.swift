import ArgumentParser
import Kinds
import Manifest
import Planning
import Reconciler

/// `neap destroy`: everything that Neap made of an environment goes, in the order in which AWS lets it go.
struct DestroyVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "destroy", abstract: "Take everything of an environment out of AWS.",
        discussion: """
            What goes is what Git wants and what the status branch says was applied, as far as AWS's tags agree that it is this \
            environment's. What has policy.deletionPolicy: retain stays. Killed at any point, it goes on when it is run again. \
            A controller that still watches the repository makes everything again: stop it first. docs/deletion.md says more.
            """)

    @OptionGroup var source: SourceOptions

    @Option(help: "The environment's name: agrees without being asked; says which where --environment does not.")
    var confirm: String?

    @Option(help: "How long to wait, as 30m; exit code 5 after it.")
    var timeout = TimeSpan(seconds: 3_600)

    @Flag(help: "Say how many AWS calls it took.")
    var verbose = false

    func validate() throws {
        guard let name = source.environment, let confirm, confirm != name else { return }
        throw ValidationError("--confirm \(confirm) is not the environment's name, \(name)")
    }

    func run() async throws {
        try await reporting {
            guard confirm != nil || Terminal.isInteractive else {
                Terminal.error("neap: destroy asks for the environment's name; off a terminal pass --confirm NAME")
                return .usage
            }
            let access = AWSAccess(verbose: verbose)
            var options = EnvironmentReconciler.Options(version: Neap.version) { Wall.now }
            options.environment = source.environment ?? confirm
            options.destroys = true
            options.writesStatus = true
            options.own = try await OwnTask.service()
            let reconciler = EnvironmentReconciler(
                try source.access(writes: true), options: options, connect: access.connect)
            let prepared = try await reconciler.prepare()
            let cache = ObservationCache()
            let told = await reconciler.pass(prepared, cache: cache, foresight: .none).plan(.everything)
            Terminal.out(
                PlanText(told.plan, reconciler.header(prepared), usesColour: Terminal.usesColour).text)
            guard told.plan.deletionCounts.delete == 0 || agrees(prepared.target.environment.name) else {
                Terminal.error("neap: nothing is deleted: that was not the environment's name")
                return .refused
            }
            let status = try await destroy(reconciler, prepared, told.plan, cache)
            if verbose { CallReport(access.log).print() }
            return status
        }
    }

    private func agrees(_ name: String) -> Bool {
        let typed = confirm ?? Terminal.answer("Everything above is deleted for good. The environment's name: ")
        return typed == name
    }

    private func destroy(
        _ reconciler: EnvironmentReconciler, _ prepared: EnvironmentReconciler.Prepared, _ plan: Plan,
        _ cache: ObservationCache
    ) async throws -> ExitStatus {
        try await StopSignal().during { gate in
            let pass = reconciler.pass(
                prepared, cache: cache, gate: gate, progress: ConsoleProgress(), foresight: .none)
            let loop = ReconcileLoop(pass, patience: Loopback.patience)
            var recording = MovingRecord()
            let (turn, timedOut) = try await loop.runUntilSettled(deadline: timeout.duration) { turn in
                if recording.isDue(turn, at: ContinuousClock.now) {
                    _ = await reconciler.record(turn, planned: plan, of: prepared)
                }
            }
            let result = await reconciler.record(turn, planned: plan, of: prepared)
            let closing = Closing(prepared, turn, result)
            closing.printAttention()
            Terminal.out(closing.destroyedLine + "\n")
            return ExitStatus.worst(Verdict(prepared).of(turn, timedOut: timedOut) + closing.codes)
        }
    }
}
