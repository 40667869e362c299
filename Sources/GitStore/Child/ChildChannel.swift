#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes frames to the parent; a parent that no longer reads ends the process.
struct ChildChannel {
    let descriptor: Int32

    func send(_ event: TransportEvent) {
        do {
            let frame = try Frame.encode(event)
            guard write(frame) else { _exit(71) }
        } catch {
            _exit(70)
        }
    }

    private func write(_ frame: [UInt8]) -> Bool {
        var sent = 0
        while sent < frame.count {
            let count = frame.withUnsafeBytes {
                systemWrite(descriptor, $0.baseAddress?.advanced(by: sent), frame.count - sent)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
