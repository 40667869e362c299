import CGit2

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the child takes from itself before it meets a server.
enum ChildLimits {
    /// No core file, no debugger, no `/proc/<pid>/mem` for others: the memory holds credentials.
    static func hardenProcess() {
        set(core, to: 0)
        guard cgit2_set_not_dumpable() == 0 else { _exit(70) }
        _ = signal(SIGPIPE, SIG_IGN)
        // A pack that grows too large is then an error of the write, with a message, not the end of the process.
        _ = signal(SIGXFSZ, SIG_IGN)
    }

    /// Memory, file size and lifetime, as the request says.
    static func apply(_ request: TransportRequest) {
        alarm(request.seconds)
        set(fileSize, to: request.pack)
        // Not the address space: libgit2 maps packs, which that would count.
        set(data, to: request.memory)
        _ = cgit2_set_mapped_limit(request.memory)
    }

    #if canImport(Glibc)
        private static let core = __rlimit_resource_t(RLIMIT_CORE.rawValue)
        private static let fileSize = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
        private static let data = __rlimit_resource_t(RLIMIT_DATA.rawValue)
        private typealias Resource = __rlimit_resource_t
    #else
        private static let core = RLIMIT_CORE
        private static let fileSize = RLIMIT_FSIZE
        private static let data = RLIMIT_DATA
        private typealias Resource = Int32
    #endif

    private static func set(_ resource: Resource, to value: Int) {
        var limit = rlimit(rlim_cur: rlim_t(clamping: value), rlim_max: rlim_t(clamping: value))
        guard setrlimit(resource, &limit) == 0 else { _exit(70) }
    }
}
