import GitStore
import Kinds
import Manifest
import Model
import Planning

/// The loop of one environment: asks Git at its interval, AWS at its drift interval, and looks after what moves meanwhile.
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
        var turn: Turn
        var sinceDrift: Duration
    }

    /// Rounds until `isStopping`; an error of a round is noted and the next round tries again, unless `isFinal` says that
    /// it always will be one.
    public func run(
        until isStopping: @Sendable () -> Bool, isFinal: @Sendable (any Error) -> Bool = { _ in false }
    ) async throws {
        let cache = ObservationCache()
        var last: Round?
        var interval = Duration.seconds(60)
        while !isStopping() {
            do {
                let prepared = try await reconciler.prepare()
                interval = prepared.target.environment.interval
                last = try await round(prepared, after: last, cache)
            } catch  where !isFinal(error) {
                await progress.note("neap", "\(error)")
            }
            let pause = last.map { !$0.turn.moving.isEmpty } == true ? min(interval, Self.movingInterval) : interval
            last?.sinceDrift += pause
            guard await wait(pause, until: isStopping) else { return }
        }
    }

    private func round(
        _ prepared: EnvironmentReconciler.Prepared, after last: Round?, _ cache: ObservationCache
    ) async throws -> Round? {
        let isNew = last?.commit != prepared.target.source.id
        let isDue = last.map { $0.sinceDrift >= prepared.target.environment.driftInterval } ?? true
        let open = last.map { $0.turn.moving.union($0.turn.retryable) } ?? []
        guard isNew || isDue || !open.isEmpty else { return last }
        if isNew {
            for diagnostic in prepared.target.desired.diagnostics {
                await progress.note("\(prepared.target.environment.name)", "\(diagnostic)")
            }
        }
        let isWhole = isNew || isDue
        let pass = reconciler.pass(prepared, cache: cache, gate: gate, progress: progress)
        let (turn, planned) = try await ReconcileLoop(pass, clock: clock)
            .runUntilWritten(isWhole ? .everything : .only(open), after: isWhole ? nil : last?.turn.asBefore)
        let result = await reconciler.record(turn, planned: planned, of: prepared)
        await note(result, prepared, turn)
        return Round(
            commit: prepared.target.source.id, turn: turn, sinceDrift: isWhole ? .zero : last?.sinceDrift ?? .zero)
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

    /// False when the process is asked to end meanwhile.
    private func wait(_ duration: Duration, until isStopping: @Sendable () -> Bool) async -> Bool {
        var rest = duration
        while rest > .zero, !isStopping() {
            let slice = min(rest, .milliseconds(500))
            do { try await clock.sleep(for: slice) } catch { return false }
            rest -= slice
        }
        return !isStopping()
    }
}
