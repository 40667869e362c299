import Model
import Simulation

/// A cluster on groups of several types, zones and purchase options, with services of all sorts, at rest.
struct RandomStack {
    /// A service of it.
    struct Member {
        let name: String
        let id: ServiceID
        /// Its container, as RegisterTaskDefinition takes it.
        let container: Value
        let desired: Int
        let least: Int
        let most: Int
        let strategy: [CapacityProviderStrategyItem]
    }

    /// A group of it.
    struct Base {
        let name: String
        let onDemandBase: Int
        let onDemandPercentage: Int
        let isMixed: Bool
        let isProtected: Bool
    }

    var world: World
    var services: [Member] = []
    var groups: [Base] = []
    var chance: Chance
    let cluster: ClusterID
    let listener: ListenerID
    static let place = AWSPlace(account: "123456789012", region: "eu-west-1")
    static let clusterName = "web"

    /// Nothing but a cluster, a load balancer and a network, in a world of this chance and these times.
    init(empty physics: Physics, seed: UInt64, _ chance: Chance) throws {
        self.chance = chance
        world = World(
            place: Self.place, seed: seed, start: Instant(milliseconds: 1_790_000_000_000), physics: physics)
        cluster = world.createCluster(name: Self.clusterName, written: .emptyObject, tags: .list([]))
        let balancer = try world.createLoadBalancer("web", settings: ["type": "application"])
        let fixed: Value = ["type": "fixed-response", "fixedResponseConfig": ["statusCode": "404"]]
        listener = try world.createListener(
            on: balancer, settings: ["port": 80, "protocol": "HTTP"], actions: [fixed])
        writeNetwork()
    }

    /// Stack `number`; its world's chance and times are its own.
    init(_ number: Int) throws {
        var chance = Chance(seed: UInt64(number))
        let physics = TrueTimes.draw(&chance)
        try self.init(empty: physics, seed: UInt64(number) &* 7919, chance)
        let wanted = (0..<self.chance.draw(1...4)).map { _ in self.chance.draw(1...12) }
        try addGroups(for: wanted.reduce(0, +))
        for (number, desired) in wanted.enumerated() { try addService(number, desired) }
        world.advance(by: .minutes(self.chance.draw(25...40)))
        world.advance(by: .seconds(self.chance.draw(0...59)))
    }

    /// True when every task runs and every service's deployment is done.
    var isAtRest: Bool {
        services.allSatisfy { member in
            world.ecs.services[member.id]?.deployments.first?.rollout == .completed
                && world.ecs.services[member.id]?.tasks.count == member.desired
        } && world.ecs.clusters[cluster]?.waiting.isEmpty == true
    }

    mutating func writeNetwork() {
        for (number, zone) in world.place.zones.prefix(chance.draw(1...3)).enumerated() {
            world.registry["ec2/subnet"]["subnet-\(number)"] = [
                "subnetId": .string("subnet-\(number)"), "availabilityZone": .string(zone), "vpcId": "vpc-1",
                "cidrBlock": .string("10.0.\(number * 64).0/18"), "defaultForAz": true,
            ]
        }
        let script = "#!/bin/bash\necho ECS_CLUSTER=\(Self.clusterName) >> /etc/ecs/ecs.config"
        let data: Value = ["imageId": "ami-1", "instanceType": "m5.large", "userData": .string(script)]
        world.registry["ec2/launch-template"]["lt-1"] = [
            "launchTemplateId": "lt-1", "launchTemplateName": "web", "defaultVersionNumber": 1,
            "latestVersionNumber": 1,
            "versions": [["versionNumber": 1, "launchTemplateData": data, "defaultVersion": true]],
        ]
    }

    /// One or two groups with room for so many tasks together, and some more or less to spare.
    private mutating func addGroups(for tasks: Int) throws {
        let count = chance.draw(1...2)
        for number in 0..<count {
            let size = max(1, (tasks + 2) / 3 / count + chance.draw(0...2))
            let subnets = world.registry["ec2/subnet"].all.map(\.key)
            var settings = GroupSettings(
                minSize: size, maxSize: size * 2 + chance.draw(0...3), desiredCapacity: size,
                source: .template(id: "lt-1", version: "1"), subnets: subnets, zones: [])
            let base = Base(
                name: "g\(number)", onDemandBase: chance.draw(0...1), onDemandPercentage: chance.pick([0, 0, 50, 100]),
                isMixed: !chance.oneIn(3), isProtected: chance.oneIn(3))
            if base.isMixed { settings.mixed = mixed(base) }
            let isManaged = !chance.oneIn(3)
            settings.newInstancesProtected = base.isProtected && isManaged
            _ = try world.createGroup(name: base.name, settings: settings, tags: [], hooks: [])
            var scaling = CapacityProvider.ManagedScaling()
            scaling.enabled = isManaged
            scaling.targetCapacity = chance.pick([100, 100, 80])
            scaling.instanceWarmupPeriod = .seconds(chance.pick([0, 60, 300]))
            _ = try world.createCapacityProvider(
                name: "cp-\(number)", group: base.name, scaling: scaling, protection: settings.newInstancesProtected,
                draining: !chance.oneIn(4), tags: .list([]))
            groups.append(base)
        }
        try world.putClusterCapacityProviders(
            cluster, providers: groups.indices.map { "cp-\($0)" },
            strategy: [CapacityProviderStrategyItem(capacityProvider: "cp-0", weight: 1)])
        world.advance(by: .minutes(6))
    }

    mutating func mixed(_ base: Base) -> MixedInstances {
        var mixed = MixedInstances()
        mixed.onDemandBaseCapacity = base.onDemandBase
        mixed.onDemandPercentageAboveBaseCapacity = base.onDemandPercentage
        mixed.spotAllocationStrategy = chance.pick(["price-capacity-optimized", "capacity-optimized", "lowest-price"])
        let types = chance.pick([["m5.large", "m5a.large"], ["m5.large", "m6i.xlarge"], ["c5.xlarge", "m5.xlarge"]])
        mixed.overrides = types.map { MixedInstances.Override(instanceType: $0) }
        return mixed
    }
}
