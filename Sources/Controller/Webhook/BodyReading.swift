import Hummingbird
import NIOCore

/// Reads a body that nobody vouches for yet: so many bytes, so long, and only while there is room.
struct BodyReading: Sendable {
    /// Why there is no body.
    enum Failure: Error, Sendable {
        /// It is larger than it may be.
        case tooLarge
        /// It did not come in time.
        case late
        /// Others came, and there is no room for slow ones.
        case crowded
        /// The connection broke.
        case broken
    }

    let limit: Int
    let deadline: Duration
    let clock: any Clock<Duration>

    /// All of the body, or why not.
    func read(_ body: RequestBody, _ ticket: Ticket) async throws(Failure) -> [UInt8] {
        let result = await withTaskGroup(of: Result<[UInt8], Failure>.self) { group -> Result<[UInt8], Failure> in
            group.addTask { await collected(body) }
            group.addTask {
                // Cancelled when the body was there first.
                do { try await clock.sleep(for: deadline) } catch { return .failure(.broken) }
                return .failure(.late)
            }
            group.addTask {
                await ticket.revoked()
                return .failure(.crowded)
            }
            defer { group.cancelAll() }
            return await group.next() ?? .failure(.broken)
        }
        return try result.get()
    }

    private func collected(_ body: RequestBody) async -> Result<[UInt8], Failure> {
        var bytes: [UInt8] = []
        do {
            for try await chunk in body {
                guard bytes.count + chunk.readableBytes <= limit else { return .failure(.tooLarge) }
                bytes.append(contentsOf: chunk.readableBytesView)
            }
            return .success(bytes)
        } catch {
            return .failure(.broken)
        }
    }
}
