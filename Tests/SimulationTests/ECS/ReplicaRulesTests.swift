import Model
import Testing

@testable import Simulation

@Suite("One look of the scheduler")
struct ReplicaRulesTests {
    /// `count` old healthy tasks and a new deployment without any.
    private func rules(_ count: Int, _ minimum: Int, _ maximum: Int, new: [SeenTask.Standing] = []) -> ReplicaRules {
        var slab = Slab<ECSTask>()
        let plan = ECSRig.plan()
        var next: UInt64 = 0
        func seen(_ deployment: UInt64, _ standing: SeenTask.Standing) -> SeenTask {
            next += 1
            let id = slab.insert(
                ECSTask(
                    id: "\(next)", ordinal: next, cluster: ClusterID(slot: 0, generation: 0), service: nil,
                    deployment: deployment, taskDefinition: "app:1", plan: plan,
                    createdAt: Instant(milliseconds: 0), startedBy: "", group: "", tags: .list([]),
                    overrides: .emptyObject, isDaemon: false))
            return SeenTask(id: id, deployment: deployment, standing: standing)
        }
        let tasks = (0..<count).map { _ in seen(1, .healthy) } + new.map { seen(2, $0) }
        return ReplicaRules(
            desired: count,
            bounds: DeploymentBounds(desired: count, minimumHealthyPercent: minimum, maximumPercent: maximum),
            primary: 2, older: [.init(id: 1, desired: count, mayStart: true)], tasks: tasks)
    }

    @Test(
        "the first look at a rollout starts and stops what the bounds say",
        arguments: [
            (4, 50, 100, 0, 2), (4, 50, 150, 2, 2), (4, 100, 200, 4, 0), (4, 0, 100, 0, 4), (2, 50, 150, 1, 1),
            (1, 50, 150, 0, 0), (3, 100, 125, 0, 0), (2, 75, 100, 0, 0), (4, 100, 100, 0, 0),
        ])
    func first(desired: Int, minimum: Int, maximum: Int, starts: Int, stops: Int) {
        let steps = rules(desired, minimum, maximum).steps()
        #expect(steps.starts.reduce(0) { $0 + $1.count } == starts)
        #expect(steps.stops.count == stops)
        #expect(steps.isStuck == (starts + stops == 0))
    }

    @Test("tasks on their way out hold their place under the ceiling")
    func leaving() {
        var rules = rules(4, 50, 100)
        rules.tasks[0].standing = .leaving
        rules.tasks[1].standing = .leaving
        let steps = rules.steps()
        #expect(steps.starts.isEmpty)
        #expect(steps.stops.isEmpty)
        #expect(!steps.isStuck)
    }

    @Test("an old revision is mended with itself while the new one fails")
    func repair() {
        var rules = rules(4, 100, 200, new: [.pending, .pending, .pending, .pending])
        rules.tasks.removeFirst()
        let steps = rules.steps()
        #expect(steps.starts.map(\.deployment) == [1])
        #expect(steps.starts.map(\.count) == [1])
    }

    @Test("old tasks that are unhealthy go first, and without leave of the floor's healthy ones")
    func unhealthyFirst() throws {
        var rules = rules(4, 100, 200, new: [.healthy, .undecided, .undecided, .undecided])
        rules.tasks[2].standing = .unhealthy
        let steps = rules.steps()
        #expect(steps.stops.map(\.task.id) == [rules.tasks[2].id])
    }

    @Test("an unhealthy task is replaced first where there is room, stopped first where there is none")
    func unhealthy() {
        for (maximum, starts, stops) in [(200, 1, 0), (100, 0, 1)] {
            var rules = rules(2, 100, maximum)
            rules.primary = 1
            rules.older = []
            rules.tasks[0].standing = .unhealthy
            let steps = rules.steps()
            #expect(steps.starts.reduce(0) { $0 + $1.count } == starts)
            #expect(steps.stops.count == stops)
        }
    }

    @Test("protected tasks stay when the count goes down")
    func protected() {
        var rules = rules(4, 0, 200)
        rules.primary = 1
        rules.older = []
        rules.desired = 1
        rules.bounds.lower = 0
        rules.tasks[3].isProtected = true
        rules.tasks[2].isProtected = true
        #expect(rules.steps().stops.map(\.task.id) == [rules.tasks[1].id, rules.tasks[0].id])
    }
}
