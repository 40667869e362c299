import CGit2

/// One request, served with libgit2. Only adds objects: references are the parent's.
struct ChildOperation {
    let request: TransportRequest
    let channel: ChildChannel

    /// References of one frame, so that no frame comes near its limit.
    private static let chunk = 2000

    /// Serves the request and returns the final event.
    func run() -> TransportEvent {
        do throws(ChildFailure) {
            try prepare()
            let url = try Self.url(request.url)
            if let reason = AddressRule.objection(toResolved: url.host) { throw .refused(reason) }
            PinnedStream.register(for: url)
            let session = ChildSession(request: request, url: url, channel: channel)
            return try withRepository { (repository) throws(ChildFailure) in
                try withRemote(in: repository) { (remote) throws(ChildFailure) in
                    try serve(remote, session)
                }
            }
        } catch {
            return .failed(error.event)
        }
    }

    private func prepare() throws(ChildFailure) {
        Library.start
        for level in [
            GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_PROGRAMDATA,
        ] {
            _ = cgit2_set_search_path(level.rawValue, "")
        }
        guard let file = request.authorityFile else { return }
        guard cgit2_set_ssl_cert_file(file) == 0 else { throw .untrusted("the authority file \(file) can not be used") }
    }

    private func serve(_ remote: OpaquePointer, _ session: ChildSession) throws(ChildFailure) -> TransportEvent {
        let direction = request.verb == .push ? GIT_DIRECTION_PUSH : GIT_DIRECTION_FETCH
        var options = git_remote_connect_options()
        git_remote_connect_options_init(&options, UInt32(GIT_REMOTE_CONNECT_OPTIONS_VERSION))
        options.callbacks = session.callbacks()
        options.follow_redirects = GIT_REMOTE_REDIRECT_NONE
        try session.check(git_remote_connect_ext(remote, direction, &options))
        session.isConnected = true
        channel.send(.progress(phase: "connected", received: 0, total: 0, bytes: 0))
        let references = try advertised(by: remote, session)
        switch request.verb {
        case .list:
            send(references.filter { reference in request.names.contains { reference.name.hasPrefix($0) } })
            return .done
        case .fetch:
            return try fetch(references, remote, session)
        case .push:
            return try push(references, remote, session)
        }
    }

    private func fetch(
        _ references: [TransportEvent.Reference], _ remote: OpaquePointer, _ session: ChildSession
    ) throws(ChildFailure) -> TransportEvent {
        let wanted = request.names.filter { name in references.contains { $0.name == name } }
        if !wanted.isEmpty {
            var options = git_fetch_options()
            git_fetch_options_init(&options, UInt32(GIT_FETCH_OPTIONS_VERSION))
            options.callbacks = session.callbacks()
            options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE
            options.update_fetchhead = 0
            options.follow_redirects = GIT_REMOTE_REDIRECT_NONE
            let code = withStringArray(wanted) { git_remote_download(remote, $0, &options) }
            try session.check(code)
        }
        send(references.filter { wanted.contains($0.name) || wanted.map { $0 + "^{}" }.contains($0.name) })
        return .done
    }

    private func push(
        _ references: [TransportEvent.Reference], _ remote: OpaquePointer, _ session: ChildSession
    ) throws(ChildFailure) -> TransportEvent {
        guard let push = request.push else { throw .refused("the request names nothing to push") }
        let tip = references.first { $0.name == push.target }?.id
        if tip == push.commit { return .pushed }
        guard tip == push.expected else { return .moved(actual: tip) }
        var options = git_push_options()
        git_push_options_init(&options, UInt32(GIT_PUSH_OPTIONS_VERSION))
        options.callbacks = session.callbacks()
        options.follow_redirects = GIT_REMOTE_REDIRECT_NONE
        // No plus sign in front: never forced.
        let code = withStringArray(["\(push.source):\(push.target)"]) { git_remote_upload(remote, $0, &options) }
        if code == GIT_ENONFASTFORWARD.rawValue {
            return .rejected(reason: "the commit does not descend from the remote's tip")
        }
        try session.check(code)
        return session.outcome(of: push.target)
    }

    private func advertised(
        by remote: OpaquePointer, _ session: ChildSession
    ) throws(ChildFailure) -> [TransportEvent.Reference] {
        var heads: UnsafeMutablePointer<UnsafePointer<git_remote_head>?>?
        var count = 0
        try session.check(git_remote_ls(&heads, &count, remote))
        return UnsafeBufferPointer(start: heads, count: count).compactMap { head in
            guard let head = head?.pointee, let name = head.name.flatMap({ String(validatingCString: $0) }) else {
                return nil
            }
            return TransportEvent.Reference(name: name, id: ObjectID(head.oid).hex)
        }
    }

    private func send(_ references: [TransportEvent.Reference]) {
        for start in stride(from: 0, to: references.count, by: Self.chunk) {
            channel.send(.references(Array(references[start..<min(start + Self.chunk, references.count)])))
        }
    }

    private func withRepository<Result>(
        _ body: (OpaquePointer?) throws(ChildFailure) -> Result
    ) throws(ChildFailure) -> Result {
        guard let path = request.repository else { return try body(nil) }
        var repository: OpaquePointer?
        guard git_repository_open_bare(&repository, path) == 0 else {
            throw .storage("\(path) can not be opened: \(Library.lastError().message)")
        }
        defer { git_repository_free(repository) }
        return try body(repository)
    }

    private func withRemote<Result>(
        in repository: OpaquePointer?, _ body: (OpaquePointer) throws(ChildFailure) -> Result
    ) throws(ChildFailure) -> Result {
        var remote: OpaquePointer?
        let code =
            repository == nil
            ? git_remote_create_detached(&remote, request.url)
            : git_remote_create_anonymous(&remote, repository, request.url)
        guard code == 0, let remote else { throw .refused(Library.lastError().message) }
        defer { git_remote_free(remote) }
        return try body(remote)
    }

    private static func url(_ text: String) throws(ChildFailure) -> RemoteURL {
        do throws(GitError) {
            return try RemoteURL(trusted: text)
        } catch {
            throw .refused("\(error)")
        }
    }
}

/// Runs `body` with the strings as libgit2 takes a list of them.
private func withStringArray(_ strings: [String], _ body: (UnsafePointer<git_strarray>) -> Int32) -> Int32 {
    var bytes = strings.flatMap { Array($0.utf8CString) }
    let starts = strings.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.utf8CString.count) }.dropLast()
    return bytes.withUnsafeMutableBufferPointer { buffer in
        var pointers = starts.map { buffer.baseAddress?.advanced(by: $0) }
        return pointers.withUnsafeMutableBufferPointer { list in
            var array = git_strarray(strings: list.baseAddress, count: list.count)
            return body(&array)
        }
    }
}
