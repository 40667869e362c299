import Model

@testable import Simulation

/// A world with a load balancer, a group that is probed every 10 s with two successes, and tasks made by hand.
struct BalancingRig {
    var world: World
    let balancer: LoadBalancerID
    let listener: ListenerID
    let group: String

    /// `attached`: the listener forwards to the group.
    init(seed: UInt64 = 1, attached: Bool = true, attributes: [String: String] = [:]) throws {
        let place = AWSPlace(account: "123456789012", region: "eu-west-1")
        world = World(place: place, seed: seed, start: Instant(milliseconds: 1_700_000_000_000))
        let balancer = try world.createLoadBalancer("alb", settings: ["type": "application"])
        let group = try world.createTargetGroup("web", settings: Self.settings)
        let arn = world.balancing.targetGroups[group]?.arn ?? ""
        world.changeAttributes(of: arn, attributes)
        let action: Value = attached ? ["type": "forward", "targetGroupArn": .string(arn)] : Self.fixed
        listener = try world.createListener(
            on: balancer, settings: ["port": 80, "protocol": "HTTP"], actions: [action])
        self.balancer = balancer
        self.group = arn
    }

    static let fixed: Value = ["type": "fixed-response", "fixedResponseConfig": ["statusCode": "404"]]
    static let settings: Value = [
        "protocol": "HTTP", "port": 80, "targetType": "ip", "healthCheckEnabled": true, "healthCheckProtocol": "HTTP",
        "healthCheckIntervalSeconds": 10, "healthCheckTimeoutSeconds": 5, "healthyThresholdCount": 2,
        "unhealthyThresholdCount": 3,
    ]

    /// A RUNNING task whose application answers, or not.
    mutating func task(answers: Bool = true, status: Int = 503) -> TaskID {
        let plan = TaskPlan(cpu: 256, memory: 256, networkMode: .awsvpc, containers: [])
        let ordinal = world.nextOrdinal()
        var task = ECSTask(
            id: world.hex(32, ordinal), ordinal: ordinal, cluster: Handle(slot: 0, generation: 0), service: nil,
            deployment: 0, taskDefinition: "web:1", plan: plan, createdAt: world.now, startedBy: "",
            group: "service:web",
            tags: .list([]), overrides: .emptyObject, isDaemon: false)
        task.lastStatus = .running
        task.answers = answers
        task.failureStatus = status
        return world.ecs.tasks.insert(task)
    }

    /// Registers a task, as ECS does.
    mutating func register(_ task: TaskID, address: String = "10.0.0.1") throws -> TargetID {
        let id = world.registerTarget(group, id: address, port: 80, zone: "eu-west-1a", task: task)
        guard let id else { throw Refusal("TargetGroupNotFound", group) }
        world.ecs.tasks[task]?.targets.append(id)
        return id
    }

    /// The application begins or ceases to answer.
    mutating func answer(_ task: TaskID, _ answers: Bool) {
        world.ecs.tasks[task]?.answers = answers
        world.applicationAnswers(task, answers)
    }

    func state(_ id: TargetID) -> Target.State? { world.balancing.targets[id]?.state }
    func reason(_ id: TargetID) -> String? { world.balancing.targets[id]?.reason }
    var healthyCount: Int? {
        world.balancing.targetGroupArns[group].flatMap { world.balancing.targetGroups[$0]?.healthyCount }
    }

    /// How long until the target is in this state, to 10 ms; nil when it is not within two minutes.
    mutating func time(until id: TargetID, is state: Target.State) -> Span? {
        let start = world.now
        for _ in 0..<12_000 {
            if self.state(id) == state { return world.now - start }
            world.advance(by: Span(milliseconds: 10))
        }
        return nil
    }
}
