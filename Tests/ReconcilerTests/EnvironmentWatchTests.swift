import Kinds
import Model
import Synchronization
import Testing

@testable import Reconciler

/// The controller's loop, on a clock that jumps.
@Suite("The loop of an environment")
struct EnvironmentWatchTests {
    private static let environment = """
        apiVersion: neap/v1
        kind: Environment
        metadata: {name: test}
        spec: {paths: ["."], interval: 5m, driftInterval: 1h, drift: correct, correctAfter: 0s}
        """
    private let aws = MemoryAWS()

    private static func disk(_ name: String, size: Int) -> String {
        "apiVersion: neap/v1\nkind: Disk\nmetadata: {name: \(name)}\nspec: {size: \(size)}\n"
    }

    /// Runs the loop over `source`. `story` is told the time before each sleep; the loop ends once it gives true.
    private func run(_ source: MovingSource, _ story: @escaping @Sendable (Duration) async -> Bool) async throws {
        let isOver = Mutex(false)
        let clock = JumpingClock(at: { time in
            if await story(time) || time > .seconds(3_600) { isOver.withLock { $0 = true } }
        })
        let options = EnvironmentReconciler.Options(version: "0.1.0") { 1_000 }
        let reconciler = EnvironmentReconciler(source, options: options, kinds: fakeKinds) { [aws] _, _ in
            .init(aws: aws, accountID: "123456789012", region: "eu-west-1")
        }
        let watch = EnvironmentWatch(reconciler, gate: .open, progress: SilentProgress(), clock: clock)
        try await watch.run(until: { isOver.withLock { $0 } })
    }

    /// Pushes `fix` at `time` and gives when `write` was made after that.
    private func answer(
        _ source: MovingSource, at time: Duration, _ fix: [String: String], until write: String
    ) async throws -> Duration? {
        let pushed = Mutex(false)
        let made = Mutex<Duration?>(nil)
        try await run(source) { [aws] now in
            let isFirst = pushed.withLock { pushed in
                defer { pushed = pushed || now >= time }
                return !pushed && now >= time
            }
            if isFirst { await source.push("2", fix) }
            guard await aws.written.contains(write) else { return false }
            made.withLock { $0 = $0 ?? now }
            return true
        }
        return made.withLock { $0 }
    }

    @Test("a newer commit preempts the wait for a write that keeps failing, and the rest of it goes on")
    func failing() async throws {
        await aws.fail("Create Disk/a", .refusal(.throttled))
        let source = MovingSource(["neap.yaml": Self.environment, "a.yaml": Self.disk("a", size: 1)])
        let made = try await answer(
            source, at: .seconds(100), ["b.yaml": Self.disk("b", size: 1)], until: "Create Disk/b")
        let seen = try #require(made)
        #expect(seen <= .seconds(105))
    }

    @Test("a newer commit preempts the patience for what is not ready yet")
    func deferred() async throws {
        await aws.put("Machine/a", ["arn": "arn:test:Machine/a", "state": "PENDING", "size": 1, "revision": 1])
        let door = """
            apiVersion: neap/v1
            kind: Machine
            metadata: {name: a}
            spec: {size: 1}
            ---
            apiVersion: neap/v1
            kind: Door
            metadata: {name: a}
            spec: {machine: a, open: true}
            policy: {dependsOn: [Machine/a]}
            """
        let source = MovingSource(["neap.yaml": Self.environment, "door.yaml": door])
        let made = try await answer(
            source, at: .seconds(10), ["b.yaml": Self.disk("b", size: 1)], until: "Create Disk/b")
        let seen = try #require(made)
        #expect(seen <= .seconds(15))
        #expect(await aws.written.first == "Create Door/a")
    }

    @Test("where nothing waits, Git is asked at its interval alone")
    func settled() async throws {
        let source = MovingSource(["neap.yaml": Self.environment, "a.yaml": Self.disk("a", size: 1)])
        try await run(source) { $0 >= .seconds(1_000) }
        #expect(await source.asked == 0)
        #expect(await aws.written == ["Create Disk/a"])
    }

    @Test("a newer commit that can not be read is not read over and over")
    func unreadable() async throws {
        await aws.fail("Create Disk/a", .refusal(.throttled))
        let source = MovingSource(["neap.yaml": Self.environment, "a.yaml": Self.disk("a", size: 1)])
        try await run(source) { now in
            if now >= .seconds(60), now < .seconds(61) { await source.push("3", ["neap.yaml": "kind: Environment"]) }
            return now >= .seconds(360)
        }
        #expect(await source.reads < 8)
    }
}
