import Synchronization

/// Whether a repository's server can be reached, as the process last saw.
public struct SourceContact: Sendable, Equatable {
    /// When it last answered, seconds since 1970; nil when it never did.
    public var heardAt: Int?
    /// Since when it has not, seconds since 1970; nil while it does.
    public var silentSince: Int?
    /// What happens instead, one line without secrets; nil while it answers.
    public var problem: String?

    /// Nothing was asked yet.
    public init(heardAt: Int? = nil) { self.heardAt = heardAt }

    /// For how many seconds nothing was heard at `now`; nil while it answers.
    public func silence(at now: Int) -> Int? { silentSince.map { max(0, now - $0) } }
}

/// Keeps what was seen of a server, and tells whoever counts.
final class ContactRecord: Sendable {
    private let state = Mutex(SourceContact())
    private let now: @Sendable () -> Int
    private let observing: GitObserver

    init(now: @escaping @Sendable () -> Int, observing: @escaping GitObserver) {
        self.now = now
        self.observing = observing
    }

    var contact: SourceContact { state.withLock { $0 } }

    /// Runs a question to the server and keeps how it went.
    func noting<T: Sendable>(_ operation: String, _ question: () async throws -> T) async throws -> T {
        let start = ContinuousClock.now
        do {
            let answer = try await question()
            state.withLock { $0 = SourceContact(heardAt: now()) }
            observing(operation, start.duration(to: .now), true)
            return answer
        } catch {
            if !(error is CancellationError) {
                note(error)
                observing(operation, start.duration(to: .now), false)
            }
            throw error
        }
    }

    /// Runs work on the clone, of which only a failure is told: nothing was asked of the server.
    func counting(_ operation: String, _ work: () throws -> Bool) throws {
        let start = ContinuousClock.now
        do {
            guard try work() else { return }
            observing(operation, start.duration(to: .now), true)
        } catch {
            observing(operation, start.duration(to: .now), false)
            throw error
        }
    }

    private func note(_ error: any Error) {
        state.withLock { state in
            state.silentSince = state.silentSince ?? now()
            state.problem = "\(error)"
        }
    }
}

/// Is told of each question to Git's server (`fetch`, `list`) and of each merge of a clone's packs (`compact`): how long it
/// took, and whether it went well.
public typealias GitObserver = @Sendable (_ operation: String, _ took: Duration, _ isAnswered: Bool) -> Void
