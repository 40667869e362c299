internal import NIOCore
internal import Synchronization

/// A request's body that asks a fence when the connection is there and wants it: a request that waited for a connection
/// until its fence closed stays without its body, and a server does nothing with it.
struct FencedBody: AsyncSequence, Sendable {
    private let bytes: [UInt8]
    private let fence: WriteFence
    private let held = Held()

    /// `bytes` behind `fence`.
    init(_ bytes: [UInt8], _ fence: WriteFence) {
        self.bytes = bytes
        self.fence = fence
    }

    /// Why it was not sent; nil when it was, or was not asked for.
    var heldBack: String? { held.reason.withLock { $0 } }

    func makeAsyncIterator() -> Iterator { Iterator(bytes: bytes, fence: fence, held: held) }

    /// Gives all of it at once.
    struct Iterator: AsyncIteratorProtocol {
        fileprivate var bytes: [UInt8]?
        fileprivate let fence: WriteFence
        fileprivate let held: Held

        mutating func next() async throws -> ByteBuffer? {
            guard let bytes else { return nil }
            if case .closed(let reason) = fence.verdict() {
                held.reason.withLock { $0 = reason }
                throw TransportError.fenced(reason)
            }
            self.bytes = nil
            return ByteBuffer(bytes: bytes)
        }
    }

    fileprivate final class Held: Sendable {
        let reason = Mutex<String?>(nil)
    }
}
