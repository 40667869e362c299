public import GitStore
import Manifest
import Model

/// The orphan branch that an environment's status is written to (DESIGN section 5): one writer, made anew on a moved tip,
/// never merged, never forced.
public struct StatusBranch: Sendable {
    let repository: Repository
    let publisher: any StatusPublisher
    /// The full ref name.
    public let reference: String
    let environment: String

    /// The branch `name`, short or full, whose commits are made in `repository`.
    init(_ name: String, of environment: String, in repository: Repository, publisher: any StatusPublisher) {
        self.environment = environment
        self.repository = repository
        self.publisher = publisher
        reference = name.hasPrefix("refs/") ? name : "refs/heads/\(name)"
    }

    /// What the branch says at one tip.
    public struct Loaded: Sendable {
        public var memory: StatusMemory
        /// Nil when there is no branch yet.
        public var tip: CommitID?
        /// True when somebody else wrote the tip: it is neither believed nor written to. The memory is of our last commit
        /// below it.
        public var isForeign: Bool
        /// True when there is no commit of ours below it either.
        public var isLost = false
        /// The epoch that the tip was written in; 0 without leases.
        public var epoch = 0
    }

    /// How writing ended.
    public enum Result: Sendable, Equatable {
        /// No byte would have changed.
        case nothing
        case written(CommitID)
        /// The tip is not ours; the text says whose.
        case foreign(String)
        case failed(String)

        /// True when there was something to write and Git has not got it.
        var isUnwritten: Bool {
            switch self {
            case .nothing, .written: false
            case .foreign, .failed: true
            }
        }
    }

    /// What the branch says at `tip`, which was fetched before.
    public func load(at tip: CommitID?) throws -> Loaded {
        guard let tip else { return Loaded(memory: StatusMemory(), tip: nil, isForeign: false) }
        let commit = try repository.commit(tip)
        guard isOurs(commit) else {
            let ours = try repository.log(from: tip, limit: 1_000).first(where: isOurs)
            let memory = try ours.map { try Self.memory(at: $0.id, in: repository) } ?? StatusMemory()
            return Loaded(memory: memory, tip: tip, isForeign: true, isLost: ours == nil)
        }
        return Loaded(
            memory: try Self.memory(at: tip, in: repository), tip: tip, isForeign: false, epoch: Self.epoch(commit))
    }

    /// What the files of a status commit say.
    ///
    /// Throws `GitError`, and `SourceError.statusUnreadable`: memory that can not be read is not to be taken for none.
    public static func memory(at tip: CommitID, in repository: Repository) throws -> StatusMemory {
        let entries = try repository.snapshot(of: tip, limits: nil).entries.filter { $0.kind == .file }
        let named = entries.compactMap { entry in entry.blob.map { (entry.path, $0) } }
        let contents = try repository.blobs(named.map(\.1), limit: Limits.writtenBytes)
        let files = Dictionary(zip(named.map(\.0), contents)) { first, _ in first }
        let memory = StatusMemory(files: files) { bytes, path in
            DecodedFile.decode(written: bytes, file: path).documents.first?.value
        }
        guard memory.statusFile == nil, let bytes = files[StatusFile.path] else { return memory }
        let failure = DecodedFile.decode(written: bytes, file: StatusFile.path).failure
        throw SourceError.statusUnreadable(tip.hex, why: failure?.description ?? "it is not of a schema that is known")
    }

    /// Ours is what carries our trailers and our name.
    private func isOurs(_ commit: Commit) -> Bool {
        commit.trailer("Neap-Environment") == environment && commit.committer == identity
    }

    private static func epoch(_ commit: Commit) -> Int { commit.trailer("Neap-Epoch").flatMap { Int($0) } ?? 0 }

    private var identity: Identity { Identity(name: "Neap", email: "neap@\(environment)") }

    /// Makes sure, as far as is known without asking a server, that what is written can be read again: before anything is
    /// applied that it has to tell of.
    ///
    /// Throws `GitError`, and `SourceError.statusApart`.
    func checkWritable() throws {
        if let problem = try publisher.problem(of: reference) { throw SourceError.statusApart(problem) }
    }

    /// Writes what changed onto `loaded`'s tip and pushes it; a tip that moved meanwhile is loaded and written onto again.
    ///
    /// A later epoch at the tip stops a writer that has one. The branch's epoch never goes down: who writes without leases
    /// says it again.
    func write(
        onto loaded: Loaded, time: Int, epoch: Int = 0,
        _ content: (StatusMemory) -> (changes: [String: [UInt8]?], message: CommitMessage)
    ) async -> Result {
        var loaded = loaded
        for _ in 0..<8 {
            if loaded.isForeign { return .foreign("\(reference) was written to by somebody else") }
            do {
                guard epoch == 0 || loaded.epoch <= epoch else {
                    return .failed("\(reference) was written in epoch \(loaded.epoch), ours is \(epoch)")
                }
                let (changes, said) = content(loaded.memory)
                guard !changes.isEmpty else { return .nothing }
                let message = said.stating(epoch: max(epoch, loaded.epoch))
                let made = try repository.commit(
                    changes: changes, onto: loaded.tip, author: identity, time: Int64(time), message: message)
                guard let made else { return .nothing }
                switch try await publisher.publish(made, at: reference, expecting: loaded.tip) {
                case .pushed: return .written(made)
                case .rejected(let reason): return .failed(reason)
                case .moved: loaded = try await reload()
                }
            } catch is CancellationError {
                return .failed("the process ends")
            } catch {
                return .failed("\(error)")
            }
        }
        return .failed("\(reference) kept moving")
    }

    private func reload() async throws -> Loaded { try load(at: try await publisher.tip(of: reference)) }
}

extension CommitMessage {
    /// The same message with this epoch in its trailer.
    fileprivate func stating(epoch: Int) -> CommitMessage {
        var message = self
        for (index, trailer) in trailers.enumerated() where trailer.key == "Neap-Epoch" {
            message.trailers[index].value = String(epoch)
        }
        return message
    }
}
