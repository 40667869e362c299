import GitStore
import Kinds
import Manifest
import Model
import Planning

extension EnvironmentWatch {
    /// Why a round is taken.
    struct Call {
        /// True when the poll's time has come.
        var isPoll: Bool
        /// What hints named.
        var touched: Set<ResourceID>
        /// When.
        var at: Duration
    }

    /// More than that standing on what a hint names is left to the turn after it, and only where something of it changed.
    private static let hintedAtOnce = 20

    func round(
        _ prepared: EnvironmentReconciler.Prepared, after last: Round?, for call: Call, _ tip: TipWatch,
        _ news: inout TurnNews, _ cache: ObservationCache
    ) async throws -> Round? {
        let target = prepared.target
        let isNew = last.map { !$0.target.asksTheSame(as: target) } ?? true
        let opens = last?.turn.opensAt.map { reconciler.options.now() >= $0 } ?? false
        let isDue = opens || last.map { call.at - $0.wholeAt >= target.environment.driftInterval } ?? true
        let isWhole = isNew || isDue
        let looked = call.touched.union(call.isPoll ? last?.open ?? [] : [])
        guard isWhole || !looked.isEmpty else { return await recordedAgain(last, prepared, for: call) }
        if isNew { await tellWhatIsNew(prepared) }
        for id in call.touched.sorted() { await cache.forget(id) }
        var pass = reconciler.pass(prepared, cache: cache, gate: gate.closing(with: tip), progress: progress)
        pass.tracks = last?.turn.states.compactMapValues(\.track) ?? [:]
        let scope: TurnScope = isWhole ? .everything : Self.scope(looked, target)
        let (turn, planned, status) = try await follow(pass, scope, prepared, after: isWhole ? nil : last, tip, &news)
        var round = Round(
            target: target, turn: turn, wholeAt: isWhole ? call.at : last?.wholeAt ?? call.at,
            passes: (last?.passes ?? 0) + 1, status: status, planned: planned)
        round.records = (last?.records ?? 0) + (status == nil ? 0 : 1)
        round.problems = RoundProblem.all(in: turn, of: target.desired, after: last?.problems ?? [])
        return round
    }

    /// What Git did not take is offered again with each poll, not only with the next pass, which may be an hour away.
    private func recordedAgain(
        _ last: Round?, _ prepared: EnvironmentReconciler.Prepared, for call: Call
    ) async -> Round? {
        guard var round = last, call.isPoll, prepared.unread == nil, round.status?.isUnwritten == true else {
            return last
        }
        let result = await record(round.turn, planned: round.planned, of: prepared, after: round.status)
        // The clone has it while the server is away: Git has not.
        if result == .nothing, reconciler.source.isOffline { return last }
        round.status = result
        round.records += 1
        return round
    }

    /// A pass to its end: its turns, what is told of them, and the status commit.
    private func follow(
        _ pass: ReconcilePass, _ scope: TurnScope, _ prepared: EnvironmentReconciler.Prepared, after last: Round?,
        _ tip: TipWatch, _ news: inout TurnNews
    ) async throws -> (turn: Turn, planned: Plan, status: StatusBranch.Result?) {
        try await pass.context.traced("pass") {
            let (turn, planned) = try await run(pass, scope, after: last?.turn.asBefore)
            await news.tell(turn, at: reconciler.options.now(), to: progress)
            // Nothing is told of a commit that was preempted before its first write.
            let isTold = await tip.newer == nil || turn.states.values.contains(where: \.wasWritten)
            return (turn, planned, isTold ? await record(turn, planned: planned, of: prepared) : nil)
        }
    }

    /// What stands on it is looked at in the same turn while it is little; a cluster carries everything.
    private static func scope(_ looked: Set<ResourceID>, _ target: ReconcileTarget) -> TurnScope {
        let standing = target.ids(in: .only(looked))
        return standing.count <= max(hintedAtOnce, looked.count) ? .only(looked) : .exactly(looked)
    }

    /// What stands on things that were exchanged under their names is looked at after all.
    private func run(
        _ pass: ReconcilePass, _ scope: TurnScope, after previous: Turn?
    ) async throws -> (turn: Turn, planned: Plan) {
        var loop = ReconcileLoop(pass, clock: clock)
        loop.joining = { await hinted(of: pass, after: $0) }
        let found = try await loop.runUntilWritten(scope, after: previous)
        guard case .exactly(let ids) = scope, let previous else { return found }
        let exchanged = ids.filter { id in
            let before = previous.observations.byResource[id]?.live?.outputs["arn"]
            return before != found.turn.observations.byResource[id]?.live?.outputs["arn"]
        }
        guard !exchanged.isEmpty else { return found }
        return (try await loop.runUntilWritten(.only(exchanged), after: found.turn).turn, found.planned)
    }

    /// What hints that came during the pass name, so that they do not wait for what the pass waits for.
    private func hinted(of pass: ReconcilePass, after turn: Turn) async -> Set<ResourceID> {
        let taken = await hints.takeOfAWS()
        guard !taken.isEmpty else { return [] }
        let touched = Self.touched(taken, pass.target, turn.observations)
        for id in touched.sorted() { await pass.cache.forget(id) }
        return touched.isEmpty ? [] : pass.target.ids(in: Self.scope(touched, pass.target))
    }

    /// What hints name of an environment.
    static func touched(
        _ hints: Hints.Taken, _ target: ReconcileTarget, _ observations: Observations
    ) -> Set<ResourceID> {
        hints.resources.union(TouchedResources(target, observations).named(hints.things))
    }

    private func tellWhatIsNew(_ prepared: EnvironmentReconciler.Prepared) async {
        let name = prepared.target.environment.name
        // Errors are told with the round's problems.
        for diagnostic in prepared.target.desired.diagnostics where diagnostic.severity != .error {
            await progress.note(name, "\(diagnostic)")
        }
        if let verified = prepared.target.verified { await progress.note(name, verified.message) }
        if let problem = prepared.target.controlProblem { await progress.note(name, "\(problem)") }
    }

    /// Writes status, and tells how that went unless it went as the time before.
    private func record(
        _ turn: Turn, planned: Plan, of prepared: EnvironmentReconciler.Prepared,
        after before: StatusBranch.Result? = nil
    ) async -> StatusBranch.Result {
        let result = await reconciler.record(turn, planned: planned, of: prepared)
        if result != before { await note(result, prepared, turn) }
        guard before == nil else { return result }
        for line in await reconciler.offerReverts(turn, of: prepared) { await progress.note(line.subject, line.text) }
        return result
    }

    /// What a round was, for whoever counts them.
    static func news(
        _ prepared: EnvironmentReconciler.Prepared, _ round: Round?, isIdle: Bool, took: Duration
    ) -> RoundNews {
        let environment = prepared.target.environment.name
        if let unread = prepared.unread {
            return RoundNews(environment: environment, outcome: .failed(unread.problem), duration: took)
        }
        var news = RoundNews(
            environment: environment, commit: prepared.target.source.id, outcome: .idle, duration: took,
            open: round?.open.count ?? 0, manifestsAreSound: !prepared.target.desired.hasErrors)
        news.problems = round?.problems ?? []
        news.isSettled = news.manifestsAreSound && round?.turn.isSettled == true
        news.status = round?.status
        if !isIdle, let round { news.outcome = .passed(round.turn) }
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
}
