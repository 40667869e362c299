/// Who wrote or committed: a name and an address, as Git writes them.
public struct Identity: Hashable, Sendable {
    /// The name, never empty in a commit that this module makes.
    public var name: String
    /// The e-mail address, without angle brackets.
    public var email: String

    /// Makes an identity; `Repository.commit` replaces what Git's header can not hold (control characters, `<`, `>`).
    public init(name: String, email: String) {
        self.name = name
        self.email = email
    }
}

/// One `Key: value` line at a commit message's end.
public struct Trailer: Hashable, Sendable {
    /// The token before the colon.
    public var key: String
    /// The value; one line when it was written by `CommitMessage`.
    public var value: String

    /// Makes a trailer; `CommitMessage` escapes both parts when it renders.
    public init(_ key: String, _ value: String) {
        self.key = key
        self.value = value
    }
}

/// A commit as it stands in the object database.
public struct Commit: Hashable, Sendable {
    /// The commit's own name.
    public let id: CommitID
    /// Its parents in order; empty for a root commit.
    public let parents: [CommitID]
    /// Who wrote the change.
    public let author: Identity
    /// When it was written, seconds since 1970 in UTC; Git lets it be negative.
    public let authorTime: Int64
    /// Who made the commit.
    public let committer: Identity
    /// When the commit was made, seconds since 1970 in UTC.
    public let time: Int64
    /// The message's first paragraph on one line.
    public let subject: String
    /// The full message, as written.
    public let message: String
    /// The trailers of the message's last paragraph, in order, values as written.
    public let trailers: [Trailer]

    /// The first trailer of that key (compared without case), read back from its escapes; nil when there is none.
    public func trailer(_ key: String) -> String? {
        trailers.first { $0.key.lowercased() == key.lowercased() }.map { CommitMessage.unescape($0.value) }
    }
}
