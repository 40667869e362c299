import Model
import Testing

@testable import Planning
@testable import Simulation

/// The proof against the world: it says "never" exactly where the scheduler never moves.
@Suite("Deadlocks that are proved are deadlocks in the world")
struct DeadlockWorldTests {
    /// One cluster with room for everything.
    private struct Rig {
        var world = World(
            place: AWSPlace(account: "123456789012", region: "eu-west-1"), seed: 1,
            start: Instant(milliseconds: 1_700_000_000_000))
        let cluster: ClusterID

        init(instances: Int) throws {
            cluster = world.ecs.clusters.insert(Cluster(name: "demo", written: .emptyObject, tags: .list([])))
            world.ecs.clusterNames["demo"] = cluster
            for number in 0..<instances {
                _ = try world.registerContainerInstance(
                    in: cluster, instanceName: "i-\(number)", cpu: 65_536, memory: 262_144,
                    attributes: [("ecs.availability-zone", world.place.zones[number % 3])], tags: .list([]))
            }
        }

        mutating func define() -> String {
            let row: Value = ["name": "app", "image": "app:1", "cpu": 64, "memory": 64, "essential": true]
            let shown: Value = ["family": "app", "containerDefinitions": [row]]
            return world.registerTaskDefinition(
                family: "app", shown: shown, tags: .list([]), plan: TaskPlan(shown: shown))
        }

        /// True when a second revision of a service under these settings comes to be COMPLETED.
        mutating func rolls(_ change: (inout ServiceSettings) -> Void) throws -> Bool {
            var settings = ServiceSettings(taskDefinition: define())
            change(&settings)
            let id = try world.createService(
                in: cluster, name: "app", settings: settings, tags: .list([]), createdBy: "test")
            world.advance(by: .minutes(5))
            try #require(world.ecs.services[id]?.deployments.first?.rollout == .completed)
            settings.taskDefinition = define()
            try world.updateService(id, to: settings, force: false)
            world.advance(by: .hours(2))
            return world.ecs.services[id]?.deployments.first?.rollout == .completed
        }
    }

    private static let minimums = [0, 10, 25, 33, 50, 66, 75, 80, 90, 99, 100]
    private static let maximums = [100, 101, 105, 110, 120, 125, 133, 150, 175, 200]

    @Test("the bounds say so exactly where the floor and the ceiling are the count, for every count to 50")
    func arithmetic() {
        for count in 1...50 {
            for minimum in 0...100 {
                for maximum in stride(from: 100, through: 200, by: 1) {
                    let bounds = RolloutBounds(
                        desired: count, minimumHealthyPercent: minimum, maximumPercent: maximum)
                    let floor = Int((Double(count * minimum) / 100).rounded(.up))
                    let ceiling = Int((Double(count * maximum) / 100).rounded(.down))
                    #expect(bounds.isDeadlocked == (floor == count && ceiling == count))
                }
            }
        }
    }

    @Test("a sample of every count to 50 against the world", arguments: 1...50)
    func replicas(count: Int) throws {
        // Four pairs a count, others each time, the narrow ones among them.
        for turn in 0..<4 {
            let minimum = Self.minimums[(count * 7 + turn * 3) % Self.minimums.count]
            let maximum = Self.maximums[(count * 3 + turn * 7) % Self.maximums.count]
            try check(count, turn == 3 ? 100 : minimum, maximum)
        }
    }

    @Test("every pair of percentages at few tasks, where roundings bite", arguments: 1...4)
    func few(count: Int) throws {
        for minimum in Self.minimums { for maximum in [100, 125, 150, 200] { try check(count, minimum, maximum) } }
    }

    private func check(_ count: Int, _ minimum: Int, _ maximum: Int) throws {
        var rig = try Rig(instances: 3)
        let rolls = try rig.rolls { settings in
            settings.desiredCount = count
            settings.deployment.minimumHealthyPercent = minimum
            settings.deployment.maximumPercent = maximum
        }
        let stack = RollStack(count: count, minimum: minimum, maximum: maximum)
        let isRefused = stack.finding("rollout-deadlock") != nil
        #expect(isRefused == !rolls, "\(count) at \(minimum)/\(maximum)")
    }

    @Test("daemons on 1 to 6 instances", arguments: 1...6)
    func daemons(instances: Int) throws {
        for minimum in Self.minimums {
            var rig = try Rig(instances: instances)
            let rolls = try rig.rolls { settings in
                settings.scheduling = .daemon
                settings.deployment.minimumHealthyPercent = minimum
                settings.deployment.maximumPercent = 100
            }
            var stack = RollStack(count: instances, minimum: minimum, maximum: 100)
            stack.service = ["schedulingStrategy": "DAEMON"]
            let isRefused = stack.finding("rollout-deadlock") != nil
            #expect(isRefused == !rolls, "\(instances) instances at \(minimum)")
        }
    }
}
