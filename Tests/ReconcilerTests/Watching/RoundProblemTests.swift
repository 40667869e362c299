import Kinds
import Manifest
import Model
import Testing

@testable import Planning
@testable import Reconciler

@Suite("What a round leaves for somebody to look at")
struct RoundProblemTests {
    private static let disk = ResourceID("Disk", "a")

    private func turn(_ problem: ResourceState.Problem?, _ health: Health = .healthy) -> Turn {
        let resource = Resource(Self.disk, awsName: "a", spec: [:], place: Place(file: "a.yaml", line: 1, column: 1))
        let plan = ResourcePlan(resource: resource, observation: .absent, action: .none, specHash: "")
        var turn = Turn(
            scope: .everything, observations: Observations(), plan: Plan(resources: [plan], steps: [], diagnostics: []))
        turn.states[Self.disk] = ResourceState(
            plan: plan, sync: .outOfSync, health: health, problem: problem, wasWritten: false)
        return turn
    }

    private func sort(_ reason: Reason, isStalled: Bool) -> RoundProblem.Sort? {
        all(turn(.init(reason: reason, message: "so", isStalled: isStalled))).first?.sort
    }

    private func all(_ turn: Turn, _ diagnostics: [Diagnostic] = [], after earlier: [RoundProblem] = [])
        -> [RoundProblem]
    {
        var desired = Desired(environment: Environment(name: "test"))
        desired.diagnostics = diagnostics
        return RoundProblem.all(in: turn, of: desired, after: earlier)
    }

    @Test("what is stalled or can not be looked at is one, what passes by itself or is wanted so is none")
    func sorts() {
        #expect(sort(.notOwned, isStalled: true) == .failed)
        #expect(sort(.applyFailed, isStalled: true) == .failed)
        #expect(sort(.observationFailed, isStalled: false) == .failed)
        #expect(sort(.approvalRequired, isStalled: true) == .awaited)
        for reason in [Reason.driftReported, .suspended, .outsideWindow] {
            #expect(sort(reason, isStalled: true) == nil)
        }
        #expect(sort(.applyFailed, isStalled: false) == nil)
        #expect(sort(.waiting, isStalled: false) == nil)
    }

    @Test("what is in sync and does badly is one, and what is on its way is none")
    func health() {
        #expect(all(turn(nil, Health(.degraded, .degraded, "no task runs"))).map(\.line) == ["Disk/a: no task runs"])
        #expect(all(turn(nil, Health(.progressing, .deadlineExceeded, "late"))).first?.sort == .unhealthy)
        #expect(all(turn(nil, Health(.progressing, .rollingOut))).isEmpty)
        #expect(all(turn(nil)).isEmpty)
    }

    @Test("errors of manifests come first, warnings are none, and what was there before is not new")
    func manifests() {
        let found = [Diagnostic("no such member"), Diagnostic("odd", severity: .warning)]
        let broken = turn(.init(reason: .conflict, message: "two want it", isStalled: true))
        let first = all(broken, found)
        #expect(first.map(\.line) == ["no such member", "Disk/a: two want it"])
        #expect(first.allSatisfy { $0.isNew && $0.isFailure })
        #expect(all(broken, after: first).map(\.isNew) == [false])
    }
}
