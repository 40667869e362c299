import GitStore
import Kinds
import Manifest
import Model
import Planning

/// The loop of one environment: asks Git at its interval, AWS at its drift interval, looks after what moves meanwhile, and
/// follows hints at once.
///
/// While something moves or waits, Git's tip is asked every two seconds, so that a newer commit preempts any wait; AWS is
/// looked at in its own time, since its calls are counted. A hint of Git costs one fetch, one of AWS a turn over what it
/// names; hints that come together are followed together, and those that come while a pass waits go along with its next turn.
public struct EnvironmentWatch: Sendable {
    let reconciler: EnvironmentReconciler
    let gate: WriteGate
    let progress: any Progress
    let clock: any Clock<Duration>
    let hints: Hints
    let jitter: @Sendable () -> Double
    /// Between two looks at a rollout, and between two status commits while it moves.
    private static let movingInterval = Duration.seconds(30)

    /// A watch that is woken by `hints`; waiting is done on `clock`. Each wait of an interval is `jitter` times as long, so
    /// that many controllers do not ask in step.
    public init(
        _ reconciler: EnvironmentReconciler, gate: WriteGate, progress: any Progress,
        clock: any Clock<Duration> = ContinuousClock(), hints: Hints = Hints(),
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0.9...1.1) }
    ) {
        self.reconciler = reconciler
        self.gate = gate
        self.progress = progress
        self.clock = clock
        self.hints = hints
        self.jitter = jitter
    }

    /// What the last round left behind.
    struct Round {
        var target: ReconcileTarget
        var turn: Turn
        /// When everything was looked at last.
        var wholeAt: Duration
        /// How many passes were made.
        var passes: Int
        /// How the last status commit went; nil when none was due.
        var status: StatusBranch.Result?
        /// What the pass planned, which its status tells.
        var planned: Plan
        /// How often status was to be written.
        var records = 1
        /// What it left for somebody to look at.
        var problems: [RoundProblem] = []

        /// Resources of which something moves or is left to write.
        var open: Set<ResourceID> { turn.moving.union(turn.retryable) }
    }

    /// What the loop knows from round to round.
    private struct Course {
        let elapsed: @Sendable () -> Duration
        let cache = ObservationCache()
        var news = TurnNews()
        var last: Round?
        var tip: TipWatch?
        var pace = HintPace()
        var interval = Duration.seconds(60)
        /// What hints named since the last round that went well.
        var touched: Set<ResourceID> = []
        /// When Git, and what is open in AWS, are asked without any hint.
        var pollAt = Duration.zero
    }

    /// Rounds until `isStopping`; an error of a round is told and the next round tries again, unless no round went well yet
    /// and `isFinal` says that it always will be one.
    public func run(
        until isStopping: @Sendable () -> Bool, isFinal: @Sendable (any Error) -> Bool = { _ in false }
    ) async throws {
        var course = Course(elapsed: TipWatch.stopwatch(clock))
        while !isStopping(), !Task.isCancelled {
            let began = course.elapsed()
            let isPoll = began >= course.pollAt
            await progress.roundBegins()
            do {
                try await turn(&course, isPoll: isPoll, from: began)
            } catch  where course.last != nil || !isFinal(error) {
                let (name, took) = (reconciler.options.environment, course.elapsed() - began)
                await progress.round(RoundNews(environment: name, outcome: .failed(error), duration: took))
                // A newer commit that can not be read is read again at the interval, not at once.
                if let newer = await course.tip?.newer {
                    course.tip = TipWatch(reconciler.source, while: newer, clock: clock)
                }
            }
            plan(&course, afterPoll: isPoll)
            await wait(&course, until: isStopping)
        }
    }

    private func turn(_ course: inout Course, isPoll: Bool, from began: Duration) async throws {
        let prepared = try await reconciler.prepare(orAt: course.last?.target.source)
        course.interval = prepared.target.environment.interval
        let newest = prepared.unread?.commit ?? prepared.target.source.id
        let tip = TipWatch(reconciler.source, while: newest, clock: clock)
        course.tip = tip
        let call = Call(isPoll: isPoll, touched: course.touched, at: course.elapsed())
        let before = (passes: course.last?.passes ?? 0, records: course.last?.records ?? 0)
        course.last = try await round(prepared, after: course.last, for: call, tip, &course.news, course.cache)
        course.touched = []
        var news = Self.news(
            prepared, course.last, isIdle: course.last?.passes == before.passes, took: course.elapsed() - began)
        if course.last?.records == before.records { news.status = nil }
        await progress.round(news)
    }

    /// A hint's round does not put off what is due without it, but what it set in motion is looked after.
    private func plan(_ course: inout Course, afterPoll isPoll: Bool) {
        let isMoving = course.last.map { !$0.turn.moving.isEmpty } ?? false
        let pause = (isMoving ? min(course.interval, Self.movingInterval) : course.interval) * jitter()
        let next = course.elapsed() + pause
        course.pollAt = isPoll ? next : min(course.pollAt, next)
    }

    /// Waits for the next poll, or less: until hints name something of this environment, a newer commit is there, or the
    /// process is asked to end.
    private func wait(_ course: inout Course, until isStopping: @Sendable () -> Bool) async {
        while !isStopping(), !Task.isCancelled {
            let now = course.elapsed()
            guard now < course.pollAt else { return }
            let slice = min(course.pollAt - now, .milliseconds(500))
            let held = course.pace.wait(at: now)
            if held > .zero {
                do { try await clock.sleep(for: min(slice, held)) } catch { return }
            } else {
                await hints.arrive(within: slice, on: clock)
                if await follow(&course) { return }
            }
            let isOpen = course.last.map { !$0.open.isEmpty } ?? false
            if isOpen, let tip = course.tip, await tip.hasMoved() { return }
        }
    }

    /// Takes what hints wait; false when they name nothing of this environment.
    private func follow(_ course: inout Course) async -> Bool {
        let taken = await hints.take()
        guard !taken.isEmpty else { return false }
        course.touched.formUnion(
            course.last.map { Self.touched(taken, $0.target, $0.turn.observations) } ?? taken.resources)
        guard taken.source || !course.touched.isEmpty else { return false }
        course.pace.follow(at: course.elapsed())
        return true
    }
}
