import Model
import Testing

@testable import Simulation

@Suite("EC2 instances")
struct InstanceTests {
    private static let data: Value = ["imageId": "ami-1", "instanceType": "m5.large"]

    private func run(_ world: inout World, count: Int = 1, spot: Bool = false, data: Value = data) throws
        -> [InstanceID]
    {
        try world.runInstances(
            data, template: nil, count: count, zone: "eu-west-1a", subnet: "subnet-0", spot: spot, tags: .list([]))
    }

    @Test("an instance is pending, then running, and keeps its id, zone and address")
    func launch() throws {
        var world = FleetWorld.make()
        let id = try #require(try run(&world).first)
        let instance = try #require(world.fleet.instances[id])
        #expect(instance.state == .pending)
        #expect(instance.id.count == 19 && instance.id.hasPrefix("i-"))
        #expect(instance.privateAddress == "10.0.0.4")
        world.advance(by: .seconds(41))
        #expect(world.fleet.instances[id]?.state == .running)
        #expect(world.fleet.instanceNames[instance.id] == id)
    }

    @Test("addresses of a subnet are given out once each, and again when their holder is gone")
    func addresses() throws {
        var world = FleetWorld.make()
        let ids = try run(&world, count: 40)
        let addresses = ids.compactMap { world.fleet.instances[$0]?.privateAddress }
        #expect(Set(addresses).count == 40)
        world.terminateInstance(ids[0], reason: "User initiated")
        world.advance(by: .minutes(1))
        #expect(!world.fleet.addresses.contains(addresses[0]))
    }

    @Test("a terminated instance is described for an hour")
    func terminate() throws {
        var world = FleetWorld.make()
        let id = try #require(try run(&world).first)
        let name = try #require(world.fleet.instances[id]?.id)
        world.advance(by: .minutes(1))
        world.terminateInstance(id, reason: "User initiated")
        #expect(world.fleet.instances[id]?.state == .shuttingDown)
        world.advance(by: .minutes(30))
        #expect(world.fleet.instances[id]?.state == .terminated)
        world.advance(by: .minutes(50))
        #expect(world.fleet.instances[id] == nil)
        #expect(world.fleet.instanceNames[name] == nil)
    }

    @Test("an instance on demand stops and starts; a Spot instance refuses")
    func stopAndStart() throws {
        var world = FleetWorld.make()
        let id = try #require(try run(&world).first)
        world.advance(by: .minutes(1))
        try world.stopInstance(id)
        world.advance(by: .minutes(1))
        #expect(world.fleet.instances[id]?.state == .stopped)
        try world.startInstance(id)
        world.advance(by: .minutes(1))
        #expect(world.fleet.instances[id]?.state == .running)
        let spot = try #require(try run(&world, spot: true).first)
        world.advance(by: .minutes(1))
        let refusal = #expect(throws: Refusal.self) { try world.stopInstance(spot) }
        #expect(refusal?.code == "UnsupportedOperation")
    }

    @Test("a type in drought is refused with InsufficientInstanceCapacity")
    func drought() {
        var world = FleetWorld.make()
        world.physics.droughts = [SpotPool(instanceType: "m5.large", onDemandToo: true)]
        let refusal = #expect(throws: Refusal.self) { try run(&world) }
        #expect(refusal?.code == "InsufficientInstanceCapacity")
        #expect(refusal?.status == 500)
    }

    @Test("user data names the cluster and the agent's draining, in base64 or plain, the last writing counting")
    func userData() {
        let script =
            "#!/bin/bash\ncat <<'EOF' >> /etc/ecs/ecs.config\nECS_CLUSTER=old\nECS_CLUSTER=\"web-1\"\n"
            + "ECS_ENABLE_SPOT_INSTANCE_DRAINING=true\nEOF"
        #expect(UserData(.string(script)).setting("ECS_CLUSTER") == "web-1")
        #expect(UserData(.string(script)).setting("ECS_ENABLE_SPOT_INSTANCE_DRAINING") == "true")
        #expect(UserData("RUNTX0NMVVNURVI9d2Vi").setting("ECS_CLUSTER") == "web")
        #expect(UserData(Value(.bytes(Array("MY_ECS_CLUSTER=x".utf8)))).setting("ECS_CLUSTER") == nil)
        #expect(UserData(nil).setting("ECS_CLUSTER") == nil)
    }

    @Test("an ECS-optimized image without a named cluster joins default, when there is one")
    func defaultCluster() throws {
        var world = FleetWorld.make()
        let name = "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"
        world.registry["ssm/parameter"][name] = ["name": .string(name), "value": "ami-9"]
        let before = try #require(try run(&world, data: ["imageId": "ami-9"]).first)
        #expect(world.fleet.instances[before]?.joins == nil)
        world.cluster("default")
        let after = try #require(try run(&world, data: ["imageId": "ami-9"]).first)
        #expect(world.fleet.instances[after]?.joins == "default")
    }

    @Test("an image named by a parameter is looked up at launch")
    func parameterImage() throws {
        var world = FleetWorld.make()
        world.registry["ssm/parameter"]["/ami"] = ["name": "/ami", "value": "{\"image_id\":\"ami-7\",\"os\":\"x\"}"]
        world.registry["autoscaling/launch-configuration"]["lc"] = ["imageId": "resolve:ssm:/ami"]
        #expect(try world.recipe(for: .configuration("lc")).data["imageId"] == "ami-7")
    }

    @Test("times in causes are UTC with seconds")
    func times() {
        #expect(CivilTime(Instant(milliseconds: 1_790_000_000_000)).iso8601 == "2026-09-21T14:13:20Z")
        #expect(CivilTime(Instant(milliseconds: 951_782_400_000)).iso8601 == "2000-02-29T00:00:00Z")
    }

    @Test("an instance that its group still lists is described, however long ago it ended")
    func listed() throws {
        var world = FleetWorld.make()
        let group = try world.group(FleetWorld.settings(0, 4, 1))
        let instance = try #require(world.serving(group).first)
        try world.enterStandby(group, instances: [instance.id], decrement: true)
        world.setSuspended(group, processes: ["ReplaceUnhealthy"], true)
        world.inject(.failInstance(instance.id))
        world.advance(by: .hours(3))
        #expect(world.members(group).map(\.state) == [.terminated])
        world.setSuspended(group, processes: [], false)
        world.advance(by: .minutes(1))
        #expect(world.members(group).isEmpty)
    }
}
