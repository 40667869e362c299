import Model

@testable import Planning
@testable import Simulation

/// A region at rest whose tasks run on the Spot instances of one group, in three zones.
struct SpotRig {
    private(set) var world: World
    private let cluster: ClusterID
    private static let place = AWSPlace(account: "123456789012", region: "eu-west-1")

    /// `instances` of one type; `drains` says whether agents leave on Spot's notice, `onDemand` how many are none of Spot's.
    init(
        _ instances: Int = 3, maxSize: Int? = nil, types: [String] = ["m5.large"], onDemand: Int = 0,
        drains: Bool = true
    ) throws {
        world = World(place: Self.place, seed: 3, start: Instant(milliseconds: 1_790_000_000_000))
        cluster = world.createCluster(name: "web", written: .emptyObject, tags: .list([]))
        for (number, zone) in Self.place.zones.enumerated() {
            world.registry["ec2/subnet"]["subnet-\(number)"] = [
                "subnetId": .string("subnet-\(number)"), "availabilityZone": .string(zone), "vpcId": "vpc-1",
                "cidrBlock": .string("10.0.\(number * 16).0/20"), "defaultForAz": true,
            ]
        }
        let script =
            "#!/bin/bash\necho ECS_CLUSTER=web >> /etc/ecs/ecs.config\n"
            + "echo ECS_ENABLE_SPOT_INSTANCE_DRAINING=\(drains) >> /etc/ecs/ecs.config\n"
        let data: Value = ["imageId": "ami-1", "instanceType": "m5.large", "userData": .string(script)]
        world.registry["ec2/launch-template"]["lt-1"] = [
            "launchTemplateId": "lt-1", "launchTemplateName": "web", "defaultVersionNumber": 1,
            "latestVersionNumber": 1, "versions": [["versionNumber": 1, "launchTemplateData": data]],
        ]
        var settings = GroupSettings(
            minSize: 0, maxSize: maxSize ?? instances, desiredCapacity: instances,
            source: .template(id: "lt-1", version: "1"), subnets: ["subnet-0", "subnet-1", "subnet-2"], zones: [])
        var mixed = MixedInstances()
        mixed.onDemandBaseCapacity = onDemand
        mixed.onDemandPercentageAboveBaseCapacity = 0
        mixed.spotAllocationStrategy = "price-capacity-optimized"
        mixed.overrides = types.map { MixedInstances.Override(instanceType: $0) }
        settings.mixed = mixed
        _ = try world.createGroup(name: "web", settings: settings, tags: [], hooks: [])
        world.advance(by: .minutes(5))
    }

    /// A service of `desired` tasks under these percentages that has come to rest.
    mutating func add(
        _ name: String, desired: Int, _ least: Int, _ most: Int, cpu: Int = 256,
        _ edit: (inout ServiceSettings) -> Void = { _ in }
    ) throws {
        let shown = ForecastRig.definition(name, "app:1", cpu: cpu)
        let definition = world.registerTaskDefinition(
            family: name, shown: shown, tags: .list([]), plan: TaskPlan(shown: shown))
        var settings = ServiceSettings(taskDefinition: definition)
        settings.desiredCount = desired
        settings.deployment.minimumHealthyPercent = least
        settings.deployment.maximumPercent = most
        settings.launchType = "EC2"
        edit(&settings)
        _ = try world.createService(
            in: cluster, name: name, settings: settings, tags: .list([]), createdBy: "test")
        world.advance(by: .minutes(5))
    }

    /// The check of `calls` from this moment.
    func check(_ calls: [(ResourceID, PlannedCall)] = [], seeds: Int = 3) -> SpotCheck {
        var options = SpotCheckOptions()
        options.seeds = seeds
        let world = world
        return SpotCheck(ForecastRig.plan(calls), options: options) { world.future(seed: $0, physics: $1) }
    }

    /// Where Spot instances run, a zone each.
    var zones: [String] {
        world.fleet.instances.handles.compactMap { world.fleet.instances[$0] }
            .filter { $0.isSpot && $0.state == .running }.map(\.zone).sorted()
    }
}
