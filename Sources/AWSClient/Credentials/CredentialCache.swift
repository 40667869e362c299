public import AWSWire

/// Keeps credentials until shortly before they end; however many ask, one fetch is under way at a time.
///
/// From 15 minutes before the end one caller fetches new ones while the others go on with the old; from 10 minutes
/// everybody waits. Old ones that still hold are used when the fetch fails.
public actor CredentialCache: CredentialProvider {
    static let advisory = 15.0 * 60
    static let mandatory = 10.0 * 60
    /// Between two tries while the old credentials still hold.
    static let pause = 60.0

    public nonisolated let name: String
    private let provider: any CredentialProvider
    private let clock: any AWSClock
    private var current: ExpiringCredentials?
    private var isStale = false
    private var notBefore = -Double.infinity
    private var isFetching = false
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var lastFailure: (any Error)?

    /// A cache over `provider`.
    public init(_ provider: any CredentialProvider, clock: any AWSClock = SystemClock()) {
        self.provider = provider
        self.clock = clock
        name = provider.name
    }

    public func credentials() async throws -> ExpiringCredentials? {
        while true {
            let need = need
            if need == .nothing || (need == .soon && isFetching) { return current }
            guard isFetching else { return try await fetch() }
            await withCheckedContinuation { waiting.append($0) }
            if let lastFailure, !(lastFailure is CancellationError) { return try usable(after: lastFailure) }
        }
    }

    /// AWS said that these have ended: the next caller fetches new ones, unless they are there already.
    public func expire(_ credentials: Credentials) async {
        if current?.credentials == credentials { isStale = true }
    }

    private enum Need { case nothing, soon, now }

    private var need: Need {
        guard let current, !isStale else { return .now }
        guard let expiration = current.expiration else { return .nothing }
        let left = expiration - clock.now
        if left > Self.advisory || (left > 0 && clock.now < notBefore) { return .nothing }
        return left > Self.mandatory ? .soon : .now
    }

    private func fetch() async throws -> ExpiringCredentials? {
        isFetching = true
        let result: Result<ExpiringCredentials?, any Error>
        do { result = .success(try await provider.credentials()) } catch { result = .failure(error) }
        isFetching = false
        let others = waiting
        waiting = []
        defer { for other in others { other.resume() } }
        switch result {
        case .success(let fetched):
            (current, isStale, lastFailure) = (fetched, false, nil)
            // Short-lived ones are old from the start; asking again at once would give the same.
            notBefore = clock.now + Self.pause
            return fetched
        case .failure(let error):
            lastFailure = error
            notBefore = clock.now + Self.pause
            return try usable(after: error)
        }
    }

    /// The old credentials while they hold, else the error.
    private func usable(after error: any Error) throws -> ExpiringCredentials {
        guard let current, !isStale, let expiration = current.expiration, expiration > clock.now,
            !(error is CancellationError)
        else { throw error }
        return current
    }
}
