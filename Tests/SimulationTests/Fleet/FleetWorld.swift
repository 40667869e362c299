import Model

@testable import Simulation

/// Worlds with a network, a launch template and shorthands for what tests ask again and again.
enum FleetWorld {
    static let place = AWSPlace(account: "123456789012", region: "eu-west-1")
    static let template = LaunchSource.template(id: "lt-1", version: "1")

    /// Three zones with a subnet each, template `lt-1` with three versions whose instances join cluster `web`.
    static func make(seed: UInt64 = 1, physics: Physics = Physics()) -> World {
        var world = World(
            place: place, seed: seed, start: Instant(milliseconds: 1_790_000_000_000), physics: physics)
        for (number, zone) in place.zones.enumerated() {
            world.registry["ec2/subnet"]["subnet-\(number)"] = [
                "subnetId": .string("subnet-\(number)"), "availabilityZone": .string(zone), "vpcId": "vpc-1",
                "cidrBlock": .string("10.0.\(number * 16).0/20"), "defaultForAz": true,
            ]
        }
        let script = "#!/bin/bash\necho ECS_CLUSTER=web >> /etc/ecs/ecs.config"
        world.registry["ec2/launch-template"]["lt-1"] = [
            "launchTemplateId": "lt-1", "launchTemplateName": "web", "defaultVersionNumber": 1,
            "latestVersionNumber": 3,
            "versions": .list(
                (1...3).map { number in
                    [
                        "versionNumber": .integer(number),
                        "launchTemplateData": [
                            "imageId": .string("ami-\(number)"), "instanceType": "m5.large",
                            "userData": .string(script),
                        ],
                    ]
                }),
        ]
        return world
    }

    static func settings(_ least: Int, _ most: Int, _ desired: Int, mixed: MixedInstances? = nil) -> GroupSettings {
        var settings = GroupSettings(
            minSize: least, maxSize: most, desiredCapacity: desired, source: template,
            subnets: ["subnet-0", "subnet-1", "subnet-2"], zones: [])
        settings.mixed = mixed
        return settings
    }

    static func mixed(
        base: Int = 0, percentage: Int, types: [String] = ["m5.large", "m5a.large"],
        strategy: String = "price-capacity-optimized"
    ) -> MixedInstances {
        var mixed = MixedInstances()
        mixed.onDemandBaseCapacity = base
        mixed.onDemandPercentageAboveBaseCapacity = percentage
        mixed.spotAllocationStrategy = strategy
        mixed.overrides = types.map { MixedInstances.Override(instanceType: $0) }
        return mixed
    }
}

extension World {
    /// A group that has come up.
    mutating func group(
        _ settings: GroupSettings, name: String = "web", hooks: [AutoScalingGroup.Hook] = []
    ) throws(Refusal) -> GroupID {
        let id = try createGroup(name: name, settings: settings, tags: [], hooks: hooks)
        advance(by: .minutes(2))
        return id
    }

    /// A group's instances in service.
    func serving(_ id: GroupID) -> [Instance] {
        (fleet.groups[id]?.instances ?? []).compactMap { fleet.instances[$0] }.filter { $0.lifecycle == .inService }
    }

    /// A group's instances.
    func members(_ id: GroupID) -> [Instance] {
        (fleet.groups[id]?.instances ?? []).compactMap { fleet.instances[$0] }
    }

    func spot(_ id: GroupID) -> Int { serving(id).count(where: \.isSpot) }
    func onDemand(_ id: GroupID) -> Int { serving(id).count { !$0.isSpot } }
    func versions(_ id: GroupID) -> [String] { serving(id).compactMap(\.launchTemplateVersion).sorted() }

    /// How many instances are in service in each zone.
    func byZone(_ id: GroupID) -> [Int] {
        place.zones.map { zone in serving(id).count { $0.zone == zone } }
    }

    func key(_ instance: Instance) -> InstanceID? { fleet.instanceNames[instance.id] }
    func refresh(_ id: GroupID) -> InstanceRefresh? { fleet.groups[id]?.refreshes.first }
    func activities(_ id: GroupID) -> [AutoScalingGroup.Activity] { fleet.groups[id]?.activities ?? [] }

    /// A cluster without anything, put into the world directly.
    @discardableResult
    mutating func cluster(_ name: String = "web") -> ClusterID {
        let id = ecs.clusters.insert(Cluster(name: name, written: .emptyObject, tags: .list([])))
        ecs.clusterNames[name] = id
        return id
    }
}
