import GitStore
import Kinds
import Manifest
import Model
import Planning

/// Takes the commit back in Git that brought a revision which ECS rolled back, where `policy.onRollback` asks for it
/// (DESIGN section 9): as a branch that a person merges, or on the watched branch itself.
struct RevertOffer {
    let store: BranchStore
    let target: ReconcileTarget
    let states: [ResourceID: ResourceState]
    /// Seconds since 1970.
    let now: Int

    /// Makes the revert of `held` once; what happened, for a person, or nil when there was nothing to do.
    ///
    /// Throws `GitError`; a conflict among them, and then nothing is pushed.
    func make(_ held: Quarantine) async throws -> String? {
        let policy = target.desired.resources[held.service]?.policy.onRollback ?? .hold
        let branch = Self.branch(held)
        guard policy != .hold, try await store.publisher.tip(of: branch) == nil else { return nil }
        let search = Culprit(repository: store.repository, target: target, states: states, held: held)
        guard let tip = CommitID(target.source.id), let culprit = try search.find() else {
            return "no revert is offered: no commit since all was well is known to have brought \(held.revision)"
        }
        let commit = try store.repository.commit(culprit)
        let revert = try store.repository.revert(
            culprit, onto: tip, author: identity, time: Int64(now), message: message(held, commit))
        guard let revert else { return nil }
        // A commit of Neap's own is unsigned: where signatures are demanded, whoever merges it signs for it.
        if policy == .revertOnBranch, target.verified == nil, let watched = try watchedBranch {
            switch try await store.publisher.publish(revert, at: watched, expecting: tip) {
            case .pushed: return "reverted \(culprit.short) on \(target.source.branch ?? watched) with \(revert.short)"
            // A newer commit came, which may be the fix: the next pass sees.
            case .moved: return nil
            case .rejected: break
            }
        }
        return try await offered(revert, branch, culprit)
    }

    private func offered(_ revert: CommitID, _ branch: String, _ culprit: CommitID) async throws -> String? {
        let short = branch.dropFirst("refs/heads/".count)
        switch try await store.publisher.publish(revert, at: branch, expecting: nil) {
        case .pushed: return "the branch \(short) takes \(culprit.short) back; merge it, or commit a fix"
        // Somebody else made it meanwhile.
        case .moved: return nil
        case .rejected(let reason):
            return "the branch \(short) with the revert of \(culprit.short) was refused: \(reason)"
        }
    }

    static func branch(_ held: Quarantine) -> String {
        let revision = ServiceRollout.revision(held.revision).map(String.init) ?? held.revision
        return "refs/heads/neap/revert/" + PathPart.safe("\(held.service.name)-\(revision)")
    }

    /// The branch that is watched; nil when somebody works in its files: then a branch beside it is offered.
    private var watchedBranch: String? {
        get throws {
            guard let watched = target.source.reference else { return nil }
            let isCheckedOut = try store.repository.workDirectory != nil && store.repository.head()?.branch == watched
            return isCheckedOut ? nil : watched
        }
    }

    private var identity: Identity { Identity(name: "Neap", email: "neap@\(target.environment.name)") }

    private func message(_ held: Quarantine, _ commit: Commit) -> CommitMessage {
        let cause = states[held.service]?.cause
        let lines = [
            "Cause: \(cause?.cause ?? held.reason)", cause.map { "Evidence: \($0.evidence)" },
            cause.map { "Fix: \($0.fix)" },
        ].compactMap { $0 }
        var trailers = [
            Trailer("Neap-Environment", target.environment.name), Trailer("Neap-Resource", held.service.description),
            Trailer("Neap-Revision", held.revision), Trailer("Neap-Reverts", commit.id.hex),
        ]
        if let arn = held.serviceDeployment { trailers.append(Trailer("Neap-Service-Deployment", arn)) }
        return CommitMessage(
            subject: "Revert \"\(commit.subject)\"",
            body: "This reverts commit \(commit.id.hex).\n\nECS rolled \(held.revision) of \(held.service) back.\n"
                + lines.joined(separator: "\n"),
            trailers: trailers)
    }
}

extension EnvironmentReconciler {
    /// Takes back in Git what ECS rolled back, where a service's policy asks for it; a line for each that was made or that
    /// could not be.
    public func offerReverts(_ turn: Turn, of prepared: Prepared) async -> [(subject: String, text: String)] {
        guard options.writesStatus, !turn.quarantine.isEmpty, let store = source.branches,
            await options.lease.closedBecause() == nil
        else { return [] }
        let offer = RevertOffer(store: store, target: prepared.target, states: turn.states, now: options.now())
        var lines: [(subject: String, text: String)] = []
        for held in turn.quarantine.values.sorted(by: { $0.service < $1.service }) {
            do {
                if let text = try await offer.make(held) { lines.append((held.service.name, text)) }
            } catch {
                lines.append((held.service.name, "no revert is offered: \(error)"))
            }
        }
        return lines
    }
}
