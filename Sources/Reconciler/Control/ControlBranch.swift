public import GitStore
public import Model

/// The branch by which operators talk to a controller: one file, many writers, none of whom loses another's entry.
public struct ControlBranch: Sendable {
    let repository: Repository
    let publisher: any StatusPublisher
    /// The full ref name.
    public let reference: String
    let environment: String

    /// The branch of `environment`, whose commits are made in `repository`.
    init(of environment: String, in store: BranchStore) {
        self.environment = environment
        repository = store.repository
        publisher = store.publisher
        reference = Self.reference(environment)
    }

    /// `neap/control/production`.
    public var shortName: String { String(reference.dropFirst("refs/heads/".count)) }

    /// Who works on this machine, as Git's configuration says; nil when it does not.
    public func person() throws(GitError) -> Identity? { try repository.person() }

    static func reference(_ environment: String) -> String { "refs/heads/neap/control/\(PathPart.safe(environment))" }

    /// What the branch says at `tip`; nothing when there is no branch.
    ///
    /// Throws `GitError`, and `ControlError` for content that is not understood.
    static func load(at tip: CommitID?, in repository: Repository) throws -> ControlFile {
        guard let tip, let entry = try repository.entry(at: ControlFile.path, in: tip) else { return ControlFile() }
        guard entry.kind == .file, let blob = entry.blob else { throw ControlError("is no file") }
        let bytes: [UInt8]
        do throws(GitError) {
            bytes = try repository.blob(blob, limit: ControlFile.byteLimit)
        } catch .tooLarge {
            throw ControlError("has more than \(ControlFile.byteLimit) bytes")
        }
        return try ControlFile(bytes)
    }

    /// Something that a person asks for, as the commit that says it.
    public struct Wish: Sendable {
        let subject: String
        /// What it is about; nil for the environment.
        let resource: ResourceID?
        /// Seconds since 1970.
        let at: Int
        let change: @Sendable (ControlFile) -> ControlFile

        /// One more attempt.
        public static func retry(_ retry: ControlFile.Retry) -> Wish {
            Wish(
                subject: "Retry \(retry.service) \(retry.revision)", resource: ResourceID("Service", retry.service),
                at: retry.at
            ) { $0.adding(retry) }
        }

        /// Nothing more is written.
        public static func suspend(_ suspension: ControlFile.Suspension) -> Wish {
            let what = suspension.resource?.description ?? "the environment"
            return Wish(subject: "Suspend \(what)", resource: suspension.resource, at: suspension.at) {
                $0.adding(suspension)
            }
        }

        /// What was suspended is written again; nil is the environment.
        public static func resume(_ resource: ResourceID?, at: Int) -> Wish {
            Wish(subject: "Resume \(resource?.description ?? "the environment")", resource: resource, at: at) {
                $0.resuming(resource)
            }
        }
    }

    /// Adds a wish as a commit onto `tip` and publishes it; when somebody else was quicker, onto theirs. Gives the branch's
    /// tip, as it was when the wish stands there already.
    ///
    /// Throws `GitError`, `ControlError` when the file is not understood, and `ControlNotWritten`.
    public func add(_ wish: Wish, onto tip: CommitID?, author: Identity) async throws -> CommitID {
        var tip = tip
        for _ in 0..<16 {
            let file = wish.change(try Self.load(at: tip, in: repository))
            if let excess = file.excess { throw ControlNotWritten("\(reference): \(excess)") }
            let about = wish.resource.map { [Trailer("Neap-Resource", "\($0)")] } ?? []
            let message = CommitMessage(
                subject: wish.subject, body: "[skip ci]",
                trailers: [Trailer("Neap-Environment", environment)] + about)
            let made = try repository.commit(
                changes: [ControlFile.path: Array(file.text.utf8)], onto: tip, author: author, time: Int64(wish.at),
                message: message)
            // The very same entry is there already.
            guard let made else { return try ensured(tip) }
            switch try await publisher.publish(made, at: reference, expecting: tip) {
            case .pushed: return made
            case .rejected(let reason): throw ControlNotWritten("\(reference): \(reason)")
            case .moved: tip = try await publisher.tip(of: reference)
            }
        }
        throw ControlNotWritten("\(reference) kept moving")
    }

    private func ensured(_ tip: CommitID?) throws(ControlNotWritten) -> CommitID {
        guard let tip else { throw ControlNotWritten("\(reference) is empty") }
        return tip
    }
}

/// The control branch could not be written.
public struct ControlNotWritten: Error, Sendable, CustomStringConvertible {
    public let description: String
    init(_ text: String) { description = text }
}
