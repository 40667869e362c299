import CGit2

/// libgit2's start, its errors and its object names in Swift's terms.
enum Library {
    /// Starts libgit2 once for this process; it is never stopped.
    static let start: Void = {
        git_libgit2_init()
        // Nothing here runs a program that a repository names, so a clone on a mounted volume may belong to anybody.
        _ = cgit2_set_owner_validation(0)
        _ = cgit2_set_strict_hash_verification(1)
        // Trees above 4 KiB (some 120 entries) are else read anew for every path below them.
        _ = cgit2_set_cache_object_limit(GIT_OBJECT_TREE, 1 << 20)
        _ = cgit2_set_cache_size(32 << 20)
    }()

    /// Turns a libgit2 return value below 0 into an error, with the thread's last message.
    static func check(_ code: Int32, _ operation: String) throws(GitError) {
        guard code < 0 else { return }
        throw error(code, operation)
    }

    /// The error that a return value stands for.
    static func error(_ code: Int32, _ operation: String) -> GitError {
        let last = lastError()
        switch git_error_code(code) {
        case GIT_EMISMATCH: return .corrupt(last.message)
        case GIT_ENOTFOUND: return .notFound(last.message)
        default: break
        }
        switch git_error_t(last.category) {
        case GIT_ERROR_ZLIB, GIT_ERROR_ODB, GIT_ERROR_OBJECT: return .corrupt(last.message)
        case GIT_ERROR_OS, GIT_ERROR_FILESYSTEM: return .storage(last.message)
        default: return .library(operation: operation, code: Int(code), message: last.message)
        }
    }

    /// The calling thread's last message, cleaned, and its class.
    static func lastError() -> (category: UInt32, message: String) {
        guard let error = git_error_last(), let text = error.pointee.message else { return (0, "no further message") }
        return (UInt32(error.pointee.klass), Redaction.clean(String(cString: text)))
    }
}

extension ObjectID {
    init(_ oid: git_oid) {
        let bytes = withUnsafeBytes(of: oid.id) { Array($0) }
        self = ObjectID(bytes: bytes) ?? .zero
    }

    static var zero: ObjectID { ObjectID(high: 0, middle: 0, low: 0) }

    /// The name as libgit2 takes it.
    var oid: git_oid {
        var result = git_oid()
        withUnsafeMutableBytes(of: &result.id) { $0.copyBytes(from: bytes) }
        return result
    }
}
