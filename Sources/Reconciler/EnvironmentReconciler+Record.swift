import Manifest
public import Planning

/// What is told of a pass: to the status branch, and above its plan.
extension EnvironmentReconciler {
    /// The most bytes of `plan.md`: forges show no more of a file.
    private static let planLimit = 512 << 10

    /// Step 9: writes what a turn found to the status branch. `plan` is the first turn's, for `plan.md`.
    public func record(_ turn: Turn, planned plan: Plan, of prepared: Prepared) async -> StatusBranch.Result {
        guard let status = prepared.status else { return .nothing }
        if let reason = await options.lease.closedBecause() { return .failed(reason) }
        let now = options.now()
        return await status.write(onto: prepared.loaded, time: now, epoch: options.epoch) { memory in
            var target = prepared.target
            target.memory = memory
            let markdown =
                plan.hasChanges || plan.isRefused
                ? PlanMarkdown(plan, header(prepared)).text(ofAtMost: Self.planLimit) : nil
            let input = StatusInput(
                target: target, states: turn.states.filter { !$0.value.plan.isDeparture },
                outputs: turn.observations.outputs.merging(turn.execution.outputs) { $1 },
                now: now, version: options.version, planMarkdown: markdown, quarantine: turn.quarantine,
                forecast: plan.forecast, departures: turn.states.filter { $0.value.plan.isDeparture })
            return (StatusTree(input).changes, StatusMessage(input).message)
        }
    }

    /// What stands above a plan of what was prepared.
    public func header(_ prepared: Prepared, calls: Int = 0) -> PlanHeader {
        let target = prepared.target
        return PlanHeader(
            environment: target.environment.name, accountID: target.accountID, region: target.region,
            commit: target.source.id, subject: target.source.subject, branch: target.source.branch,
            author: target.source.author, readAt: UTC.readable(options.now()), lastSettled: target.memory.settled,
            calls: calls)
    }
}
