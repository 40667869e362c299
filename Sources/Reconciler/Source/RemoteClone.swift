public import GitStore
public import FoundationEssentials
import Synchronization

/// The bare clone of a repository behind a URL, from which any number of environments of this process are read.
public final class RemoteClone: Sendable {
    let repository: Repository
    let access: RemoteAccess
    let transport: GitTransport
    private let fetches: JointFetch
    private let lists: JointFetch
    private let record: ContactRecord
    /// How many fetches go by before the clone is looked after again.
    private let rest = Mutex(0)
    private static let fetchesOfRest = 500

    /// How many processes of one machine may have clones of one repository at a time.
    private static let clones = 9

    /// The clone of `access` below `cacheDirectory`, or, while another process has that one, beside it; `now` is in seconds
    /// since 1970.
    ///
    /// A clone that is damaged is thrown away and fetched again. Throws `GitError`.
    public init(
        _ access: RemoteAccess, cacheDirectory: String, transport: GitTransport = GitTransport(),
        now: @escaping @Sendable () -> Int = { Int(Date().timeIntervalSince1970) },
        observing: @escaping GitObserver = { _, _, _ in }
    ) throws(GitError) {
        let repository = try Self.freeClone(cacheDirectory)
        let record = ContactRecord(now: now, observing: observing)
        (self.repository, self.access, self.transport, self.record) = (repository, access, transport, record)
        fetches = JointFetch { names in
            try await record.noting("fetch") {
                try await transport.fetch(names, from: try await access.remote(), into: repository)
            }
        }
        lists = JointFetch { names in
            let listed = try await record.noting("list") {
                try await transport.list(try await access.remote(), prefixes: names)
            }
            return Dictionary(listed.map { ($0.name, $0.commit) }) { first, _ in first }
        }
    }

    /// Where the repository is, without user information.
    public var url: String { access.url.text }

    /// Whether the server answers.
    public var contact: SourceContact { record.contact }

    /// The commit that a reference had when it was last fetched, 40 hex digits; nil when it never was.
    public func knownTip(of reference: String) throws -> String? { try repository.reference(reference)?.hex }

    /// What nobody reads any more is not fetched with the rest.
    public func forget(_ references: [String]) async { await fetches.forget(references) }

    /// Brings the references here and says where they are; with those of everybody who asks at the same time.
    func fetch(_ names: [String]) async throws -> [String: CommitID] {
        let answer = try await fetches.fetch(names)
        for name in names { if let tip = answer.tips[name] { try keep(tip, as: name) } }
        compact()
        return answer.tips.filter { names.contains($0.key) }
    }

    /// Keeps the clone small. What can not be merged costs space: it is counted, and tried again much later.
    private func compact() {
        guard
            rest.withLock({
                $0 = max(0, $0 - 1); return $0 == 0
            })
        else { return }
        do {
            try record.counting("compact") { try repository.compact() }
        } catch {
            rest.withLock { $0 = Self.fetchesOfRest }
        }
    }

    /// Where the server has a reference, without what it holds.
    func tip(of reference: String) async throws -> CommitID? { try await lists.fetch([reference]).tips[reference] }

    /// Under its own name, so that the next fetch brings only what is new.
    private func keep(_ tip: CommitID, as name: String) throws {
        let there = try repository.reference(name)
        guard there != tip else { return }
        do throws(GitError) {
            try repository.setReference(name, to: tip, expecting: there)
        } catch .referenceMoved {
            // Another environment of this process was told of a tip at the same time; the next fetch tells all the same.
        }
    }

    private static func freeClone(_ directory: String) throws(GitError) -> Repository {
        for suffix in [""] + (2..<clones).map({ "-\($0)" }) {
            do {
                return try openClone(directory + suffix)
            } catch .inUse {
                continue
            }
        }
        return try openClone("\(directory)-\(clones)")
    }

    private static func openClone(_ directory: String) throws(GitError) -> Repository {
        do {
            return try Repository(cache: directory)
        } catch .corrupt {
            try Repository.discard(cache: directory)
            return try Repository(cache: directory)
        }
    }
}
