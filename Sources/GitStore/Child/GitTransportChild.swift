import CGit2

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The child's side: the same executable, started with one argument, that speaks to one server once.
public enum GitTransportChild {
    /// The first argument that makes the executable a Git child.
    public static let argument = "git-transport"

    /// To be called by `main` before anything else. When the first argument is `argument`, serves one request from
    /// standard input and ends the process; otherwise does nothing.
    public static func runIfAsked(_ arguments: [String] = CommandLine.arguments) {
        guard isAsked(by: arguments) else { return }
        // A print anywhere in this process must not land among the frames.
        let output = dup(STDOUT_FILENO)
        guard output >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else { _exit(70) }
        ChildLimits.hardenProcess()
        guard let request = readRequest() else { _exit(64) }
        LifeLine.start()
        ChildLimits.apply(request)
        let channel = ChildChannel(descriptor: output)
        channel.send(ChildOperation(request: request, channel: channel).run())
        _exit(0)
    }

    static func isAsked(by arguments: [String]) -> Bool { arguments.dropFirst().first == argument }

    private static func readRequest() -> TransportRequest? {
        guard let header = readBytes(4), let length = Frame.length(header), let body = readBytes(length) else {
            return nil
        }
        do {
            let request = try Frame.decode(TransportRequest.self, from: body)
            return request.version == TransportRequest.version ? request : nil
        } catch {
            return nil
        }
    }

    private static func readBytes(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes.withUnsafeMutableBytes {
                read(STDIN_FILENO, $0.baseAddress?.advanced(by: filled), count - filled)
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return nil }
            filled += got
        }
        return bytes
    }
}

/// Ends the process when the parent is gone: standard input ends then, whatever the main thread is stuck in.
private enum LifeLine {
    static func start() {
        let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { _ in
            var byte: UInt8 = 0
            while true {
                let got = read(STDIN_FILENO, &byte, 1)
                if got == 0 || (got < 0 && errno != EINTR) { _exit(71) }
            }
        }
        #if canImport(Darwin)
            var thread: pthread_t?
            let code = pthread_create(&thread, nil, { body($0) }, nil)
        #else
            var thread = pthread_t()
            let code = pthread_create(&thread, nil, body, nil)
        #endif
        guard code == 0 else { _exit(70) }
    }
}
