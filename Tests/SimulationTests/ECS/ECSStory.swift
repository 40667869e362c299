import Model

@testable import Simulation

/// A random hour of a cluster, drawn from a seed: services of every kind, good and bad rollouts, drains, losses.
///
/// `run` plays it and gives what was broken on the way; nothing, when the scheduler keeps its word.
struct ECSStory {
    private var chance: Chance
    private var rig: ECSRig
    private var services: [ServiceID] = []
    private var laws = WorldLaws()

    init(seed: UInt64) throws {
        chance = Chance(seed: seed)
        rig = try ECSRig(seed: seed, instances: 0)
    }

    /// Plays the hour; broken laws, each once, and the timeline's lines.
    mutating func run() throws -> (broken: [String], lines: [String]) {
        for _ in 0..<chance.draw(3...7) { try rig.addInstance(cpu: chance.pick([1024, 2048, 4096])) }
        for number in 0..<chance.draw(1...4) { try addService(number) }
        for _ in 0..<chance.draw(4...12) {
            watch(.seconds(chance.draw(1...400)))
            try act()
        }
        watch(.minutes(10))
        laws.restart(rig.world)
        return (laws.broken, rig.world.timeline.entries.map { "\($0.at.milliseconds) \($0.name) \($0.note)" })
    }

    private mutating func watch(_ span: Span) { laws.watch(&rig.world, for: span) }

    private mutating func addService(_ number: Int) throws {
        let (minimum, maximum) = chance.pick([
            (100, 200), (50, 100), (50, 150), (0, 100), (75, 125), (100, 100), (66, 133),
        ])
        let isDaemon = chance.draw(0...6) == 0
        let plan = plan("app:1")
        let count = chance.draw(0...6)
        let breaker = chance.draw(0...1) == 0
        let chain = chance.pick([[], ["binpack"], ["random"]])
        let rebalances = chance.draw(0...2) == 0
        let strategy: DeploymentSettings.Strategy = chance.pick([
            .rolling, .rolling, .blueGreen, .canary(permille: 100, bake: .minutes(1)),
        ])
        let id = try rig.service("s\(number)", count: count, minimum, isDaemon ? 100 : maximum, plan: plan) {
            $0.scheduling = isDaemon ? .daemon : .replica
            $0.deployment.circuitBreaker.enable = breaker
            $0.deployment.circuitBreaker.rollback = breaker
            $0.deployment.strategy = isDaemon ? .rolling : strategy
            $0.placementStrategy = chain.map { PlacementStrategy(type: $0, field: $0 == "binpack" ? "CPU" : "") }
            $0.rebalancesZones = rebalances
        }
        services.append(id)
    }

    private mutating func plan(_ image: String) -> TaskPlan {
        let check = chance.draw(0...1) == 0 ? ECSRig.check : nil
        let fixed = chance.draw(0...5) == 0 ? 8080 : 0
        return ECSRig.plan(
            cpu: chance.pick([128, 256, 512]), memory: chance.pick([256, 1024]), image: image, check: check,
            hostPort: fixed)
    }

    private mutating func act() throws {
        let id = chance.pick(services)
        switch chance.draw(0...9) {
        case 0, 1, 2: try roll(id)
        case 3: rig.world.setDesiredCount(id, chance.draw(0...7))
        case 4: if let place = anyInstance() { rig.world.drain(place, reason: "story") }
        case 5: for place in rig.instances { rig.world.undrain(place) }
        case 6: if let place = anyInstance() { rig.world.containerInstanceLost(place) }
        case 7: try rig.addInstance()
        case 8: turnImage()
        default:
            if let task = rig.tasks(id).first(where: { $0.isWanted }), let handle = rig.world.ecs.taskNames[task.id] {
                rig.world.protectTask(handle, until: rig.world.now + .minutes(5))
            }
        }
        laws.restart(rig.world)
    }

    private mutating func roll(_ id: ServiceID) throws {
        guard rig.world.ecs.services[id]?.status == .active else { return }
        try rig.roll(id, plan(chance.pick(["app:2", "app:3", "bad:pull", "bad:crash", "bad:sick"])))
    }

    private mutating func anyInstance() -> ContainerInstanceID? {
        let living = rig.world.ecs.clusters[rig.cluster]?.containerInstances ?? []
        return living.isEmpty ? nil : chance.pick(living)
    }

    private mutating func turnImage() {
        var behaviour = ImageBehaviour(image: chance.pick(["bad:pull", "bad:crash", "bad:sick", "app:1"]))
        switch behaviour.image {
        case "bad:pull": behaviour.failsToPull = true
        case "bad:crash": behaviour.crashesAfter = .seconds(chance.draw(0...60))
        case "bad:sick": behaviour.unhealthyAfter = .seconds(chance.draw(0...60))
        default: behaviour.crashesAfter = .seconds(chance.draw(100...600))
        }
        rig.world.inject(.image(behaviour))
    }
}
