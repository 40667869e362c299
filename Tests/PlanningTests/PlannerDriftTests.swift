import Model
import Planning
import Testing

@Suite("Drift")
struct PlannerDriftTests {
    private func box(_ drift: Policy.Drift, size: Int = 1) -> Resource {
        .sample("Box/a", ["size": .integer(size), "label": "x"]) { $0.drift = drift }
    }

    private func input(_ drift: Policy.Drift, live: Value = ["size": 5, "label": "x"]) -> PlanInput {
        PlanInput.of([box(drift)], live: ["Box/a": Live(spec: live)]).remembering([box(drift)])
    }

    @Test("drift is written back at once when told so, whatever the policy", arguments: Policy.Drift.allCases)
    func correct(_ drift: Policy.Drift) {
        let plan = input(drift).planned
        #expect(plan.action("Box/a") == .update)
        #expect(plan[.of("Box/a")]?.changes.map(\.reason) == [.drift])
    }

    @Test("drift under report is told and not written")
    func report() {
        let plan = input(.report).with { $0.drift = .byPolicy(now: 1_000, correctAfter: 0) }.planned
        #expect(plan.action("Box/a") == ResourcePlan.Action.none)
        #expect(plan[.of("Box/a")]?.changes.map(\.path) == ["/size"])
        #expect(plan.steps.isEmpty)
        #expect(!plan.hasChanges)
    }

    @Test(
        "drift under correct is written back once it is old enough",
        arguments: [(nil, 0, true), (nil, 60, false), (941, 60, false), (940, 60, true)] as [(Int?, Int, Bool)])
    func correctAfter(_ since: Int?, _ wait: Int, _ isWritten: Bool) {
        var input = input(.correct)
        input.drift = .byPolicy(now: 1_000, correctAfter: wait)
        input.memory[.of("Box/a")]?.driftSince["/size"] = since
        #expect(input.planned.action("Box/a") == (isWritten ? .update : ResourcePlan.Action.none))
    }

    @Test("what Git says anew is written although drift is only reported")
    func declared() {
        let input = PlanInput.of([box(.report, size: 2)], live: ["Box/a": Live(spec: ["size": 1, "label": "x"])])
            .remembering([box(.report)]).with { $0.drift = .byPolicy(now: 1_000, correctAfter: 0) }
        #expect(input.planned.action("Box/a") == .update)
        #expect(input.planned[.of("Box/a")]?.changes.map(\.reason) == [.declared])
    }

    @Test("a new password is written although the hash is the same and drift is only reported")
    func sensitive() {
        let old = Resource.sample("Box/a", ["password": "old"])
        let new = Resource.sample("Box/a", ["password": "new"])
        let input = PlanInput.of([new], live: ["Box/a": Live(spec: ["password": "old"])]).remembering([old])
            .with { $0.drift = .byPolicy(now: 1_000, correctAfter: 0) }
        #expect(input.planned.action("Box/a") == .update)
    }

    @Test("only reported drift in a field that only creation has is no replacement")
    func replacing() {
        let box = Resource.sample("Box/a", ["zone": "a"])
        let input = PlanInput.of([box], live: ["Box/a": Live(spec: ["zone": "b"])]).remembering([box])
            .with { $0.drift = .byPolicy(now: 1_000, correctAfter: 0) }
        #expect(input.planned.action("Box/a") == ResourcePlan.Action.none)
        #expect(input.planned.refused.isEmpty)
        #expect(input.with { $0.drift = .correct }.planned.action("Box/a") == .replace)
    }

    @Test("reported drift beside a new value does not keep the new value from being written")
    func replacingBesideDeclared() {
        let old = Resource.sample("Box/a", ["zone": "a", "password": "old"])
        let new = Resource.sample("Box/a", ["zone": "a", "password": "new"])
        let live = Live(spec: ["zone": "b", "password": "old"])
        let plan = PlanInput.of([new], live: ["Box/a": live]).remembering([old])
            .with { $0.drift = .byPolicy(now: 1_000, correctAfter: 0) }.planned
        #expect(plan.action("Box/a") == .update)
        #expect(plan.steps.map(\.planned.call.input) == [["password": "new"]])
    }

    @Test("what was deleted by hand is missing under report and made again under correct")
    func deleted() {
        let gone = PlanInput.of([box(.report)]).remembering([box(.report)])
        let reported = gone.with { $0.drift = .byPolicy(now: 1_000, correctAfter: 0) }.planned
        #expect(reported.blocked("Box/a") == .missing)
        #expect(reported[.of("Box/a")]?.isReportedDrift == true)
        #expect(gone.planned.action("Box/a") == .create)
        let corrected = PlanInput.of([box(.correct)]).remembering([box(.correct)])
            .with { $0.drift = .byPolicy(now: 1_000, correctAfter: 0) }
        #expect(corrected.planned.action("Box/a") == .create)
        let tooSoon = corrected.with { $0.drift = .byPolicy(now: 1_000, correctAfter: 60) }
        #expect(tooSoon.planned.blocked("Box/a") == .missing)
    }

    @Test("what was deleted by hand is made again when its manifest changed")
    func deletedAndChanged() {
        let plan = PlanInput.of([box(.report, size: 2)]).remembering([box(.report)])
            .with { $0.drift = .byPolicy(now: 1_000, correctAfter: 0) }.planned
        #expect(plan.action("Box/a") == .create)
    }
}
