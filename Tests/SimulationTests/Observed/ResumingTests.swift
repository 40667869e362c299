import Model
import Testing

@testable import Simulation

@Suite("What was under way goes on")
struct ResumingTests {
    /// The moments at which `world` first shows what is asked for, over some seeds; in seconds after the observation.
    private func moments(_ observed: ObservedCase, _ isSo: (World) -> Bool) throws -> [Double] {
        let read = try observed.observed()
        return (UInt64(1)...40).compactMap { seed in
            var world = read.world(seed: seed)
            for second in 0..<600 {
                if isSo(world) { return Double(second) }
                world.advance(by: .seconds(1))
            }
            return nil
        }
    }

    private func task(_ world: World, _ id: String = "t1") -> ECSTask? {
        world.ecs.taskNames[id].flatMap { world.ecs.tasks[$0] }
    }

    @Test("A pull that began takes what is left of it")
    func pull() throws {
        var observed = ObservedCase()
        observed.capacity.tasks = [
            ObservedCase.task(
                "t1",
                [
                    "lastStatus": "PENDING", "createdAt": ObservedCase.ago(8), "startedAt": .null,
                    "pullStartedAt": ObservedCase.ago(7),
                ])
        ]
        let times = try moments(observed) { self.task($0)?.lastStatus == .running }
        #expect(times.count == 40)
        // A pull takes 3 to 9 s, a start 1 to 3: two seconds of the pull are left at most.
        #expect(times.allSatisfy { (1...6).contains($0) } && Set(times).count > 1)
    }

    @Test("A drain that began ends when its delay is over")
    func drain() throws {
        var observed = ObservedCase()
        observed.capacity.services[0]["loadBalancers"] = [
            ["targetGroupArn": "arn:tg/api/1", "containerName": "app", "containerPort": 80]
        ]
        observed.capacity.taskDefinitions[0]["containerDefinitions"] = [
            [
                "name": "app", "image": "app:3", "cpu": 256, "memory": 512, "essential": true,
                "portMappings": [["containerPort": 80, "hostPort": 0]],
            ]
        ]
        observed.capacity.targetGroups = [
            [
                "targetGroupArn": "arn:tg/api/1", "targetGroupName": "api", "protocol": "HTTP", "port": 80,
                "loadBalancerArns": ["arn:lb/app/x/1"],
            ]
        ]
        observed.capacity.targetGroupAttributes["arn:tg/api/1"] = ["deregistration_delay.timeout_seconds": "60"]
        observed.capacity.targetHealth["arn:tg/api/1"] = [
            ["target": ["id": "i-1", "port": 40001], "targetHealth": ["state": "draining"]]
        ]
        observed.capacity.tasks = [
            ObservedCase.task(
                "t1",
                [
                    "lastStatus": "DEACTIVATING", "desiredStatus": "STOPPED", "stoppingAt": ObservedCase.ago(50),
                    "containers": [
                        ["name": "app", "networkBindings": [["containerPort": 80, "hostPort": 40001]]]
                    ],
                ])
        ]
        let times = try moments(observed) { self.task($0)?.lastStatus == .stopping }
        #expect(times.count == 40 && times.allSatisfy { (10...11).contains($0) })
    }

    @Test("An instance that boots registers in time, one that never did stays out")
    func boot() throws {
        var observed = ObservedCase()
        observed.addGroup()
        observed.capacity.containerInstances = []
        observed.capacity.tasks = []
        observed.capacity.services = []
        observed.capacity.instances[0]["launchTime"] = ObservedCase.ago(60)
        let times = try moments(observed) { $0.ecs.containerInstances.count == 1 }
        // Launch and registration take 50 to 110 s together.
        #expect(times.count == 40 && times.allSatisfy { $0 <= 51 })
        observed.capacity.instances[0]["launchTime"] = ObservedCase.ago(7200)
        #expect(
            try observed.observed().notes
                == ["instance i-1 is in no cluster, long after its launch: it stays out"])
    }

    @Test("A target in its first checks becomes healthy no sooner than now and no later than its checks take")
    func firstChecks() throws {
        var observed = ObservedCase()
        observed.capacity.services[0]["loadBalancers"] = [
            ["targetGroupArn": "arn:tg/api/1", "containerName": "app", "containerPort": 80]
        ]
        observed.capacity.taskDefinitions[0]["networkMode"] = "awsvpc"
        observed.capacity.targetGroups = [
            [
                "targetGroupArn": "arn:tg/api/1", "targetGroupName": "api", "protocol": "HTTP", "port": 80,
                "loadBalancerArns": ["arn:lb/app/x/1"], "healthCheckIntervalSeconds": 10, "healthyThresholdCount": 3,
            ]
        ]
        observed.capacity.targetHealth["arn:tg/api/1"] = [
            [
                "target": ["id": "10.0.0.7", "port": 80],
                "targetHealth": ["state": "initial", "reason": "Elb.InitialHealthChecking"],
            ]
        ]
        observed.capacity.tasks = [
            ObservedCase.task(
                "t1",
                [
                    "startedAt": ObservedCase.ago(15),
                    "attachments": [
                        [
                            "type": "ElasticNetworkInterface",
                            "details": [["name": "privateIPv4Address", "value": "10.0.0.7"]],
                        ]
                    ],
                ])
        ]
        let times = try moments(observed) { world in
            world.balancing.targetGroups.handles.contains { world.balancing.targetGroups[$0]?.healthyCount == 1 }
        }
        #expect(times.count == 40 && times.allSatisfy { (1...26).contains($0) } && Set(times).count > 5)
    }
}
