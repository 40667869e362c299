import Logging
import Model
import Testing

@testable import Controller
@testable import Planning
@testable import Reconciler

@Suite("Progress as log lines")
struct ProgressTests {
    private struct Broken: Error, CustomStringConvertible { let description = "neap.yaml:2:1: broken\nhere" }

    private let written = Written()

    private func passed(_ problems: [RoundProblem]) -> RoundNews {
        let turn = Turn(
            scope: .everything, observations: Observations(), plan: Plan(resources: [], steps: [], diagnostics: []))
        var news = RoundNews(
            environment: "blue", commit: "c0ffee", outcome: .passed(turn), duration: .seconds(1.25), open: 2)
        news.problems = problems
        return news
    }

    private var problems: [RoundProblem] {
        var known = RoundProblem(.failed, ResourceID("Cluster", "old"), "as before")
        known.isNew = false
        return [
            RoundProblem(.manifests, nil, "a.yaml:4:1: no such member"),
            RoundProblem(.failed, ResourceID("LogGroup", "blue"), "it is not Neap's"), known,
        ]
    }

    private func json(_ environment: String?, _ level: Logger.Level = .info) -> LogProgress {
        let logger = LogFormat.json.logger("neap", level: level, write: { [written] in written.add($0) }, now: { 0 })
        return LogProgress(logger, of: environment)
    }

    private func people(_ environment: String?, _ level: Logger.Level = .info) -> TextProgress {
        TextProgress(environment, least: level, write: { [written] in written.add($0) }, now: { 43_200 })
    }

    @Test("every JSON line has the environment as logs name it, and a pass tells its new problems")
    func structured() async {
        let progress = json("main/blue")
        await progress.note("blue", "c0ffee settled")
        await progress.round(passed(problems))
        let lines = written.lines
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.contains(#""environment":"main/blue""#) })
        #expect(lines[1].contains(#""open":2,"seconds":1.2,"settled":false"#))
        #expect(
            lines[2].contains(
                #""level":"error","message":"manifests are wrong","problem":"a.yaml:4:1: no such member""#))
        #expect(lines[3].contains(#""level":"warning""#))
        #expect(lines[3].contains(#""resource":"LogGroup/blue""#))
    }

    @Test("a note about the process is about the environment that it names")
    func process() async {
        await json(nil).note("main/blue", "leads in epoch 1")
        #expect(written.lines.first?.contains(#""environment":"main/blue""#) == true)
    }

    @Test("a hundred new problems are ten lines and their number")
    func bounded() async {
        let many = (0..<100).map { RoundProblem(.failed, ResourceID("Service", "s\($0)"), "it fails") }
        await json("blue").round(passed(many))
        #expect(written.lines.count == 12)
        #expect(written.lines.last?.contains(#""more":90"#) == true)
    }

    @Test("lines for people name the environment once, mark what is wrong, and stay one line")
    func text() async {
        let progress = people("main/blue")
        await progress.note("blue", "c0ffee settled")
        await progress.note("api", "RUNNING")
        await progress.round(passed(problems))
        await progress.round(RoundNews(environment: "blue", outcome: .failed(Broken()), duration: .zero))
        #expect(
            written.lines == [
                "12:00:00Z  main/blue  c0ffee settled", "12:00:00Z  main/blue  api  RUNNING",
                "12:00:00Z  error: main/blue  a.yaml:4:1: no such member",
                "12:00:00Z  warning: main/blue  LogGroup/blue  it is not Neap's",
                "12:00:00Z  error: main/blue  neap.yaml:2:1: broken here",
            ])
    }

    @Test("the only environment that was asked for stands in no line of its resources")
    func only() async {
        await people(nil).note("api", "RUNNING")
        #expect(written.lines == ["12:00:00Z  api  RUNNING"])
    }

    @Test("lines below the least level are left out for people too")
    func level() async {
        let progress = people("blue", .error)
        await progress.note("blue", "settled")
        await progress.round(passed(problems))
        #expect(written.lines == ["12:00:00Z  error: blue  a.yaml:4:1: no such member"])
    }

    @Test("progress that knows only notes hears of failing rounds and new problems")
    func notes() async {
        let progress = NotedRounds(people("blue"))
        await progress.round(passed([problems[1]]))
        #expect(written.lines.last == "12:00:00Z  blue  LogGroup/blue  it is not Neap's")
    }
}
