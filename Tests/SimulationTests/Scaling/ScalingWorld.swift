import Model

@testable import Simulation

/// A world with one service, whose tasks are put there by hand, and a metric that tests set.
struct ScalingWorld {
    var world: World
    let cluster: ClusterID
    let service: ServiceID
    let target = ScalableTarget.Identity(
        namespace: "ecs", resourceID: "service/demo/api", dimension: "ecs:service:DesiredCount")
    static let key = MetricKey(namespace: "App", name: "Backlog", dimensions: [("Queue", "jobs")])
    /// 2026-07-01T00:00:00Z.
    static let start = CivilTime(year: 2026, month: 7, day: 1).instant()

    /// `running` tasks of 256 CPU units that run and answer, and as many wanted.
    init(running: Int, start: Instant = Self.start) {
        world = World(
            place: AWSPlace(account: "123456789012", region: "eu-west-1"), seed: 1, start: start)
        cluster = world.ecs.clusters.insert(Cluster(name: "demo", written: .emptyObject, tags: .list([])))
        world.ecs.clusterNames["demo"] = cluster
        var settings = ServiceSettings(taskDefinition: "api:1")
        settings.desiredCount = running
        service = world.ecs.services.insert(
            Service(
                name: "api", ordinal: 1, cluster: cluster, settings: settings, tags: .list([]), createdAt: start,
                createdBy: "arn:aws:iam::123456789012:root"))
        world.ecs.services[service]?.revisions = [ServiceRevision(id: 1, settings: settings, createdAt: start)]
        world.ecs.clusters[cluster]?.services = [service]
        world.ecs.clusters[cluster]?.serviceNames["api"] = service
        for _ in 0..<running { addTask() }
    }

    @discardableResult
    mutating func addTask(answers: Bool = true) -> TaskID {
        let ordinal = world.nextOrdinal()
        let plan = TaskPlan(cpu: 256, memory: 512, networkMode: .bridge, containers: [])
        var task = ECSTask(
            id: world.hex(32, ordinal), ordinal: ordinal, cluster: cluster, service: service, deployment: 1,
            taskDefinition: "api:1", plan: plan, createdAt: world.now, startedBy: "ecs-svc/1",
            group: "service:api",
            tags: .list([]), overrides: .emptyObject, isDaemon: false)
        task.lastStatus = .running
        task.answers = answers
        let id = world.ecs.tasks.insert(task)
        world.ecs.services[service]?.tasks.append(id)
        return id
    }

    mutating func setRollout(_ rollout: Deployment.Rollout) {
        world.ecs.services[service]?.deployments = [
            Deployment(
                id: 1, revision: 0, rollout: rollout, reason: "", desiredCount: 1, createdAt: world.now,
                updatedAt: world.now)
        ]
    }

    mutating func register(_ least: Int, _ most: Int) throws {
        var change = ScalableTargetChange()
        change.minCapacity = least
        change.maxCapacity = most
        _ = try world.registerScalableTarget(target, change)
    }

    /// A target tracking policy on `key` (or another metric of its namespace).
    mutating func track(
        _ value: Double, name: String = "backlog", metric: String = "Backlog", _ more: [String: Value] = [:]
    ) throws {
        let specification: Value = [
            "namespace": "App", "metricName": .string(metric), "statistic": "Average",
            "dimensions": [["name": "Queue", "value": "jobs"]],
        ]
        var configuration: [String: Value] = [
            "targetValue": Value(.number(value)), "customizedMetricSpecification": specification,
        ]
        configuration.merge(more) { $1 }
        _ = try world.putScalingPolicy(
            name, on: target, type: "TargetTrackingScaling", configuration: .object(configuration))
    }

    /// Lets minutes pass in which the metric has this value; nil for minutes without data.
    mutating func pass(_ minutes: Int, _ value: Double?, metric: String = "Backlog") {
        for _ in 0..<minutes {
            let key = MetricKey(namespace: "App", name: metric, dimensions: [("Queue", "jobs")])
            if let value { world.putMetricData(key, DataPoint(at: world.now, Thousandths.of(value))) }
            world.advance(by: .minutes(1))
        }
    }

    /// What was done, newest first.
    var activities: [String] { world.scaling[target]?.activities.map(\.description) ?? [] }
    /// The count that was set last; nil when none was.
    var lastCount: Int? {
        activities.first { $0.hasPrefix("Setting desired count to ") }.flatMap {
            Int($0.dropFirst("Setting desired count to ".count).dropLast())
        }
    }
}
