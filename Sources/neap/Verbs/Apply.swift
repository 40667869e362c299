import ArgumentParser
import Kinds
import Planning
import Reconciler

/// `neap apply`: turns until what HEAD says is live and healthy, or a deadline.
struct Apply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make AWS what a commit says, and wait until it is live.",
        discussion: "Shows the plan and asks first on a terminal; off one it needs --yes.")

    @OptionGroup var source: SourceOptions

    @Flag(name: [.long, .customShort("y")], help: "Do not ask.")
    var yes = false

    @Flag(inversion: .prefixedNo, help: "Wait until everything is healthy.")
    var wait = true

    @Option(help: "Seconds to wait for that; exit code 5 after them.")
    var timeout = 1_800

    @Flag(help: "Say how many AWS calls it took.")
    var verbose = false

    func run() async throws {
        try await reporting {
            guard yes || Terminal.isInteractive else {
                Terminal.error("neap: apply asks before it writes; off a terminal pass --yes")
                return .usage
            }
            let access = AWSAccess(verbose: verbose)
            var options = EnvironmentReconciler.Options(version: Neap.version) { Wall.now }
            options.environment = source.shared.environment
            options.correctsDrift = true
            options.demandsCleanTree = true
            options.writesStatus = true
            let reconciler = EnvironmentReconciler(
                try source.access(writes: true), options: options, connect: access.connect)
            let prepared = try await reconciler.prepare()
            Verdict(prepared).printDiagnostics()
            let cache = ObservationCache()
            let planned = await reconciler.pass(prepared, cache: cache).plan(.everything).plan
            Terminal.out(PlanText(planned, reconciler.header(prepared), usesColour: Terminal.usesColour).text)
            if !yes, !planned.steps.isEmpty, !Terminal.confirms("Apply this plan?") {
                return ExitStatus.worst(Verdict(prepared).of(planned, countingChanges: false))
            }
            let status = try await apply(reconciler, prepared, planned, cache)
            if verbose { CallReport(access.log).print() }
            return status
        }
    }

    private func apply(
        _ reconciler: EnvironmentReconciler, _ prepared: EnvironmentReconciler.Prepared, _ planned: Plan,
        _ cache: ObservationCache
    ) async throws -> ExitStatus {
        let stop = StopSignal()
        return try await stop.during { gate in
            let progress = ConsoleProgress()
            let pass = reconciler.pass(prepared, cache: cache, gate: gate, progress: progress)
            let loop = ReconcileLoop(pass, patience: Loopback.patience)
            let deadline = Duration.seconds(wait ? timeout : 0)
            var lines = RolloutLines()
            var recording = MovingRecord()
            let (turn, timedOut) = try await loop.runUntilSettled(deadline: deadline) { turn in
                for line in lines.changed(in: turn) { await progress.note(line.subject, line.text) }
                if recording.isDue(turn, at: ContinuousClock.now) {
                    _ = await reconciler.record(turn, planned: planned, of: prepared)
                }
            }
            let result = await reconciler.record(turn, planned: planned, of: prepared)
            let closing = Closing(prepared, turn, result)
            closing.printAttention()
            Terminal.out(closing.line + "\n")
            return ExitStatus.worst(
                Verdict(prepared).of(turn, timedOut: timedOut && wait) + closing.codes)
        }
    }
}
