import Testing

@testable import Simulation

@Suite("Placement")
struct PlacementTests {
    /// How many of a service's tasks each instance has.
    private func spread(_ rig: ECSRig, _ id: ServiceID) -> [Int] {
        rig.instances.map { place in rig.tasks(id).count { $0.containerInstance == place } }
    }

    @Test("without strategy tasks are spread over zones, then instances")
    func spread() throws {
        var rig = try ECSRig(instances: 6)
        let id = try rig.service(count: 6)
        rig.world.advance(by: .minutes(1))
        #expect(spread(rig, id) == [1, 1, 1, 1, 1, 1])
    }

    @Test("binpack fills the instance that has least left")
    func binpack() throws {
        var rig = try ECSRig(instances: 3, memory: 2048)
        let id = try rig.service(count: 5) {
            $0.placementStrategy = [PlacementStrategy(type: "binpack", field: "MEMORY")]
        }
        rig.world.advance(by: .minutes(1))
        #expect(spread(rig, id).sorted() == [0, 1, 4])
    }

    @Test("a chain: balanced over zones, packed within them")
    func chain() throws {
        var rig = try ECSRig(instances: 6)
        let id = try rig.service(count: 6) {
            $0.placementStrategy = [
                PlacementStrategy(type: "spread", field: "attribute:ecs.availability-zone"),
                PlacementStrategy(type: "binpack", field: "CPU"),
            ]
        }
        rig.world.advance(by: .minutes(1))
        #expect(rig.zones(id) == [2, 2, 2])
        #expect(spread(rig, id).sorted() == [0, 0, 0, 2, 2, 2])
    }

    @Test("distinctInstance puts one on each, and no more than there are")
    func distinct() throws {
        var rig = try ECSRig(instances: 3)
        let id = try rig.service(count: 5) { $0.placementConstraints = [PlacementConstraint(type: "distinctInstance")] }
        rig.world.advance(by: .minutes(1))
        #expect(spread(rig, id) == [1, 1, 1])
        #expect(rig.events(id, "was unable to place a task") == 1)
    }

    @Test("memberOf keeps tasks where the expression holds")
    func memberOf() throws {
        var rig = try ECSRig(instances: 2)
        let disk = try rig.addInstance(attributes: [("disk", "ssd")])
        let id = try rig.service(count: 4) {
            $0.placementConstraints = [PlacementConstraint(type: "memberOf", expression: "attribute:disk == ssd")]
        }
        rig.world.advance(by: .minutes(1))
        #expect(rig.tasks(id).count == 4)
        #expect(rig.tasks(id).allSatisfy { $0.containerInstance == disk })
    }

    @Test(
        "an instance is never filled beyond its CPU; what finds no room under EC2 is not made, and the event says why")
    func full() throws {
        var rig = try ECSRig(instances: 1, cpu: 1024)
        let id = try rig.service(count: 6)
        rig.world.advance(by: .minutes(1))
        #expect(rig.tasks(id).count == 4)
        #expect(rig.world.ecs.containerInstances[rig.instances[0]]?.freeCPU == 0)
        #expect(rig.events(id, "has insufficient CPU units available") == 1)
        try rig.addInstance()
        rig.world.advance(by: .minutes(2))
        #expect(rig.count(id, .healthy) == 6)
    }

    @Test("a fixed host port is taken once an instance; dynamic ones are the lowest that are free")
    func ports() throws {
        var rig = try ECSRig(instances: 2)
        let fixed = try rig.service("fixed", count: 3, plan: ECSRig.plan(hostPort: 80))
        let free = try rig.service("free", count: 4)
        rig.world.advance(by: .minutes(1))
        #expect(spread(rig, fixed) == [1, 1])
        #expect(rig.tasks(fixed).flatMap(\.hostPorts) == [80, 80])
        #expect(rig.tasks(free).flatMap(\.hostPorts).sorted() == [32768, 32768, 32769, 32769])
    }

    @Test("the agent's own ports are taken")
    func agent() throws {
        var rig = try ECSRig(instances: 1)
        let id = try rig.service(count: 1, plan: ECSRig.plan(hostPort: 22))
        rig.world.advance(by: .minutes(1))
        #expect(rig.tasks(id).isEmpty)
        #expect(rig.events(id, "already using a port") == 1)
    }

    @Test("random placement is the same for the same seed")
    func random() throws {
        let runs = try [7, 7, 8].map { (seed: UInt64) in
            var rig = try ECSRig(seed: seed, instances: 9)
            let id = try rig.service(count: 9) { $0.placementStrategy = [PlacementStrategy(type: "random")] }
            rig.world.advance(by: .minutes(1))
            return spread(rig, id)
        }
        #expect(runs[0] == runs[1])
        #expect(runs[0] != runs[2])
    }

    @Test("bases are filled first, then weights decide")
    func shares() {
        var shares = ProviderShares([
            CapacityProviderStrategyItem(capacityProvider: "spot", weight: 3),
            CapacityProviderStrategyItem(capacityProvider: "steady", weight: 1, base: 2),
        ])
        let chosen = (0..<10).compactMap { _ in shares.next()?.capacityProvider }
        #expect(chosen.prefix(2) == ["steady", "steady"])
        #expect(chosen.count { $0 == "spot" } == 6)
        #expect(chosen.count { $0 == "steady" } == 4)
    }
}

@Suite("The cluster query language")
struct ClusterQueryTests {
    private static let instance: [String: [String]] = [
        "attribute:ecs.instance-type": ["t3.small"], "attribute:ecs.availability-zone": ["eu-west-1a"],
        "attribute:gpu": [""], "task:group": ["service:api", "service:web"], "registeredAt": ["1700000000"],
        "ec2InstanceId": ["i-1"],
    ]

    @Test(
        "expressions hold or do not",
        arguments: [
            ("attribute:ecs.instance-type == t3.small", true), ("attribute:ecs.instance-type != t3.small", false),
            ("attribute:ecs.instance-type =~ t3.*", true), ("attribute:ecs.instance-type =~ t3", false),
            ("attribute:ecs.instance-type in [t2.small, t3.small]", true),
            ("attribute:ecs.availability-zone not_in [eu-west-1b, eu-west-1c]", true),
            ("attribute:gpu exists", true), ("attribute:gpu !exists", false), ("attribute:disk !exists", true),
            ("not (attribute:gpu exists)", false), ("task:group == service:api", true),
            ("not (task:group == service:db)", true), ("registeredAt > 1600000000", true),
            ("attribute:ecs.instance-type == t2.small or (ec2InstanceId == i-1 and attribute:gpu exists)", true),
            ("attribute:ecs.instance-type =~ (t2|t3)\\..* and attribute:ecs.availability-zone == 'eu-west-1a'", true),
        ])
    func holds(text: String, result: Bool) throws {
        let query = try #require(ClusterQuery(text))
        #expect(query.holds { Self.instance[$0] ?? [] } == result)
    }

    @Test(
        "what is no expression is none", arguments: ["", "attribute:x", "attribute:x ==", "(a == b", "a in [b", "== b"])
    func broken(text: String) { #expect(ClusterQuery(text) == nil) }
}
