import GitStore
import Model
import Signatures

/// Checks who signed what is to be applied: the tip, always, and what lies between it and the last applied commit, or the
/// last that was checked: what was found good once is not asked again, as keys change.
struct CommitVerifier {
    let policy: VerificationPolicy
    let history: (any CommitHistory)?
    /// Seconds since 1970.
    let now: Int

    /// Throws `SourceError.unverified` for the oldest commit that is not signed by a trusted key.
    func verify(_ tip: SourceCommit, after memory: StatusMemory) async throws -> VerifiedTip {
        let newest = CandidateCommit(id: tip.id, author: tip.author, subject: tip.subject)
        let base = policy.mode == .head ? nil : memory.verified ?? memory.applied ?? memory.observed
        guard let history else {
            throw refusal(newest, base, "its source has no history to check", .unverified)
        }
        var signer: Signer?
        let commits = try candidates(of: history, base, newest)
        for commit in commits.reversed() { signer = try await check(commit, in: history, base) }
        guard let signer else { throw refusal(newest, base, "nothing was checked", .unverified) }
        return VerifiedTip(message: message(tip, signer, base, memory), count: commits.count)
    }

    private func candidates(
        of history: any CommitHistory, _ base: String?, _ tip: CandidateCommit
    ) throws -> [CandidateCommit] {
        do {
            return try history.candidates(
                after: base, upTo: tip.id, along: policy.mode == .all ? .all : .firstParents,
                limit: VerificationPolicy.limit)
        } catch GitError.tooLarge(_, let limit, _) {
            let way = "let an older commit be applied first, or start once with --verify-mode head"
            throw refusal(tip, base, "more than \(limit) commits would have to be checked (\(way))", .unverified)
        }
    }

    private func check(
        _ commit: CandidateCommit, in history: any CommitHistory, _ base: String?
    ) async throws -> Signer {
        guard let signed = try history.signature(of: commit.id) else {
            throw refusal(commit, base, "it is not signed", .unsigned)
        }
        do {
            return try await policy.keys.signer(of: signed.payload, by: signed.signature, at: now)
        } catch {
            try Task.checkCancellation()
            throw refusal(commit, base, "\(error)", error.reason)
        }
    }

    private func refusal(_ commit: CandidateCommit, _ base: String?, _ why: String, _ reason: Reason) -> SourceError {
        .unverified(UnverifiedCommit(commit: commit, why: OperatingText.neutral(why), reason: reason, base: base))
    }

    /// What was said of a tip when it was new stays, so that nothing is written when it is looked at again.
    private func message(_ tip: SourceCommit, _ signer: Signer, _ base: String?, _ memory: StatusMemory) -> String {
        let start = "\(tip.short) is signed by \(OperatingText.neutral(signer.name)) (\(signer.key))"
        let known = memory.environmentConditions.first { $0.type == .sourceVerified && $0.isTrue }
        if base == tip.id, let known, known.message.hasPrefix(start) { return known.message }
        if policy.mode == .head { return start + "; commits before it are not checked" }
        return base == nil ? start + "; it alone was checked, as nothing is on record as applied" : start
    }
}

extension SignatureProblem {
    fileprivate var reason: Reason {
        if case .notChecked = self { .unverified } else { .badSignature }
    }
}
