import CGit2
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The child's only way onto the network for HTTP and HTTPS: TCP to the one host and port that the request named.
///
/// libgit2 1.5 follows a redirect to another port of the same host, and sends it the credentials, even when told to
/// follow none; and it resolves names by itself after any check. A stream of our own ends both.
enum PinnedStream {
    /// How a refusal of an address begins.
    static let refusal = "the address is refused:"

    private struct Pin: Sendable {
        let host: String
        let port: String
    }

    private static let pin = Mutex<Pin?>(nil)

    /// Makes libgit2 connect through here. SSH keeps libgit2's own socket, which it needs to look inside.
    static func register(for url: RemoteURL) {
        guard url.scheme == .http || url.scheme == .https else { return }
        let port = url.port ?? (url.scheme == .https ? 443 : 80)
        pin.withLock { $0 = Pin(host: url.host, port: "\(port)") }
        var registration = git_stream_registration()
        registration.version = GIT_STREAM_VERSION
        registration.`init` = PinnedStream.make
        git_stream_register(GIT_STREAM_STANDARD, &registration)
    }

    private static let make:
        @convention(c) (
            UnsafeMutablePointer<UnsafeMutablePointer<git_stream>?>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?
        ) -> Int32 = { out, host, port in
            guard let out, let host, let port, let pin = PinnedStream.pin.withLock({ $0 }) else { return -1 }
            let asked = String(cString: host).lowercased().filter { $0 != "[" && $0 != "]" }
            guard asked == pin.host, String(cString: port) == pin.port else {
                return fail("a redirect to \(asked):\(String(cString: port)) is not followed")
            }
            let stream = UnsafeMutablePointer<cgit2_stream>.allocate(capacity: 1)
            stream.initialize(to: cgit2_stream())
            stream.pointee.base.version = GIT_STREAM_VERSION
            stream.pointee.descriptor = -1
            stream.pointee.base.connect = { PinnedStream.connect($0) }
            stream.pointee.base.read = { PinnedStream.read($0, into: $1, count: $2) }
            stream.pointee.base.write = { stream, bytes, count, _ in PinnedStream.write(stream, bytes, count) }
            stream.pointee.base.close = { PinnedStream.close($0) }
            stream.pointee.base.free = { PinnedStream.free($0) }
            out.pointee = UnsafeMutableRawPointer(stream).assumingMemoryBound(to: git_stream.self)
            return 0
        }

    private static func connect(_ stream: UnsafeMutablePointer<git_stream>?) -> Int32 {
        guard let own = own(stream), let pin = pin.withLock({ $0 }) else { return -1 }
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = streamType
        var first: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(pin.host, pin.port, &hints, &first)
        guard code == 0, let first else {
            return fail("failed to resolve \(pin.host): \(String(cString: gai_strerror(code)))")
        }
        defer { freeaddrinfo(first) }
        let addresses = sequence(first: first) { $0.pointee.ai_next }.map(\.pointee)
        // One forbidden address among good ones is no accident.
        guard !addresses.contains(where: { AddressRule.bytes(of: $0).map(AddressRule.isForbidden) ?? true }) else {
            return fail("\(refusal) \(pin.host) is at a link-local or metadata address")
        }
        var reason: Int32 = 0
        for address in addresses {
            let descriptor = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
            if descriptor >= 0, systemConnect(descriptor, address.ai_addr, address.ai_addrlen) == 0 {
                own.pointee.descriptor = descriptor
                return 0
            }
            reason = errno
            if descriptor >= 0 { _ = systemClose(descriptor) }
        }
        return fail("failed to connect to \(pin.host): \(String(cString: strerror(reason)))")
    }

    private static func read(
        _ stream: UnsafeMutablePointer<git_stream>?, into buffer: UnsafeMutableRawPointer?, count: Int
    ) -> Int {
        guard let own = own(stream) else { return -1 }
        while true {
            let got = recv(own.pointee.descriptor, buffer, count, 0)
            if got < 0, errno == EINTR { continue }
            if got < 0 { return Int(fail("the connection broke: \(String(cString: strerror(errno)))")) }
            return got
        }
    }

    private static func write(_ stream: UnsafeMutablePointer<git_stream>?, _ bytes: UnsafePointer<CChar>?, _ count: Int)
        -> Int
    {
        guard let own = own(stream) else { return -1 }
        while true {
            // The child ignores SIGPIPE, so a closed connection is an error here.
            let sent = send(own.pointee.descriptor, bytes, count, 0)
            if sent < 0, errno == EINTR { continue }
            if sent < 0 { return Int(fail("the connection broke: \(String(cString: strerror(errno)))")) }
            return sent
        }
    }

    private static func close(_ stream: UnsafeMutablePointer<git_stream>?) -> Int32 {
        guard let own = own(stream), own.pointee.descriptor >= 0 else { return 0 }
        defer { own.pointee.descriptor = -1 }
        return systemClose(own.pointee.descriptor)
    }

    private static func free(_ stream: UnsafeMutablePointer<git_stream>?) {
        guard let own = own(stream) else { return }
        own.deinitialize(count: 1)
        own.deallocate()
    }

    private static func own(_ stream: UnsafeMutablePointer<git_stream>?) -> UnsafeMutablePointer<cgit2_stream>? {
        stream.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: cgit2_stream.self) }
    }

    private static func fail(_ message: String) -> Int32 {
        git_error_set_str(Int32(GIT_ERROR_NET.rawValue), message)
        return -1
    }
}

#if canImport(Glibc)
    private let streamType = Int32(SOCK_STREAM.rawValue)
#else
    private let streamType = SOCK_STREAM
#endif

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

private func systemConnect(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>?, _ length: socklen_t) -> Int32 {
    connect(descriptor, address, length)
}
