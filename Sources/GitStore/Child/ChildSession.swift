import CGit2

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What libgit2's callbacks of one connection share. The child uses one thread for libgit2, so nothing is locked.
final class ChildSession {
    private let request: TransportRequest
    private let url: RemoteURL
    private let channel: ChildChannel
    private var hasAnswered = false
    private var failure: ChildFailure?
    private var statuses: [String: String?] = [:]
    private var serverText: [UInt8] = []
    private var lastProgress = 0.0
    var isConnected = false

    init(request: TransportRequest, url: RemoteURL, channel: ChildChannel) {
        (self.request, self.url, self.channel) = (request, url, channel)
    }

    /// The callbacks, with this object as their payload; it must outlive the connection.
    func callbacks() -> git_remote_callbacks {
        var callbacks = git_remote_callbacks()
        git_remote_init_callbacks(&callbacks, UInt32(GIT_REMOTE_CALLBACKS_VERSION))
        callbacks.payload = Unmanaged.passUnretained(self).toOpaque()
        callbacks.credentials = { out, url, user, allowed, payload in
            ChildSession.from(payload)?.answer(out, url.map { String(cString: $0) }, user, allowed) ?? -1
        }
        callbacks.transfer_progress = { stats, payload in
            guard let stats = stats?.pointee else { return 0 }
            ChildSession.from(payload)?.report(
                "receiving", Int(stats.received_objects), Int(stats.total_objects), Int(stats.received_bytes))
            return 0
        }
        callbacks.push_transfer_progress = { current, total, bytes, payload in
            ChildSession.from(payload)?.report("sending", Int(current), Int(total), bytes)
            return 0
        }
        callbacks.sideband_progress = { text, length, payload in
            ChildSession.from(payload)?.hear(UnsafeRawBufferPointer(start: text, count: Int(length)))
            return 0
        }
        callbacks.push_update_reference = { name, status, payload in
            guard let name else { return 0 }
            ChildSession.from(payload)?.statuses[String(cString: name)] = .some(status.map { String(cString: $0) })
            return 0
        }
        if url.scheme == .ssh { callbacks.certificate_check = ChildSession.checkHostKey }
        return callbacks
    }

    /// Throws what a callback noted, else what libgit2 reports.
    func check(_ code: Int32) throws(ChildFailure) {
        guard code < 0 else { return }
        throw failure ?? ChildFailure(code: code, isConnected: isConnected)
    }

    /// What the server said about the one reference that was pushed.
    func outcome(of target: String) -> TransportEvent {
        let text = serverText.isEmpty ? "" : "; the server says: \(String(decoding: serverText, as: UTF8.self))"
        guard let status = statuses[target] else { return .rejected(reason: "the server gave no status" + text) }
        if let status { return .rejected(reason: status + text) }
        let declined = statuses.first { $0.value != nil }
        return declined.map { .rejected(reason: "\($0.key) was declined" + text) } ?? .pushed
    }

    static func from(_ payload: UnsafeMutableRawPointer?) -> ChildSession? {
        payload.map { Unmanaged<ChildSession>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Answers once, and only to the host that the request named.
    private func answer(
        _ out: UnsafeMutablePointer<UnsafeMutablePointer<git_credential>?>?, _ asking: String?,
        _ user: UnsafePointer<CChar>?,
        _ allowed: UInt32
    ) -> Int32 {
        guard let login = request.login else {
            return refuse("the server asks for credentials and none are configured")
        }
        guard asksForOurHost(asking) else { return refuse("another host than \(url.host) asks for credentials") }
        let name = url.user ?? login.username
        if login.privateKey != nil, allowed & GIT_CREDENTIAL_USERNAME.rawValue != 0 {
            return git_credential_username_new(out, name)
        }
        guard !hasAnswered else { return refuse("the server refused the credentials") }
        hasAnswered = true
        if let key = login.privateKey, allowed & GIT_CREDENTIAL_SSH_MEMORY.rawValue != 0 {
            return git_credential_ssh_key_memory_new(out, name, nil, key, login.password)
        }
        guard login.privateKey == nil, allowed & GIT_CREDENTIAL_USERPASS_PLAINTEXT.rawValue != 0 else {
            return refuse("the server takes no credentials of the configured kind")
        }
        return git_credential_userpass_plaintext_new(out, login.username, login.password)
    }

    private func refuse(_ message: String) -> Int32 {
        failure = ChildFailure(.authentication, message, code: GIT_EAUTH.rawValue)
        return GIT_EAUTH.rawValue
    }

    private func asksForOurHost(_ asking: String?) -> Bool {
        guard let asking else { return false }
        do throws(GitError) {
            let other = try RemoteURL(trusted: asking)
            return other.scheme == url.scheme && other.host == url.host && other.port == url.port
        } catch {
            return false
        }
    }

    private func hear(_ text: UnsafeRawBufferPointer) {
        serverText += text
        serverText.removeFirst(max(0, serverText.count - 2048))
        report("waiting", 0, 0, 0)
    }

    private func report(_ phase: String, _ received: Int, _ total: Int, _ bytes: Int) {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        let now = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        guard now - lastProgress >= 0.2 else { return }
        lastProgress = now
        channel.send(.progress(phase: phase, received: received, total: total, bytes: bytes))
    }

    /// Notes that the server is not the one that was pinned.
    func distrust(_ message: String) -> Int32 {
        failure = ChildFailure(.untrusted, message, code: GIT_ECERTIFICATE.rawValue)
        return GIT_ECERTIFICATE.rawValue
    }

    var hostKeys: [String] { request.hostKeys }
}
