import Kinds
import Model
import Testing

@testable import Planning
@testable import Reconciler

@Suite("What a turn leaves of a resource")
struct SettlementTests {
    private static let api = ResourceID("Service", "api")

    /// The service, live on `api:1` with deployments of these states, wanted on `api:2`, and what the plan makes of it.
    private func settled(_ action: ResourcePlan.Action, state: String = "COMPLETED") -> ResourceState? {
        let live = Live(
            spec: ["taskDefinition": "api:1"],
            detail: [
                "desiredCount": 4, "runningCount": 4,
                "deployments": [Stack.deployment(1, running: 4, state: state)],
            ])
        let wanted = Resource(
            Self.api, awsName: "api", spec: ["taskDefinition": "api:2"],
            place: Place(file: "a.yaml", line: 1, column: 1))
        let plan = ResourcePlan(resource: wanted, observation: .live(live), action: action, specHash: "")
        let turn = Turn(
            scope: .everything, observations: Observations(),
            plan: Plan(resources: [plan], steps: [], diagnostics: []))
        return Settlement(kinds: kindsByName, turn: turn, scope: [Self.api]).states(after: nil)[Self.api]
    }

    @Test("what may not be written is not on its way: nobody waits for it")
    func blocked() throws {
        let refused = try #require(settled(.blocked(.refused, "this rollout can never move")))
        #expect(refused.health == .healthy)
        #expect(refused.problem?.reason == .refused)
        #expect(refused.problem?.isStalled == true)
    }

    @Test("what is on its way besides goes on being told of")
    func moving() {
        #expect(settled(.blocked(.refused, "no"), state: "IN_PROGRESS")?.health.status == .progressing)
        #expect(settled(.update)?.health.status == .progressing)
    }
}
