import FoundationEssentials
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Standard output for data, standard error for everything else.
enum Terminal {
    private static let lock = Mutex(())

    /// Writes data as it is.
    static func out(_ text: String) { write(text, to: 1) }
    /// Writes a line of commentary.
    static func error(_ line: String) { write(line + "\n", to: 2) }

    /// True when a person watches standard output and wants colour.
    static var usesColour: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(1) == 1 && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
    /// True when a person watches standard error on a terminal that can erase what it shows.
    static var canRepaint: Bool { isatty(2) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb" }
    /// How many characters a line of the terminal has, as `COLUMNS` says; 80 unless it does.
    static var width: Int {
        ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
    }
    /// Writes what moves a terminal's cursor on standard error.
    static func raw(_ text: String) { write(text, to: 2) }
    /// True when somebody can be asked.
    static var isInteractive: Bool { isatty(0) == 1 && isatty(2) == 1 }

    /// Asks a yes-or-no question on standard error.
    static func confirms(_ question: String) -> Bool {
        write(question + " [y/N] ", to: 2)
        return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
    }

    /// Asks for a text on standard error.
    static func answer(_ question: String) -> String {
        write(question, to: 2)
        return readLine() ?? ""
    }

    private static func write(_ text: String, to descriptor: Int32) {
        lock.withLock { _ in
            var bytes = Array(text.utf8)[...]
            while !bytes.isEmpty {
                let count = bytes.withUnsafeBytes { buffer in
                    #if canImport(Darwin)
                        Darwin.write(descriptor, buffer.baseAddress, buffer.count)
                    #elseif canImport(Musl)
                        Musl.write(descriptor, buffer.baseAddress, buffer.count)
                    #else
                        Glibc.write(descriptor, buffer.baseAddress, buffer.count)
                    #endif
                }
                if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR { return }
            }
        }
    }
}
