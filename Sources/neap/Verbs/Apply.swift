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

    @OptionGroup var verification: VerificationOptions

    @Flag(name: [.long, .customShort("y")], help: "Do not ask.")
    var yes = false

    @Flag(inversion: .prefixedNo, help: "Wait until everything is healthy.")
    var wait = true

    @Option(help: "How long to wait for that, as 30m; exit code 5 after it.")
    var timeout = TimeSpan(seconds: 1_800)

    @OptionGroup var spot: SpotOptions

    @Flag(help: "Stream progress as one object a line on standard output; the plan goes to standard error.")
    var json = false

    @Flag(help: "Repaint a table of what moves, on a terminal.")
    var watch = false

    @Flag(help: "Take the newest image for every {ssm: …} instead of the pinned one.")
    var refreshImages = false

    @Flag(help: "Say how many AWS calls it took.")
    var verbose = false

    func run() async throws {
        try await reporting {
            guard yes || Terminal.isInteractive else {
                Terminal.error("neap: apply asks before it writes; off a terminal pass --yes")
                return .usage
            }
            let progress = try ProgressChoice(json: json, watch: watch)
            let access = AWSAccess(verbose: verbose)
            var options = EnvironmentReconciler.Options(version: Neap.version) { Wall.now }
            options.environment = source.environment
            options.correctsDrift = true
            options.refreshesImages = refreshImages
            options.demandsCleanTree = true
            options.verification = try verification.policy()
            options.writesStatus = true
            options.own = try await OwnTask.service()
            let reconciler = EnvironmentReconciler(
                try source.access(writes: true), options: options, connect: access.connect)
            let prepared = try await reconciler.prepare()
            Verdict(prepared).printDiagnostics()
            let cache = ObservationCache()
            let question = spot.question.isUrgent ? spot.question : nil
            let told = await reconciler.pass(prepared, cache: cache, foresight: Foresight(spot: question))
                .plan(.everything)
            let planned = told.plan
            show(planned, reconciler.header(prepared))
            if let closed = spot.gate(planned) {
                Terminal.error("neap: nothing is written: a service would not be safe without these Spot instances")
                return ExitStatus.worst(Verdict(prepared).of(planned, countingChanges: false) + [closed])
            }
            if !yes, !planned.allSteps.isEmpty, !Terminal.confirms("Apply this plan?") {
                return ExitStatus.worst(Verdict(prepared).of(planned, countingChanges: false))
            }
            let status = try await apply(reconciler, prepared, told, cache, progress.start())
            if verbose { CallReport(access.log).print() }
            return status
        }
    }

    /// The plan is for people; programs read what becomes of it.
    private func show(_ plan: Plan, _ header: PlanHeader) {
        let text = PlanText(plan, header, usesColour: !json && Terminal.usesColour).text
        if json { Terminal.error(text) } else { Terminal.out(text) }
    }

    private func apply(
        _ reconciler: EnvironmentReconciler, _ prepared: EnvironmentReconciler.Prepared, _ told: Turn,
        _ cache: ObservationCache, _ progress: any Progress
    ) async throws -> ExitStatus {
        let stop = StopSignal()
        return try await stop.during { gate in
            if let stream = progress as? JSONProgress {
                stream.tell(.plan(told.plan, commit: prepared.target.source.id, at: Wall.now))
            }
            let pass = reconciler.pass(
                prepared, cache: cache, gate: gate, progress: progress, foresight: .asToldIn(told))
            let loop = ReconcileLoop(pass, patience: Loopback.patience)
            let deadline = wait ? timeout.duration : .zero
            var (news, recording) = (TurnNews(after: told.plan), MovingRecord())
            let (turn, timedOut) = try await loop.runUntilSettled(deadline: deadline) { turn in
                await news.tell(turn, at: Wall.now, to: progress)
                if recording.isDue(turn, at: ContinuousClock.now) {
                    _ = await reconciler.record(turn, planned: told.plan, of: prepared)
                }
            }
            let result = await reconciler.record(turn, planned: told.plan, of: prepared)
            for line in await reconciler.offerReverts(turn, of: prepared) {
                await progress.note(line.subject, line.text)
            }
            let closing = Closing(prepared, turn, result)
            closing.printAttention()
            let status = ExitStatus.worst(Verdict(prepared).of(turn, timedOut: timedOut && wait) + closing.codes)
            closing.printLine(status, json: json)
            return status
        }
    }
}
