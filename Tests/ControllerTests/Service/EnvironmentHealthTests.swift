import Logging
import Model
import Reconciler
import Synchronization
import Testing

@testable import Controller

@Suite("What the loops say of themselves")
struct EnvironmentHealthTests {
    private struct Broken: Error, CustomStringConvertible { let description = "neap.blue.yaml:2:1: a\nb" }

    private static let source = RepositoryID(name: "main", url: "https://x/infra", reference: "refs/heads/main")
    private let health = ControllerHealth { 1_000 }
    private let registry = MetricRegistry()

    private var progress: ObservedProgress {
        ObservedProgress(
            environment: "main/blue", source: Self.source, told: SilentProgress(),
            metrics: ControllerMetrics(registry), health: health)
    }

    private func round(_ outcome: RoundNews.Outcome, _ problems: [RoundProblem] = []) async {
        var news = RoundNews(environment: "blue", commit: "c0ffee", outcome: outcome, duration: .seconds(1))
        (news.problems, news.isSettled) = (problems, problems.isEmpty)
        await progress.round(news)
    }

    private var blue: EnvironmentHealth? { health.environment("main/blue", of: Self.source) }
    private var text: String { PrometheusText(registry).text }

    @Test("what a pass left for somebody to look at stays a problem in rounds that find nothing due")
    func problems() async {
        let stalled = RoundProblem(.failed, ResourceID("LogGroup", "blue"), "it is not Neap's")
        await round(.idle, [stalled, RoundProblem(.unhealthy, ResourceID("Service", "api"), "no task runs")])
        #expect(blue?.problem == "LogGroup/blue: it is not Neap's; and 1 more")
        #expect(text.contains(#"neap_environment_ready{environment="main/blue"} 0"#))
        #expect(!text.contains("neap_last_success_timestamp_seconds{"))
        await round(.idle)
        #expect(blue?.problem == nil)
        #expect(text.contains(#"neap_environment_ready{environment="main/blue"} 1"#))
        #expect(text.contains(#"neap_last_success_timestamp_seconds{environment="main/blue"} 1000"#))
    }

    @Test("a round that fails makes the environment unready and says why in one line; that one went well stays known")
    func failing() async {
        await round(.failed(Broken()))
        #expect(blue?.hadGoodRound == false)
        await round(.idle)
        await round(.failed(Broken()))
        #expect(blue?.problem == "neap.blue.yaml:2:1: a b")
        #expect(blue?.hadGoodRound == true)
        #expect(text.contains(#"neap_environment_ready{environment="main/blue"} 0"#))
    }

    @Test("a table of leases that does not answer is a problem, is counted, and is told once")
    func leases() async {
        let written = Written()
        let logger = LogFormat.json.logger("neap", level: .info, write: { written.add($0) }, now: { 0 })
        let parts = ControllerParts(
            options: EnvironmentReconciler.Options(version: "1") { 0 },
            connect: { _, _, _ in throw CancellationError() }, progress: { _ in SilentProgress() }, logger: logger,
            metrics: ControllerMetrics(registry), health: health)
        health.note("main/blue", of: Self.source) { _ in }
        let heard = LeaseTroubles(parts).heard
        for _ in 0..<3 { await heard("main/blue", "no table") }
        #expect(blue?.problem == "no lease can be had: no table")
        #expect(text.contains(#"neap_lease_errors_total{environment="main/blue"} 3"#))
        await heard("main/blue", nil)
        #expect(blue?.problem == nil)
        #expect(written.lines.count == 2)
        #expect(written.lines.first?.contains(#""environment":"main/blue","level":"error""#) == true)
    }

    @Test("two branches of one repository each say how they are")
    func branches() throws {
        var other = RepositoryID(name: "gone", url: Self.source.url, reference: "refs/heads/none")
        health.note(other) { $0.problem = "there is no refs/heads/none" }
        health.note(Self.source) { $0.isListed = true }
        #expect(health.repositories.map(\.id.name) == ["gone", "main"])
        #expect(health.repositories.map(\.problem) == ["there is no refs/heads/none", nil])
        let page = ReadyReport(health).json
        #expect(page.contains(#""name":"gone","problem":"there is no refs/heads/none","ref":"refs/heads/none""#))
        other.name = "main"
        #expect(health.repository(other) == nil)
    }

    @Test("a round that lasts is alive while something is heard of it, and stuck once nothing is for half an hour")
    func stuck() async throws {
        let time = Mutex(1_000)
        let health = ControllerHealth { time.withLock { $0 } }
        let progress = ObservedProgress(
            environment: "blue", source: Self.source, told: SilentProgress(), metrics: ControllerMetrics(registry),
            health: health)
        await progress.roundBegins()
        for _ in 0..<5 {
            time.withLock { $0 += 1_700 }
            #expect(health.stuck == [])
            await progress.note("Service/api", "rolls")
        }
        time.withLock { $0 += 1_801 }
        #expect(health.stuck == ["nothing was heard of the round of blue for 1801 s"])
        await progress.round(RoundNews(environment: "blue", outcome: .idle, duration: .seconds(1)))
        #expect(health.stuck == [])
    }

    @Test("how long it waits for a sign of life goes by how long Git may take")
    func slowGit() async {
        let time = Mutex(0)
        let health = ControllerHealth(gitTimeout: .seconds(3_600)) { time.withLock { $0 } }
        health.note(Self.source) { _ in }
        time.withLock { $0 = 7_200 }
        #expect(health.stuck == [])
        time.withLock { $0 = 7_201 }
        #expect(health.stuck.count == 1)
    }

    @Test("what was not asked yet is not ready")
    func unasked() {
        health.note(Self.source) { _ in }
        #expect(!health.isReady)
        health.note(Self.source) { $0.isListed = true }
        #expect(health.isReady)
    }

    @Test("what was known while it led is gone with the term")
    func lostTerm() async {
        let metrics = ControllerMetrics(registry)
        metrics.leads("main/blue", epoch: 3)
        health.note("main/blue", of: Self.source) { $0.isLeading = true }
        await round(.idle, [RoundProblem(.failed, nil, "broken")])
        health.note(Self.source) { $0.contact.silentSince = 900 }
        let figures = ScrapedFigures(metrics, health: health, version: "1")
        #expect(figures.text.contains(#"neap_source_age_seconds{environment="main/blue"} 100"#))
        health.note("main/blue", of: Self.source) { $0.lostTerm() }
        metrics.lostTerm("main/blue")
        let left = figures.text
        for gone in MetricCatalog.ofLeader { #expect(!left.contains("\(gone){"), "\(gone)") }
        #expect(left.contains(#"neap_leader_election_master_status{environment="main/blue"} 0"#))
        #expect(blue?.problem == nil)
    }
}
