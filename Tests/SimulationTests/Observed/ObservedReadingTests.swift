import Model
import Testing

@testable import Simulation

@Suite("Reading what AWS shows into a world")
struct ObservedReadingTests {
    @Test("Without a cluster there is no world, and the error says what could not be read")
    func nothing() {
        var capacity = ObservedCapacity(at: 0)
        capacity.unknown = ["ecs DescribeClusters: AccessDeniedException"]
        let error = #expect(throws: UnreadableCapacity.self) {
            _ = try ObservedWorld(capacity, place: ObservedCase.place)
        }
        #expect(error?.description == "no ACTIVE cluster could be read: ecs DescribeClusters: AccessDeniedException")
    }

    @Test("What runs, where, and of which deployment")
    func whole() throws {
        let world = try ObservedCase().world()
        let service = try #require(world.ecs.services.handles.first.flatMap { world.ecs.services[$0] })
        let task = try #require(service.tasks.first.flatMap { world.ecs.tasks[$0] })
        #expect(service.deployments.map(\.id) == [42])
        #expect(task.id == "t1" && task.deployment == 42 && task.zone == "eu-west-1a")
        let instance = try #require(task.containerInstance.flatMap { world.ecs.containerInstances[$0] })
        #expect(instance.freeCPU == 1792 && instance.freeMemory == 3584)
        #expect(instance.ports.sorted == [22, 2375, 2376, 51678, 51679])
    }

    @Test("Where AWS's clock is ahead of ours, what it told of has happened: tasks that it called steady are healthy")
    func clockAhead() throws {
        var observed = ObservedCase()
        observed.capacity.tasks = [
            ObservedCase.task("t1", ["createdAt": ObservedCase.ago(-890), "startedAt": ObservedCase.ago(-900)])
        ]
        observed.capacity.services[0]["events"] = [["createdAt": ObservedCase.ago(-960)]]
        let read = try observed.observed()
        #expect(read.at == Instant(milliseconds: ObservedCase.at + 960_000))
        let world = read.world(seed: 1)
        let service = try #require(world.ecs.services.handles.first)
        #expect(world.census(of: service).map(\.standing) == [.healthy])
    }

    @Test("What an instance holds beyond the tasks that were seen stays held")
    func held() throws {
        var observed = ObservedCase()
        observed.capacity.containerInstances[0]["remainingResources"] = ObservedCase.resources(1000, 3000)
        let world = try observed.world()
        let instance = try #require(
            world.ecs.containerInstanceNames["ci1"].flatMap { world.ecs.containerInstances[$0] })
        #expect(instance.freeCPU == 1000 && instance.freeMemory == 3000)
    }

    @Test("A task that came after its instance was read holds its room all the same")
    func late() throws {
        var observed = ObservedCase()
        observed.capacity.tasks.append(ObservedCase.task("t2"))
        let world = try observed.world()
        let instance = try #require(
            world.ecs.containerInstanceNames["ci1"].flatMap { world.ecs.containerInstances[$0] })
        #expect(instance.freeCPU == 1536)
    }

    @Test("Services on Fargate are left out, and it is said")
    func fargate() throws {
        var observed = ObservedCase()
        observed.capacity.services[0]["launchType"] = "FARGATE"
        let read = try observed.observed()
        #expect(read.world(seed: 1).ecs.services.count == 0)
        #expect(read.notes == ["service api runs on Fargate, which is not forecast: it is left out"])
    }

    @Test("A task definition that could not be read is made up from its tasks")
    func definition() throws {
        var observed = ObservedCase()
        observed.capacity.taskDefinitions = []
        observed.capacity.tasks[0]["cpu"] = "300"
        observed.capacity.tasks[0]["memory"] = "700"
        let read = try observed.observed()
        let plan = read.world(seed: 1).ecs.taskDefinitions["api:3"]?.plan
        #expect(plan?.cpu == 300 && plan?.memory == 700)
        #expect(read.notes.count == 1 && read.notes[0].hasPrefix("task definition api:3 could not be read"))
    }

    @Test("A service of another controller is taken as it stands")
    func otherController() throws {
        var observed = ObservedCase()
        observed.capacity.services[0]["deployments"] = []
        observed.capacity.services[0]["deploymentController"] = ["type": "EXTERNAL"]
        observed.capacity.tasks[0]["startedBy"] = "somebody"
        let read = try observed.observed()
        var world = read.world(seed: 1)
        world.advance(by: .hours(1))
        let service = try #require(world.ecs.services.handles.first.flatMap { world.ecs.services[$0] })
        #expect(service.tasks.count == 1 && service.deployments.map(\.rollout) == [.completed])
        #expect(read.notes == ["service api is deployed by EXTERNAL: it is taken as it stands"])
        #expect(world.timeline.entries.isEmpty)
    }

    @Test("A target group that could not be read has AWS's defaults, and its tasks can become healthy")
    func targetGroup() throws {
        var observed = ObservedCase()
        observed.capacity.services[0]["loadBalancers"] = [
            ["targetGroupArn": "arn:tg/api/1", "containerName": "app", "containerPort": 80]
        ]
        let read = try observed.observed()
        let world = read.world(seed: 1)
        #expect(world.balancing.targetGroupNames["api"] != nil && world.isAttached(targetGroup: "arn:tg/api/1"))
        #expect(read.notes == ["target group api of service api could not be read: AWS's defaults hold"])
    }

    @Test("Instances of a type that only EC2 knows come as their sisters registered")
    func unknownType() throws {
        var observed = ObservedCase()
        observed.addGroup(desired: 2)
        let read = try observed.observed()
        #expect(read.notes == [])
        var world = read.world(seed: 3)
        world.advance(by: .minutes(5))
        let instances = world.ecs.containerInstances.handles.compactMap { world.ecs.containerInstances[$0] }
        #expect(instances.map(\.cpu) == [2048, 2048] && instances.map(\.memory) == [4096, 4096])
        #expect(instances.last?.attributes.first { $0.name == "ecs.ami-id" }?.value == "ami-7")
    }

    @Test("A template that could not be read is made up from an instance that it started")
    func template() throws {
        var observed = ObservedCase()
        observed.addGroup(desired: 2)
        observed.capacity.launchTemplateVersions = []
        let read = try observed.observed()
        var world = read.world(seed: 3)
        world.advance(by: .minutes(5))
        #expect(world.ecs.containerInstances.count == 2)
        #expect(read.notes == ["what group g starts instances from could not be read: new ones are like those it has"])
    }

    @Test("Lifecycle states that are not simulated leave an instance out of its group")
    func warmPool() throws {
        var observed = ObservedCase()
        observed.addGroup()
        observed.capacity.groups[0]["instances"] = [["instanceId": "i-9", "lifecycleState": "Warmed:Stopped"]]
        #expect(
            try observed.observed().notes
                == ["instance i-9 is Warmed:Stopped, which is not forecast: it is left out of its group"])
    }
}
