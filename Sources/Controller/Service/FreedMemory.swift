internal import CMalloc
internal import ServiceLifecycle

/// Gives freed memory back to the system once a minute.
///
/// A pass over a large environment needs for seconds what nobody needs until the next one, and glibc would keep the most that
/// each of its arenas ever held: over days the process would grow to several times what it uses.
struct FreedMemory: Service {
    let clock: any Clock<Duration>
    private static let interval = Duration.seconds(60)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await clock.sleep(for: Self.interval) } catch { return }
                cmalloc_give_back()
            }
        }
    }
}
