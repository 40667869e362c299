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
    /// What waits for a machine.
    private static let door = """
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
    private let aws = MemoryAWS()
    private let hints = Hints()

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
        let watch = EnvironmentWatch(
            reconciler, gate: .open, progress: SilentProgress(), clock: clock, hints: hints,
            jitter: { 1 })
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
        let source = MovingSource(["neap.yaml": Self.environment, "door.yaml": Self.door])
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

    /// What the loop did because `hint` was posted at 100 seconds, until 200: the times and the calls, by then.
    private func followed(
        _ source: MovingSource, _ hint: @escaping @Sendable () async -> Void
    ) async throws -> (reads: Int, described: [String], written: [String]) {
        let before = Mutex(0)
        let wasPosted = Mutex(false)
        try await run(source) { [aws] now in
            let isFirst = wasPosted.withLock { was in
                defer { was = was || now >= .seconds(100) }
                return !was && now >= .seconds(100)
            }
            if isFirst {
                let reads = await source.reads
                before.withLock { $0 = reads }
                await aws.forgetCalls()
                await hint()
            }
            return now >= .seconds(200)
        }
        return (await source.reads - before.withLock { $0 }, await aws.described, await aws.written)
    }

    @Test("a push is followed at once when a hint tells of it, and a thousand hints cost one read")
    func pushed() async throws {
        let source = MovingSource(["neap.yaml": Self.environment, "a.yaml": Self.disk("a", size: 1)])
        let found = try await followed(source) { [hints] in
            await source.push("2", ["b.yaml": Self.disk("b", size: 1)])
            for _ in 0..<1_000 { await hints.post(.source) }
        }
        #expect(found.reads == 1)
        #expect(found.written == ["Create Disk/b"])
    }

    @Test("a hint of Git that brought nothing new costs no call of AWS")
    func nothingNew() async throws {
        let source = MovingSource(["neap.yaml": Self.environment, "a.yaml": Self.disk("a", size: 1)])
        let found = try await followed(source) { [hints] in await hints.post(.source) }
        #expect(found.reads == 1)
        #expect(found.described == [])
    }

    @Test("a hint of AWS looks at what it names and nothing else, and corrects it")
    func drifted() async throws {
        let source = MovingSource([
            "neap.yaml": Self.environment, "a.yaml": Self.disk("a", size: 1), "b.yaml": Self.disk("b", size: 1),
        ])
        let found = try await followed(source) { [hints, aws] in
            await aws.put("Disk/a", ["arn": "arn:test:Disk/a", "size": 7, "revision": 2, "state": "READY"])
            await hints.post(
                .things([AWSThing(.arn("arn:test:Disk/a"), accountID: "123456789012", region: "eu-west-1")]))
        }
        #expect(found.written == ["Update Disk/a"])
        #expect(Set(found.described) == ["Disk/a"])
    }

    @Test("a hint that comes while a pass waits for AWS does not wait with it")
    func amidstAPass() async throws {
        await aws.put("Machine/a", ["arn": "arn:test:Machine/a", "state": "PENDING", "size": 1, "revision": 1])
        let source = MovingSource([
            "neap.yaml": Self.environment, "a.yaml": Self.disk("a", size: 1), "door.yaml": Self.door,
        ])
        let wasPosted = Mutex(false)
        let corrected = Mutex<Duration?>(nil)
        try await run(source) { [hints, aws] now in
            let isFirst = wasPosted.withLock { was in
                defer { was = was || now >= .seconds(10) }
                return !was && now >= .seconds(10)
            }
            if isFirst {
                await aws.put("Disk/a", ["arn": "arn:test:Disk/a", "size": 7, "revision": 2, "state": "READY"])
                await hints.post(
                    .things([AWSThing(.arn("arn:test:Disk/a"), accountID: "123456789012", region: "eu-west-1")]))
            }
            guard await aws.written.contains("Update Disk/a") else { return now > .seconds(100) }
            corrected.withLock { $0 = $0 ?? now }
            return true
        }
        #expect(try #require(corrected.withLock { $0 }) <= .seconds(13))
    }

    @Test("a hint of what is not this environment's costs nothing")
    func others() async throws {
        let source = MovingSource(["neap.yaml": Self.environment, "a.yaml": Self.disk("a", size: 1)])
        let found = try await followed(source) { [hints] in
            await hints.post(
                .things([AWSThing(.arn("arn:test:Disk/a"), accountID: "210987654321", region: "eu-west-1")]))
        }
        #expect(found.reads == 0)
        #expect(found.described == [])
    }

    @Test("hints do not put off what is due without them")
    func due() async throws {
        let source = MovingSource(["neap.yaml": Self.environment, "a.yaml": Self.disk("a", size: 1)])
        let thing = AWSThing(.arn("arn:test:Disk/a"), accountID: "123456789012", region: "eu-west-1")
        let pushed = Mutex(false)
        let made = Mutex<Duration?>(nil)
        try await run(source) { [hints, aws] now in
            await hints.post(.things([thing]))
            let isFirst = pushed.withLock { was in
                defer { was = true }
                return !was
            }
            if isFirst { await source.push("2", ["b.yaml": Self.disk("b", size: 1)]) }
            guard await aws.written.contains("Create Disk/b") else { return now > .seconds(500) }
            made.withLock { $0 = $0 ?? now }
            return true
        }
        #expect(try #require(made.withLock { $0 }) <= .seconds(301))
    }
}
