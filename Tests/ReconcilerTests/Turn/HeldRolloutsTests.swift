import Kinds
import Model
import Testing

@testable import Planning
@testable import Reconciler

@Suite("Rollouts that are held")
struct HeldRolloutsTests {
    private func service(_ name: String) -> ResourceID { ResourceID("Service", name) }

    private func plan(_ id: ResourceID) -> ResourcePlan {
        ResourcePlan(
            resource: Resource(
                id, awsName: id.name, spec: .emptyObject, place: Place(file: "a.yaml", line: 1, column: 1)),
            observation: .live(Live(spec: .emptyObject)), action: .update, specHash: "")
    }

    private func state(
        _ id: ResourceID, _ health: Health, _ reason: Reason? = nil, isStalled: Bool = false
    ) -> ResourceState {
        ResourceState(
            plan: plan(id), sync: reason == nil ? .synced : .outOfSync, health: health,
            problem: reason.map { .init(reason: $0, message: "waits", isStalled: isStalled) }, wasWritten: false)
    }

    /// A step of `id` that was put off because `other` is not there yet.
    private func step(_ id: ResourceID, after other: ResourceID) -> Step {
        let requirement = PlannedCall.Requirement(
            Reference(other, "live"), in: ["wanted"], reason: "after \(other) is live")
        return Step(
            id: "\(id)#0", resource: id,
            planned: PlannedCall(AWSCall("ecs", "UpdateService"), summary: "", requires: [requirement]), after: [])
    }

    private func marked(_ steps: [Step], _ states: [ResourceState]) -> [ResourceID: ResourceState] {
        var turn = Turn(
            scope: .everything, observations: Observations(),
            plan: Plan(resources: states.map(\.plan), steps: steps, diagnostics: []))
        for step in steps {
            turn.execution.outcomes[step.id] = .deferred(step.planned.requires.first?.reason ?? "")
        }
        let byID = Dictionary(states.map { ($0.id, $0) }) { first, _ in first }
        return HeldRollouts(turn, scope: Set(byID.keys)).marked(byID)
    }

    private let waiting = Health(.progressing, .updating, "revision 8 is wanted, 7 is deployed")
    private let back = Health(.degraded, .rolledBack, "revision 8 was rolled back to 7")

    @Test("what waits for something that moves goes on waiting")
    func moving() {
        let states = marked(
            [step(service("b"), after: service("a"))],
            [state(service("a"), waiting), state(service("b"), waiting, .waiting)])
        #expect(states[service("b")]?.problem?.reason == .waiting)
        #expect(states[service("b")]?.isMoving == true)
    }

    @Test("what waits for something that was rolled back is held, and so is what waits for that")
    func chain() {
        let states = marked(
            [step(service("c"), after: service("b")), step(service("b"), after: service("a"))],
            [
                state(service("a"), back), state(service("b"), waiting, .waiting),
                state(service("c"), waiting, .waiting), state(service("d"), waiting),
            ])
        let b = states[service("b")]
        #expect(b?.problem?.reason == .dependencyFailed)
        #expect(b?.problem?.message == "not rolled out: Service/a: revision 8 was rolled back to 7")
        #expect(b?.health.status == .healthy, "the old revision runs")
        #expect(b?.isMoving == false)
        #expect(states[service("c")]?.problem?.message.hasPrefix("not rolled out: Service/b: ") == true)
        #expect(states[service("d")]?.isMoving == true)
    }

    @Test("a service whose migration failed says so with its own reason, also before it was ever made")
    func migration() {
        let run = ResourceID("BeforeRollout", "a")
        let failed = Health(.degraded, .beforeRolloutFailed, "migrate:2 ended with exit code 1")
        let states = marked(
            [step(service("a"), after: run)],
            [state(run, failed), state(service("a"), Health(.missing, .waiting), .waiting)])
        #expect(states[service("a")]?.problem?.reason == .beforeRolloutFailed)
        #expect(states[service("a")]?.health.reason == .beforeRolloutFailed)
        #expect(states[service("a")]?.health.status == .missing)
    }
}

@Suite("Refusals inside a reply")
struct RefusedInReplyTests {
    private let call = AWSCall("ecs", "RunTask")

    @Test("a task that found no room is tried again, and one that can not run is an error")
    func failures() {
        let reply: (String) -> Value = { ["tasks": [], "failures": [["reason": .string($0)]]] }
        #expect(
            RefusedInReply.outcome(of: call, reply("RESOURCE:MEMORY"))
                == .deferred("no instance takes the task now: RESOURCE:MEMORY"))
        #expect(
            RefusedInReply.outcome(of: call, reply("ATTRIBUTE"))
                == .failed(.applyFailed, "RunTask: ATTRIBUTE", isTransient: true))
        #expect(RefusedInReply.outcome(of: call, ["tasks": [["taskArn": "arn"]], "failures": []]) == nil)
        #expect(RefusedInReply.outcome(of: AWSCall("ecs", "UpdateService"), ["failures": []]) == nil)
    }
}
