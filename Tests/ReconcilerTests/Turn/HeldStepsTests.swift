import Kinds
import Model
import Testing

@testable import Planning
@testable import Reconciler

@Suite("Deletions that wait for one that failed")
struct HeldStepsTests {
    private let group = ResourceID("AutoScalingGroup", "spot")
    private let provider = ResourceID("CapacityProvider", "spot")
    private let cluster = ResourceID("Cluster", "main")
    private let logs = ResourceID("LogGroup", "api")

    private func step(_ id: ResourceID, after others: ResourceID...) -> Step {
        let requires = others.map {
            PlannedCall.Requirement(Reference($0, "gone"), in: ["true"], reason: "until \($0) is gone")
        }
        let call = PlannedCall(AWSCall("test", "Delete\(id.kind)"), .deletes, summary: "", requires: requires)
        return Step(id: "\(id)#delete0", resource: id, planned: call, after: [])
    }

    private var plan: Plan {
        var plan = Plan(resources: [], steps: [], diagnostics: [])
        plan.deletions = [step(logs), step(group), step(provider, after: group), step(cluster, after: provider)]
        plan.departures = plan.deletions.map { departing($0.resource) }
        return plan
    }

    private func departing(_ id: ResourceID) -> ResourcePlan {
        let place = Place(file: "a.yaml", line: 1, column: 1)
        var plan = ResourcePlan(
            resource: Resource(id, awsName: id.name, spec: [:], place: place), observation: .live(Live(spec: [:])),
            action: .delete, specHash: "")
        plan.isDeparture = true
        return plan
    }

    /// The states after a turn in which the group's deletion came to `outcome`.
    private func turn(_ outcome: Outcome, after previous: Turn? = nil) -> Turn {
        var turn = Turn(scope: .everything, observations: Observations(), plan: plan)
        let scope: Set = [group, provider, cluster, logs]
        let held = HeldSteps(plan, scope: scope, after: previous).outcomes
        turn.execution.outcomes = Dictionary(
            plan.deletions.map { ($0.id, held[$0.id] ?? .deferred("until something is gone")) }
        ) { first, _ in first }
        turn.execution.outcomes["\(group)#delete0"] = outcome
        turn.states = Settlement(kinds: kindsByName, turn: turn, scope: scope).states(after: previous)
        return turn
    }

    @Test("what AWS refused for good is waited for by nobody, at whatever distance; the rest goes on")
    func failed() {
        let first = turn(.failed(.accessDenied, "not authorized", isTransient: false))
        let held = HeldSteps(plan, scope: [group, provider, cluster, logs], after: first).outcomes
        let reason = Outcome.failed(
            .dependencyFailed, "waits for AutoScalingGroup/spot to be gone, which failed", isTransient: false)
        #expect(held["CapacityProvider/spot#delete0"] == reason && held["Cluster/main#delete0"] == reason)
        #expect(held["LogGroup/api#delete0"] == nil)
        let second = turn(.failed(.accessDenied, "not authorized", isTransient: false), after: first)
        #expect(second.moving == [logs] && second.retryable == [logs])
        #expect(second.states[group]?.isSettled == false && second.states[cluster]?.isSettled == false)
    }

    @Test("what only waits, or may pass, is waited for")
    func waiting() {
        for outcome in [Outcome.deferred("in use"), .failed(.applyFailed, "slower", isTransient: true)] {
            let first = turn(outcome)
            #expect(HeldSteps(plan, scope: [group, provider, cluster, logs], after: first).outcomes.isEmpty)
            #expect(first.moving == [group, provider, cluster, logs])
        }
    }
}
