import Model
import Planning
import Testing

@Suite("Properties of the plan")
struct PlannerPropertyTests {
    /// Twelve resources, each standing on some that come before it, absent, live, differing or unknown.
    private func environment(_ seed: UInt64) -> PlanInput {
        var random = RandomSpecs(seed: seed)
        var resources: [Resource] = []
        var live: [String: Live] = [:]
        var unknown: [String] = []
        for index in 0..<12 {
            let needs = (0..<index).filter { _ in random.below(4) == 0 }.map { ResourceID("Base", "r\($0)") }
            let resource = Resource.sample("Base/r\(index)", ["image": "one"], after: Set(needs))
            resources.append(resource)
            let outputs: [String: Value] = ["arn": "arn", "version": "1"]
            switch random.below(8) {
            case 0: unknown.append(resource.id.description)
            case 1...3: live[resource.id.description] = Live(spec: ["image": "one"], outputs: outputs)
            case 4, 5: live[resource.id.description] = Live(spec: ["image": "two"], outputs: outputs)
            default: break
            }
        }
        return .of(resources, live: live, unknown: unknown)
    }

    @Test("every step comes after everything that it waits for", arguments: 0..<100)
    func ordered(_ seed: UInt64) {
        let input = environment(seed)
        let plan = input.planned
        var done: Set<String> = []
        for step in plan.steps {
            #expect(done.isSuperset(of: step.after))
            done.insert(step.id)
        }
        #expect(Set(plan.resources.filter(\.isChange).map(\.id)) == Set(plan.steps.map(\.resource)))
    }

    @Test("what is unknown blocks itself and nothing but what stands on it", arguments: 0..<100)
    func contained(_ seed: UInt64) {
        let input = environment(seed)
        let plan = input.planned
        let unknown = Set(input.desired.keys.filter { if case .unknown = input.observed[$0] { true } else { false } })
        let reach = Graph(input.desired, kinds: FakeKinds.all).standing(on: unknown)
        for resource in plan.resources {
            let isBlocked = plan.blocked(resource.id.description) != nil
            #expect(!isBlocked || reach.contains(resource.id))
            #expect(isBlocked || !unknown.contains(resource.id))
            let needs = resource.resource.dependsOn
            #expect(isBlocked || needs.isDisjoint(with: unknown))
        }
    }

    @Test("the same input gives the same plan", arguments: 0..<20)
    func deterministic(_ seed: UInt64) {
        let (first, again) = (environment(seed).planned, environment(seed).planned)
        #expect(first.steps == again.steps)
        #expect(first.resources.map(\.action) == again.resources.map(\.action))
    }
}
