import Synchronization

/// How far a network operation has come.
public struct TransportProgress: Hashable, Sendable {
    /// `connected`, `receiving`, `sending` or `waiting`.
    public let phase: String
    /// Objects so far.
    public let received: Int
    /// Objects in all; 0 while unknown.
    public let total: Int
    /// Bytes so far.
    public let bytes: Int
}

/// A reference that a server lists.
public struct RemoteReference: Hashable, Sendable {
    /// The full name.
    public let name: String
    /// The commit; for an annotated tag the one that it stands for.
    public let commit: CommitID
}

/// How a push ended, when the server could be spoken to.
public enum PushOutcome: Hashable, Sendable {
    /// The remote's reference is at the pushed commit; it was read again.
    case pushed
    /// The server declined, or the commit does not descend from the remote's tip. The reason is the server's, one line.
    case rejected(reason: String)
    /// The remote's reference is not where the caller expected, before or right after the push; nil when it is absent.
    case moved(actual: CommitID?)
}

/// Network operations, each in a child process of its own with deadlines. Any number may run at once.
///
/// All throw `GitError`, or `CancellationError` when the calling task is cancelled (the child is killed).
public struct GitTransport: Sendable {
    let configuration: TransportConfiguration
    private let clock: any Clock<Duration>
    private let onProgress: @Sendable (TransportProgress) -> Void
    var onStart: @Sendable (Int32) -> Void = { _ in }

    /// Makes a transport.
    /// - Parameters:
    ///   - clock: what the deadlines are measured on.
    ///   - onProgress: called at most five times a second for each operation.
    public init(
        configuration: TransportConfiguration = TransportConfiguration(),
        clock: any Clock<Duration> = ContinuousClock(),
        onProgress: @escaping @Sendable (TransportProgress) -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.clock = clock
        self.onProgress = onProgress
    }

    /// The server's references whose full names begin with one of the prefixes (all below `refs/` by default).
    public func list(_ remote: Remote, prefixes: [String] = ["refs/"]) async throws -> [RemoteReference] {
        let listed = try await references(remote, prefixes: prefixes)
        return Self.references(listed).filter { reference in prefixes.contains { reference.name.hasPrefix($0) } }
    }

    /// The same as the server tells it: an annotated tag by its own object, and what it stands for as `NAME^{}`.
    func references(_ remote: Remote, prefixes: [String]) async throws -> [TransportEvent.Reference] {
        var request = request(.list, remote)
        request.names = prefixes
        return try await run(request, remote, "listing \(remote.url)").references
    }

    /// Brings the named references' objects into the repository and returns their tips. No reference of the repository
    /// moves: that is the caller's next step (`update(from:to:)`, `setReference`). A name that the server does not have
    /// is absent from the result. Names must be full, else `invalidReference`.
    public func fetch(
        _ names: [String], from remote: Remote, into repository: Repository
    ) async throws -> [String: CommitID] {
        for name in names { try References.check(name) }
        guard !names.isEmpty else { return [:] }
        guard repository.isWritable else {
            throw GitError.storage("\(repository.gitDirectory) was opened for reading only")
        }
        var request = request(.fetch, remote)
        request.names = names
        request.repository = repository.gitDirectory
        let answer = try await fetched(request, remote, into: repository)
        let tips = Self.references(answer.references).filter { names.contains($0.name) }
        try repository.refresh()
        for tip in tips where try !repository.contains(tip.commit) {
            throw GitError.network(
                operation: "fetching from \(remote.url)", message: "the server did not send \(tip.name)",
                retryable: true)
        }
        return Dictionary(tips.map { ($0.name, $0.commit) }) { first, _ in first }
    }

    /// A child that was killed leaves half a pack, which no later one goes on with.
    private func fetched(
        _ request: TransportRequest, _ remote: Remote, into repository: Repository
    ) async throws -> ChildAnswer {
        do {
            return try await run(request, remote, "fetching from \(remote.url)")
        } catch {
            Leftovers(clone: repository.gitDirectory).sweepPacks(olderThan: configuration.deadlines.total)
            throw error
        }
    }

    /// Pushes a commit of the repository to one reference of the remote, never by force.
    /// - Parameters:
    ///   - target: the remote reference's full name.
    ///   - expected: where the caller last saw it; nil when it should not exist yet.
    /// - Returns: `pushed` only when the server's tip, read again by a second connection, is the commit. A retry of a
    ///   push whose answer was lost returns `pushed` too.
    public func push(
        _ commit: CommitID, to target: String, expecting expected: CommitID?, at remote: Remote,
        from repository: Repository
    ) async throws -> PushOutcome {
        try References.check(target)
        let operation = "pushing to \(remote.url)"
        let source = try repository.holdForPush(commit)
        let answer: ChildAnswer
        do {
            var request = request(.push, remote)
            request.repository = repository.gitDirectory
            request.push = TransportRequest.Push(
                commit: commit.hex, source: source, target: target, expected: expected?.hex)
            answer = try await run(request, remote, operation)
        } catch {
            try repository.releaseAfterPush(source, commit)
            throw error
        }
        try repository.releaseAfterPush(source, commit)
        return try await outcome(of: answer, commit: commit, target: target, remote: remote, operation: operation)
    }

    private func outcome(
        of answer: ChildAnswer, commit: CommitID, target: String, remote: Remote, operation: String
    ) async throws -> PushOutcome {
        switch answer.final {
        case .pushed:
            let tip = try await list(remote, prefixes: [target]).first { $0.name == target }?.commit
            return tip == commit ? .pushed : .moved(actual: tip)
        case .moved(let actual):
            return .moved(actual: actual.flatMap { CommitID($0) })
        case .rejected(let reason):
            let secrets = remote.credential?.forbiddenTexts ?? []
            return .rejected(reason: Redaction.clean(String(reason.prefix(1000)), secrets: secrets))
        default:
            throw GitError.childDied(operation: operation, status: "it gave another operation's answer", tail: "")
        }
    }

    private func run(_ request: TransportRequest, _ remote: Remote, _ operation: String) async throws -> ChildAnswer {
        let secrets = remote.credential?.forbiddenTexts ?? []
        let run = ChildRun(
            configuration: configuration, clock: clock, operation: operation, secrets: secrets, onProgress: onProgress,
            onStart: onStart)
        let answer = try await run.run(request)
        if case .failed(let failure) = answer.final {
            throw GitError(failure, operation: operation, url: remote.url, secrets: secrets)
        }
        return answer
    }

    private func request(_ verb: TransportRequest.Verb, _ remote: Remote) -> TransportRequest {
        let total = configuration.deadlines.total.components.seconds
        return TransportRequest(
            verb: verb, url: remote.url.text, login: remote.credential.map(TransportRequest.Login.init),
            hostKeys: remote.hostKeys, authorityFile: remote.authorityFile,
            seconds: UInt32(clamping: max(0, total).addingReportingOverflow(5).partialValue),
            memory: configuration.limits.memory, pack: configuration.limits.pack)
    }

    /// The listed references with legal names, annotated tags replaced by what they stand for.
    private static func references(_ listed: [TransportEvent.Reference]) -> [RemoteReference] {
        var commits: [String: CommitID] = [:]
        for reference in listed {
            guard let commit = CommitID(reference.id) else { continue }
            if reference.name.hasSuffix("^{}") {
                commits[String(reference.name.dropLast(3))] = commit
            } else if commits[reference.name] == nil {
                commits[reference.name] = commit
            }
        }
        return commits.filter { References.isLegal($0.key) }.map { RemoteReference(name: $0.key, commit: $0.value) }
            .sorted { $0.name.precedesByBytes($1.name) }
    }
}
