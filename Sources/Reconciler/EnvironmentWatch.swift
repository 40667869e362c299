import GitStore
import Kinds
import Manifest
import Model
import Planning

/// The loop of one environment: asks Git at its interval, AWS at its drift interval, and looks after what moves meanwhile.
///
/// While something moves or waits, Git's tip is asked every two seconds, so that a newer commit preempts any wait; AWS is
/// looked at in its own time, since its calls are counted.
public struct EnvironmentWatch: Sendable {
    let reconciler: EnvironmentReconciler
    let gate: WriteGate
    let progress: any Progress
    let clock: any Clock<Duration>
    /// Between two looks at a rollout, and between two status commits while it moves.
    private static let movingInterval = Duration.seconds(30)

    /// A watch; waiting is done on `clock`.
    public init(
        _ reconciler: EnvironmentReconciler, gate: WriteGate, progress: any Progress,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.reconciler = reconciler
        self.gate = gate
        self.progress = progress
        self.clock = clock
    }

    /// What the last round left behind.
    private struct Round {
        var commit: String
        var control: ControlFile
        var turn: Turn
        var sinceDrift: Duration
        /// How many passes were made.
        var passes: Int
        var status: StatusBranch.Result?

        /// Resources of which something moves or is left to write.
        var open: Set<ResourceID> { turn.moving.union(turn.retryable) }
    }

    /// Rounds until `isStopping`; an error of a round is noted and the next round tries again, unless `isFinal` says that
    /// it always will be one.
    public func run(
        until isStopping: @Sendable () -> Bool, isFinal: @Sendable (any Error) -> Bool = { _ in false }
    ) async throws {
        let cache = ObservationCache()
        var news = TurnNews()
        var last: Round?
        var tip: TipWatch?
        var interval = Duration.seconds(60)
        while !isStopping() {
            let elapsed = TipWatch.stopwatch(clock)
            await progress.roundBegins()
            do {
                let prepared = try await reconciler.prepare()
                interval = prepared.target.environment.interval
                let watch = TipWatch(reconciler.source, while: prepared.target.source.id, clock: clock)
                tip = watch
                let passes = last?.passes ?? 0
                last = try await round(prepared, after: last, watch, &news, cache)
                await progress.round(Self.news(prepared, last, isIdle: last?.passes == passes, took: elapsed()))
            } catch  where !isFinal(error) {
                let failed = RoundNews.Outcome.failed(error)
                await progress.round(
                    RoundNews(environment: reconciler.options.environment, outcome: failed, duration: elapsed()))
                await progress.note("neap", "\(error)")
                // A newer commit that can not be read is read again at the interval, not at once.
                if let newer = await tip?.newer { tip = TipWatch(reconciler.source, while: newer, clock: clock) }
            }
            let isOpen = last.map { !$0.open.isEmpty } ?? false
            let pause = last.map { !$0.turn.moving.isEmpty } == true ? min(interval, Self.movingInterval) : interval
            last?.sinceDrift += await wait(pause, preemptedBy: isOpen ? tip : nil, until: isStopping)
        }
    }

    private func round(
        _ prepared: EnvironmentReconciler.Prepared, after last: Round?, _ tip: TipWatch, _ news: inout TurnNews,
        _ cache: ObservationCache
    ) async throws -> Round? {
        let isNew = last?.commit != prepared.target.source.id || last?.control != prepared.target.control
        let opens = last?.turn.opensAt.map { reconciler.options.now() >= $0 } ?? false
        let isDue = opens || last.map { $0.sinceDrift >= prepared.target.environment.driftInterval } ?? true
        let open = last?.open ?? []
        guard isNew || isDue || !open.isEmpty else { return last }
        if isNew {
            for diagnostic in prepared.target.desired.diagnostics {
                await progress.note("\(prepared.target.environment.name)", "\(diagnostic)")
            }
            if let verified = prepared.target.verified {
                await progress.note(prepared.target.environment.name, verified.message)
            }
            if let problem = prepared.controlProblem {
                await progress.note(prepared.target.environment.name, "\(problem)")
            }
        }
        let isWhole = isNew || isDue
        var pass = reconciler.pass(prepared, cache: cache, gate: gate.closing(with: tip), progress: progress)
        pass.tracks = last?.turn.states.compactMapValues(\.track) ?? [:]
        let (turn, planned) = try await ReconcileLoop(pass, clock: clock)
            .runUntilWritten(isWhole ? .everything : .only(open), after: isWhole ? nil : last?.turn.asBefore)
        await news.tell(turn, at: reconciler.options.now(), to: progress)
        // Nothing is told of a commit that was preempted before its first write.
        let isTold = await tip.newer == nil || turn.states.values.contains(where: \.wasWritten)
        let status = isTold ? await record(turn, planned: planned, of: prepared) : nil
        return Round(
            commit: prepared.target.source.id, control: prepared.target.control, turn: turn,
            sinceDrift: isWhole ? .zero : last?.sinceDrift ?? .zero, passes: (last?.passes ?? 0) + 1, status: status)
    }

    private func record(
        _ turn: Turn, planned: Plan, of prepared: EnvironmentReconciler.Prepared
    ) async -> StatusBranch.Result {
        let result = await reconciler.record(turn, planned: planned, of: prepared)
        await note(result, prepared, turn)
        for line in await reconciler.offerReverts(turn, of: prepared) { await progress.note(line.subject, line.text) }
        return result
    }

    private static func news(
        _ prepared: EnvironmentReconciler.Prepared, _ round: Round?, isIdle: Bool, took: Duration
    ) -> RoundNews {
        var news = RoundNews(
            environment: prepared.target.environment.name, commit: prepared.target.source.id, outcome: .idle,
            duration: took, open: round?.open.count ?? 0, manifestsAreSound: !prepared.target.desired.hasErrors)
        if !isIdle, let round {
            news.outcome = .passed(round.turn)
            news.status = round.status
        }
        return news
    }

    private func note(_ result: StatusBranch.Result, _ prepared: EnvironmentReconciler.Prepared, _ turn: Turn) async {
        let name = prepared.target.environment.name
        switch result {
        case .nothing: return
        case .written(let commit):
            let word = turn.isSettled && !prepared.target.desired.hasErrors ? "settled" : "applied"
            await progress.note(name, "\(prepared.target.source.short) \(word), status \(commit.hex.prefix(7))")
        case .foreign(let why), .failed(let why): await progress.note(name, "status not written: \(why)")
        }
    }

    /// How long it waited: `duration`, or less when the process is asked to end or a newer commit is there.
    private func wait(
        _ duration: Duration, preemptedBy tip: TipWatch?, until isStopping: @Sendable () -> Bool
    ) async -> Duration {
        var waited = Duration.zero
        while waited < duration, !isStopping() {
            let slice = min(duration - waited, .milliseconds(500))
            do { try await clock.sleep(for: slice) } catch { return waited }
            waited += slice
            if let tip, await tip.hasMoved() { break }
        }
        return waited
    }
}
