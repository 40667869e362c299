import Reconciler
import Synchronization

/// What one repository's loop makes of its server's silence: it counts only while somebody of this process asks.
final class SilenceWatch: Sendable {
    /// Something to tell.
    enum News: Equatable {
        /// It has not answered for so many seconds: told at the beginning, and then each hour.
        case silent(Int)
        /// It answers again.
        case back
    }

    private struct State {
        var askedSince: Int?
        var toldHour: Int?
    }

    private let state = Mutex(State())
    /// A round that begins when the server was silent before has asked it once more by then, in seconds.
    private static let least = 2

    /// `contact` without a silence that nobody of this process hears, `now` in seconds since 1970.
    func heard(_ contact: SourceContact, isAsked: Bool, at now: Int) -> SourceContact {
        state.withLock { state in
            guard isAsked else {
                state = State()
                return SourceContact(heardAt: contact.heardAt)
            }
            let since = state.askedSince ?? now
            state.askedSince = since
            var contact = contact
            contact.silentSince = contact.silentSince.map { max($0, since) }
            return contact
        }
    }

    /// What is new of what was heard; nil when nothing is.
    func news(of contact: SourceContact, at now: Int) -> News? {
        state.withLock { state in
            guard let seconds = contact.silence(at: now) else {
                defer { state.toldHour = nil }
                return state.toldHour == nil ? nil : .back
            }
            guard seconds >= Self.least, state.toldHour != seconds / 3_600 else { return nil }
            state.toldHour = seconds / 3_600
            return .silent(seconds)
        }
    }
}
