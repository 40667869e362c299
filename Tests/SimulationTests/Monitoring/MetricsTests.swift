import Model
import Testing

@testable import Simulation

@Suite("Metrics that the simulation makes")
struct MetricsTests {
    private func service(_ name: String) -> MetricKey {
        MetricKey(namespace: "AWS/ECS", name: name, dimensions: [("ServiceName", "api"), ("ClusterName", "demo")])
    }

    @Test("load is spread over the tasks that answer; average, minimum and maximum are over all that run")
    func utilisation() throws {
        var it = ScalingWorld(running: 3)
        it.addTask(answers: false)
        it.world.physics.load.set("api", requestsPerSecond: 30)
        it.world.advance(by: .minutes(1))
        let cpu = try #require(it.world.monitoring.metrics[service("CPUUtilization")].last)
        #expect(cpu.at == ScalingWorld.start)
        #expect(cpu.count == 4)
        #expect((cpu.minimum, cpu.average, cpu.maximum) == (4000, 64_000, 84_000))
        let memory = try #require(it.world.monitoring.metrics[service("MemoryUtilization")].last)
        #expect((memory.minimum, memory.maximum) == (45_000, 45_200))
    }

    @Test("a task takes no more than its burst, and a service without tasks has no utilisation")
    func limits() {
        var it = ScalingWorld(running: 1)
        it.world.physics.load.set("api", requestsPerSecond: 1000)
        it.world.advance(by: .minutes(1))
        #expect(it.world.monitoring.metrics[service("CPUUtilization")].last?.maximum == 200_000)
        var empty = ScalingWorld(running: 0)
        empty.world.advance(by: .minutes(2))
        #expect(empty.world.monitoring.metrics.all.isEmpty)
    }

    @Test("a load balancer's metrics count a minute's requests, in all and for each target")
    func requests() {
        var it = balanced(running: 4)
        it.world.physics.load.set("api", requestsPerSecond: 10)
        it.world.advance(by: .minutes(1))
        let both = [("LoadBalancer", "app/web/1"), ("TargetGroup", "targetgroup/api/2")]
        #expect(sum(it, "RequestCount", both) == 600_000)
        #expect(sum(it, "RequestCount", [both[0]]) == 600_000)
        #expect(sum(it, "RequestCountPerTarget", both) == 150_000)
        #expect(sum(it, "RequestCountPerTarget", [both[1]]) == 150_000)
        #expect(sum(it, "HealthyHostCount", both) == 1000)
        #expect(sum(it, "UnHealthyHostCount", both) == 0)
        // 24 % CPU of a burst limit of 200 %.
        #expect(sum(it, "TargetResponseTime", both) == 22)
    }

    @Test("requests that nobody answers are the load balancer's errors")
    func errors() {
        var it = balanced(running: 0)
        it.addTask(answers: false)
        it.world.physics.load.set("api", requestsPerSecond: 10)
        it.world.advance(by: .minutes(1))
        #expect(sum(it, "HTTPCode_ELB_5XX_Count", [("LoadBalancer", "app/web/1")]) == 600_000)
        #expect(sum(it, "RequestCount", [("LoadBalancer", "app/web/1")]) == nil)
    }

    @Test("late values find their minute, and old minutes are let go")
    func order() {
        var store = MetricStore()
        store.kept = 8
        let key = ScalingWorld.key
        for minute in [0, 2, 1, 2] { store.put(point(minute, 1000), key) }
        #expect(store[key].map(\.count) == [1, 1, 2])
        for minute in 3..<20 { store.put(point(minute, 1000), key) }
        #expect(store[key].count <= 8)
        #expect(store[key].last?.at == ScalingWorld.start + .minutes(19))
    }

    @Test("periods hold their minutes, and those without data are empty")
    func periods() throws {
        var store = MetricStore()
        let key = ScalingWorld.key
        for minute in [0, 1, 4, 11] { store.put(point(minute, 1000 * (minute + 1)), key) }
        let place = try #require(store.place(of: key))
        let found = store.periods(place, count: 3, of: .minutes(5), until: ScalingWorld.start + .minutes(15))
        #expect(found.map { $0?.sum } == [8000, nil, 12_000])
        #expect(found[0]?.at == ScalingWorld.start)
    }

    private func point(_ minute: Int, _ value: Int) -> DataPoint {
        DataPoint(at: ScalingWorld.start + .minutes(minute), value)
    }

    private func sum(_ it: ScalingWorld, _ name: String, _ dimensions: [(String, String)]) -> Int? {
        let key = MetricKey(namespace: "AWS/ApplicationELB", name: name, dimensions: dimensions)
        return it.world.monitoring.metrics[key].last?.sum
    }

    /// The service behind a load balancer, with one healthy target.
    private func balanced(running: Int) -> ScalingWorld {
        var it = ScalingWorld(running: running)
        let prefix = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:"
        let balancer = it.world.balancing.loadBalancers.insert(
            LoadBalancer(
                name: "web", arn: prefix + "loadbalancer/app/web/1", shown: .emptyObject, attributes: [:],
                tags: .list([]), createdAt: it.world.now))
        let arn = prefix + "targetgroup/api/2"
        let group = it.world.balancing.targetGroups.insert(
            TargetGroup(
                name: "api", arn: arn, ordinal: 9, shown: .emptyObject, attributes: [:], tags: .list([]),
                check: TargetGroup.HealthCheck()))
        it.world.balancing.targetGroupArns[arn] = group
        let target = it.world.balancing.targets.insert(
            Target(
                group: group, ordinal: 10, id: "i-1", port: 80, zone: nil, task: nil, state: .healthy,
                registeredAt: it.world.now))
        it.world.balancing.targetGroups[group]?.loadBalancers = [balancer]
        it.world.balancing.targetGroups[group]?.targets = [target]
        it.world.ecs.services[it.service]?.settings.loadBalancers = [
            ServiceLoadBalancer(targetGroupArn: arn, containerName: "app", containerPort: 80)
        ]
        return it
    }
}
