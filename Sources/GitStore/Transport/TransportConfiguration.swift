/// How long one network operation may take.
public struct TransportDeadlines: Hashable, Sendable {
    /// Until the server has listed its references.
    public var connect: Duration
    /// Without any progress after that; noticed after between one and two times this long.
    public var idle: Duration
    /// For the whole operation.
    public var total: Duration

    /// Deadlines; the defaults are 15 s, 30 s and 2 minutes.
    public init(connect: Duration = .seconds(15), idle: Duration = .seconds(30), total: Duration = .seconds(120)) {
        self.connect = connect
        self.idle = idle
        self.total = total
    }
}

/// What one network operation may use.
public struct TransportLimits: Hashable, Sendable {
    /// Bytes of the child's private memory; a hostile pack makes the child fail, not the parent.
    public var memory: Int
    /// Bytes of one file that the child writes, that is, of a pack.
    public var pack: Int

    /// Limits; 512 MiB each by default.
    public init(memory: Int = 512 << 20, pack: Int = 512 << 20) {
        self.memory = memory
        self.pack = pack
    }
}

/// What a transport needs beside the remote.
public struct TransportConfiguration: Hashable, Sendable {
    /// The executable whose `main` calls `GitTransportChild.runIfAsked`: Neap's own.
    public var executable: String
    /// How long an operation may take.
    public var deadlines: TransportDeadlines
    /// What an operation may use.
    public var limits: TransportLimits

    /// A configuration; without an executable it is the one that runs now.
    public init(
        executable: String = TransportConfiguration.currentExecutable,
        deadlines: TransportDeadlines = TransportDeadlines(), limits: TransportLimits = TransportLimits()
    ) {
        self.executable = executable
        self.deadlines = deadlines
        self.limits = limits
    }
}

/// A remote repository and what opens it.
public struct Remote: Sendable {
    /// Where it is.
    public var url: RemoteURL
    /// What opens it; nil for a repository that anybody may read.
    public var credential: Credential?
    /// SHA-256 fingerprints of the SSH host keys that are accepted, as `ssh-keygen -l` prints them
    /// (`SHA256:` and base64). Without one no SSH connection is made.
    public var hostKeys: [String]
    /// A PEM file with the certificate authorities to trust for `https`; nil for the system's.
    public var authorityFile: String?

    /// Makes a remote.
    public init(
        url: RemoteURL, credential: Credential? = nil, hostKeys: [String] = [], authorityFile: String? = nil
    ) {
        self.url = url
        self.credential = credential
        self.hostKeys = hostKeys
        self.authorityFile = authorityFile
    }
}
