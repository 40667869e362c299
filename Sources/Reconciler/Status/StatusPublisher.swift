import GitStore

/// How a status commit becomes the branch's tip, where others see it.
protocol StatusPublisher: Sendable {
    /// Moves the branch from `expected` to `commit`; never by force.
    func publish(_ commit: CommitID, at reference: String, expecting expected: CommitID?) async throws -> PushOutcome
    /// Where the branch is now, its objects at hand; nil when there is none.
    func tip(of reference: String) async throws -> CommitID?
    /// Why nothing can be written to the branch; nil when nothing is known against it.
    func problem(of reference: String) throws -> String?
}

extension StatusPublisher {
    func problem(of reference: String) throws -> String? { nil }
}

/// A branch of the repository behind a URL.
struct RemotePublisher: StatusPublisher {
    let repository: Repository
    let access: RemoteAccess
    let transport: GitTransport

    /// A commit that the server could not be given is kept in the clone: while the server is away, it is what is remembered.
    func publish(_ commit: CommitID, at reference: String, expecting expected: CommitID?) async throws -> PushOutcome {
        do {
            let remote = try await access.remote()
            let outcome = try await transport.push(
                commit, to: reference, expecting: expected, at: remote, from: repository)
            if outcome == .pushed { try keep(commit, reference) }
            return outcome
        } catch let error as GitError where error.isOutage {
            try keep(commit, reference)
            throw error
        }
    }

    func tip(of reference: String) async throws -> CommitID? {
        let remote = try await access.remote()
        let tip = try await transport.fetch([reference], from: remote, into: repository)[reference]
        if let tip { try keep(tip, reference) }
        return tip
    }

    /// Under its own name in the clone, so that the next fetch brings only what is new.
    private func keep(_ tip: CommitID, _ reference: String) throws {
        try repository.setReference(reference, to: tip, expecting: try repository.reference(reference))
    }
}

/// A branch of a repository on this machine; whoever owns it pushes it on.
struct LocalPublisher: StatusPublisher {
    let repository: Repository

    func publish(_ commit: CommitID, at reference: String, expecting expected: CommitID?) async throws -> PushOutcome {
        let branch = try LocalBranch(reference, in: repository)
        if let problem = branch.problem { return .rejected(reason: problem) }
        guard branch.tip == expected else { return .moved(actual: branch.tip) }
        // Without a branch of its own, or with one that is behind, the clone goes on from where `origin` was.
        try repository.setReference(reference, to: commit, expecting: branch.own)
        return .pushed
    }

    func tip(of reference: String) async throws -> CommitID? { try LocalBranch(reference, in: repository).tip }

    func problem(of reference: String) throws -> String? { try LocalBranch(reference, in: repository).problem }
}
