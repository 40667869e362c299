import CGit2

/// Why the child could not do what it was asked.
struct ChildFailure: Error {
    let event: TransportEvent.Failure

    static func refused(_ message: String) -> ChildFailure { ChildFailure(.refused, message) }
    static func untrusted(_ message: String) -> ChildFailure { ChildFailure(.untrusted, message) }
    static func storage(_ message: String) -> ChildFailure { ChildFailure(.storage, message) }

    init(_ category: TransportEvent.Category, _ message: String, code: Int32 = 0, retryable: Bool = false) {
        event = TransportEvent.Failure(category: category, retryable: retryable, code: Int(code), message: message)
    }

    /// Sorts libgit2's last error; only its text tells an HTTP status.
    init(code: Int32, isConnected: Bool) {
        let (category, message) = Library.lastError()
        let status = message.firstRange(of: "http status code: ").flatMap { Int(message[$0.upperBound...].prefix(3)) }
        switch (git_error_code(code), status) {
        case (GIT_EAUTH, _), (_, 401), (_, 403):
            self.init(.authentication, message, code: code)
        case (GIT_ECERTIFICATE, _):
            self.init(.untrusted, message, code: code)
        case (_, let status?):
            self.init(.network, message, code: code, retryable: status == 429 || status >= 500)
        case (GIT_ENOTFOUND, _):
            self.init(.network, message, code: code)
        case _ where message.contains(PinnedStream.refusal):
            self.init(.refused, message, code: code)
        case _ where message.contains("redirect"):
            self.init(.network, message, code: code)
        default:
            self.init(
                Self.category(git_error_t(category), message, isConnected: isConnected), message, code: code,
                retryable: true)
        }
    }

    private static func category(_ category: git_error_t, _ message: String, isConnected: Bool)
        -> TransportEvent.Category
    {
        let isStorage = [
            "No space left", "Read-only file system", "File too large", "Permission denied", "quota exceeded",
        ]
        .contains { message.contains($0) }
        switch category {
        case GIT_ERROR_OS where isStorage && isConnected, GIT_ERROR_FILESYSTEM: return .storage
        case GIT_ERROR_NET, GIT_ERROR_HTTP, GIT_ERROR_SSL, GIT_ERROR_SSH, GIT_ERROR_OS, GIT_ERROR_INDEXER,
            GIT_ERROR_ZLIB:
            return .network
        default: return .library
        }
    }
}
