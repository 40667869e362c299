import Kinds
import Model
import Testing

@testable import Planning

@Suite("What is done for another's change")
struct DeedsTests {
    private let id = ResourceID.of("BeforeRollout/api")

    private func input(_ live: String, policy edit: (inout Policy) -> Void = { _ in }) -> PlanInput {
        let service = Resource.sample(
            "Service/api", ["cluster": "demo", "taskDefinition": "api:8", "desiredCount": 2], policy: edit)
        var run = Resource.sample(
            id.description,
            ["cluster": "demo", "taskDefinition": "migrate:8", "service": "api", "revision": "api:8"])
        run.manifest = service.id
        run.policy.ignore = ["/cluster", "/service", "/revision"]
        let there = Live(
            spec: ["cluster": "demo", "taskDefinition": .string(live), "desiredCount": 2],
            outputs: ["live": "other"],
            tags: Ownership(environment: "production", owner: "git.example.org/team/infra")
                .tags(for: service.id, specHash: ""))
        let last = Live(spec: ["cluster": "demo", "taskDefinition": "migrate:7"])
        return PlanInput.of([service, run], live: ["Service/api": there, id.description: last])
    }

    @Test("a task before a rollout is run when its service is to roll, and the roll waits for it")
    func needed() {
        let plan = Planner().plan(input("api:7"))
        #expect(plan.stepNames == ["BeforeRollout/api#0", "Service/api#0"])
        #expect(plan.steps.last?.after == ["BeforeRollout/api#0"])
        #expect(plan.steps.last?.planned.requires.map(\.values) == [["succeeded"]])
    }

    @Test("it is not run for a service that stays as it is, or is held back")
    func idle() {
        #expect(Planner().plan(input("api:8")).stepNames == [])
        let held = Planner().plan(input("api:7") { $0.suspend = true })
        #expect(held.stepNames == [])
        #expect(held[id]?.action == ResourcePlan.Action.none)
    }
}
