import Model

@testable import Simulation

/// A random hour of a cluster, drawn from a seed: services of every kind, good and bad rollouts, drains, losses.
///
/// `run` plays it and gives what was broken on the way; nothing, when the scheduler keeps its word.
struct ECSStory {
    let seed: UInt64
    private let dice: Dice
    private var turn: UInt64 = 0
    private var rig: ECSRig
    private var services: [ServiceID] = []
    private var totals: [Int] = []
    private var laws = ECSLaws()

    init(seed: UInt64) throws {
        self.seed = seed
        dice = Dice(seed: seed ^ 0x5EED)
        rig = try ECSRig(seed: seed, instances: 0)
    }

    private mutating func draw(_ range: ClosedRange<Int64>) -> Int {
        turn += 1
        return Int(dice.number(in: range, .load, seed, turn: turn))
    }

    private mutating func pick<T>(_ items: [T]) -> T { items[draw(0...Int64(items.count - 1))] }

    /// Plays the hour; broken laws, each once, and the timeline's lines.
    mutating func run() throws -> (broken: [String], lines: [String]) {
        for _ in 0..<draw(3...7) { try rig.addInstance(cpu: pick([1024, 2048, 4096])) }
        for number in 0..<draw(1...4) { try addService(number) }
        for _ in 0..<draw(4...12) {
            watch(.seconds(draw(1...400)))
            try act()
        }
        watch(.minutes(10))
        return (laws.broken, rig.world.timeline.entries.map { "\($0.at.milliseconds) \($0.name) \($0.note)" })
    }

    private mutating func watch(_ span: Span) {
        var laws = laws
        rig.watch(span) { rig in laws.look(at: rig.world) }
        self.laws = laws
    }

    private mutating func addService(_ number: Int) throws {
        let (minimum, maximum) = pick([(100, 200), (50, 100), (50, 150), (0, 100), (75, 125), (100, 100), (66, 133)])
        let isDaemon = draw(0...6) == 0
        let plan = plan("app:1")
        let count = draw(0...6)
        let breaker = draw(0...1) == 0
        let chain = pick([[], ["binpack"], ["random"]])
        let rebalances = draw(0...2) == 0
        let strategy: DeploymentSettings.Strategy = pick([
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
        let check = draw(0...1) == 0 ? ECSRig.check : nil
        let fixed = draw(0...5) == 0 ? 8080 : 0
        return ECSRig.plan(
            cpu: pick([128, 256, 512]), memory: pick([256, 1024]), image: image, check: check, hostPort: fixed)
    }

    private mutating func act() throws {
        let id = pick(services)
        switch draw(0...9) {
        case 0, 1, 2: try roll(id)
        case 3: rig.world.setDesiredCount(id, draw(0...7))
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
        try rig.roll(id, plan(pick(["app:2", "app:3", "bad:pull", "bad:crash", "bad:sick"])))
    }

    private mutating func anyInstance() -> ContainerInstanceID? {
        let living = rig.world.ecs.clusters[rig.cluster]?.containerInstances ?? []
        return living.isEmpty ? nil : pick(living)
    }

    private mutating func turnImage() {
        var behaviour = ImageBehaviour(image: pick(["bad:pull", "bad:crash", "bad:sick", "app:1"]))
        switch behaviour.image {
        case "bad:pull": behaviour.failsToPull = true
        case "bad:crash": behaviour.crashesAfter = .seconds(draw(0...60))
        case "bad:sick": behaviour.unhealthyAfter = .seconds(draw(0...60))
        default: behaviour.crashesAfter = .seconds(draw(100...600))
        }
        rig.world.inject(.image(behaviour))
    }
}
