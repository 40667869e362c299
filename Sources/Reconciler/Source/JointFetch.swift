import GitStore
import Synchronization

/// Asks a server for many at once: whoever comes while it is asked shares the next question, which names all that anybody
/// ever named.
///
/// An answer counts only for those who came before its question began: a later push may not be in it.
actor JointFetch {
    /// What the server said.
    struct Answer: Sendable {
        /// Every reference that was asked for; one of them without a tip does not exist.
        let names: Set<String>
        let tips: [String: CommitID]
    }

    private struct Ended {
        let number: Int
        let result: Result<Answer, any Error>
    }

    private let ask: @Sendable ([String]) async throws -> [String: CommitID]
    private var names: Set<String> = []
    private var number = 0
    private var isAsking = false
    private var ended: Ended?
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// `ask` gets full reference names, sorted.
    init(_ ask: @escaping @Sendable ([String]) async throws -> [String: CommitID]) { self.ask = ask }

    /// Where `wanted` are now. Throws what asking throws; a name of somebody else that is not legal fails only them.
    func fetch(_ wanted: [String]) async throws -> Answer {
        names.formUnion(wanted)
        var first = number + 1
        while true {
            guard let ended, ended.number >= first else {
                try await isAsking ? wait() : lead()
                continue
            }
            do {
                return try ended.result.get()
            } catch GitError.invalidReference(let name, _) where !wanted.contains(name) {
                names.remove(name)
                first = number + 1
            } catch {
                if case GitError.invalidReference(let name, _) = error { names.remove(name) }
                throw error
            }
        }
    }

    /// What nobody asks for any more.
    func forget(_ gone: [String]) { names.subtract(gone) }

    private func wait() async throws {
        await withCheckedContinuation { waiting.append($0) }
        try Task.checkCancellation()
    }

    /// Asks for all; when this task is cancelled, one of those who wait asks in its place.
    private func lead() async throws {
        isAsking = true
        number += 1
        let (asked, this) = (names, number)
        var result: Result<Answer, any Error>
        do {
            result = .success(Answer(names: asked, tips: try await ask(asked.sorted())))
        } catch {
            result = .failure(error)
        }
        isAsking = false
        defer {
            for waiter in waiting { waiter.resume() }
            waiting = []
        }
        if case .failure(let error) = result, error is CancellationError { throw error }
        ended = Ended(number: this, result: result)
    }
}
