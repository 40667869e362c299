#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What this process has used so far.
struct ProcessUsage {
    /// CPU seconds, in user and system mode.
    let seconds: Double
    /// Peak resident memory in MiB.
    let peak: Double

    /// As of now.
    static var now: ProcessUsage {
        var usage = rusage()
        #if canImport(Glibc)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            let unit = 1024.0
        #else
            getrusage(RUSAGE_SELF, &usage)
            let unit = 1024.0 * 1024.0
        #endif
        let seconds = [usage.ru_utime, usage.ru_stime].reduce(0.0) {
            $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000
        }
        return ProcessUsage(seconds: seconds, peak: Double(usage.ru_maxrss) / unit)
    }
}
