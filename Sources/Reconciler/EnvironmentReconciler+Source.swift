import GitStore
import Manifest
import Model
import Planning

/// What has to hold of a commit before anything of it is applied.
extension EnvironmentReconciler {
    /// Stops at history that was rewritten, then at commits that are not signed as they should be. What stops is thrown, and
    /// written to the status branch.
    func check(
        _ commit: SourceCommit, _ environment: Environment, _ status: StatusBranch?, _ loaded: StatusBranch.Loaded
    ) async throws -> VerifiedTip? {
        do {
            if !options.looksOnly, let stop = try rewrite(at: commit, loaded.memory) { throw stop }
            guard let policy = options.verification else { return nil }
            let verifier = CommitVerifier(policy: policy, history: source.history, now: options.now())
            return try await verifier.verify(commit, after: loaded.memory)
        } catch let stop as SourceError {
            if let (type, reason) = stop.condition {
                await write(stop, type, reason, commit, environment, options.writesStatus ? status : nil, loaded)
            }
            throw stop
        }
    }

    /// What commits down from `tip` approve, and, where signatures can be checked, the tags of those commits; none where no
    /// manifest asks for approval.
    func approvals(of desired: Desired, at tip: SourceCommit) async throws -> Approvals {
        guard desired.resources.values.contains(where: { !$0.policy.approval.isEmpty }) else { return Approvals() }
        var approvals = try source.approvals(at: tip.id)
        guard let policy = options.verification else { return approvals }
        let signed = TagApprovals(keys: policy.keys, now: options.now())
        try await signed.add(try await source.approvalTags(), to: &approvals)
        return approvals
    }

    /// A status branch that a later term wrote to stops what is left of an older one, before it asks AWS for anything.
    func checkEpoch(of loaded: StatusBranch.Loaded, _ environment: Environment) throws(SourceError) {
        guard options.epoch > 0, loaded.epoch > options.epoch else { return }
        throw .superseded(options.label ?? environment.name, epoch: options.epoch, by: loaded.epoch)
    }

    /// History that was rewritten under us, or set back; nil when `commit` may follow what was accepted.
    func rewrite(at commit: SourceCommit, _ memory: StatusMemory) throws -> SourceError? {
        guard let accepted = memory.observed, accepted != commit.id, options.acceptedRewrite != commit.id,
            try !source.follows(commit.id, accepted)
        else { return nil }
        let reference = commit.reference ?? "HEAD"
        return try source.holds(commit.id, in: accepted)
            ? .behind(reference: reference, accepted: accepted, tip: commit.id)
            : .rewritten(reference: reference, accepted: accepted, tip: commit.id)
    }

    private func write(
        _ stop: SourceError, _ type: ConditionType, _ reason: Reason, _ commit: SourceCommit,
        _ environment: Environment, _ status: StatusBranch?, _ loaded: StatusBranch.Loaded
    ) async {
        guard await options.lease.closedBecause() == nil else { return }
        let now = options.now()
        _ = await status?.write(onto: loaded, time: now, epoch: options.epoch) { memory in
            let files = SourceStop(
                memory: memory, environment: environment.name, tip: commit.id, type: type, reason: reason,
                text: "\(stop)", stamp: UTC.stamp(now))
            return (files.changes, files.message)
        }
    }
}

extension SourceError {
    /// The condition that is false because of it, and why; nil when it is not one of the branch's history.
    fileprivate var condition: (ConditionType, Reason)? {
        switch self {
        case .rewritten, .behind: (.sourceReady, .nonFastForward)
        case .unverified(let commit): (.sourceVerified, commit.reason)
        case .noCommit, .noRepository, .noReference, .uncommitted, .statusIsSource, .statusIsChosen, .statusUnreadable,
            .statusApart, .superseded:
            nil
        }
    }
}
