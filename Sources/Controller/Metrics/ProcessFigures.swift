import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the operating system says of this process.
struct ProcessFigures {
    /// Processor time in seconds, of user and system.
    let processorSeconds: Double
    /// Nil where `/proc` does not say.
    let residentBytes: Double?
    /// Nil where `/proc` does not say.
    let openDescriptors: Double?

    /// The figures of now.
    static var now: ProcessFigures {
        var usage = rusage()
        #if canImport(Glibc)
            _ = getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
            _ = getrusage(RUSAGE_SELF, &usage)
        #endif
        return ProcessFigures(
            processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), residentBytes: residentBytes(),
            openDescriptors: openDescriptors())
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

    /// The second number of `statm` is in pages.
    private static func residentBytes() -> Double? {
        guard let data = FileManager.default.contents(atPath: "/proc/self/statm") else { return nil }
        let pages = String(decoding: data, as: UTF8.self).split(separator: " ").dropFirst().first.flatMap { Double($0) }
        return pages.map { $0 * Double(sysconf(Int32(_SC_PAGESIZE))) }
    }

    private static func openDescriptors() -> Double? {
        do {
            // The listing itself holds one.
            return Double(try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count - 1)
        } catch {
            return nil
        }
    }
}
