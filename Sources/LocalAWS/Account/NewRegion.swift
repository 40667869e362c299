import Model
public import Simulation

/// What every region of an account holds before anybody has made anything in it.
public enum NewRegion {
    /// The region's world: a default VPC with three subnets, Amazon's images and, unless it is to be `empty`, the
    /// roles that consoles and wizards leave behind. The same seed gives the same ids; each region has its own.
    public static func world(
        account: String, region: String, seed: UInt64, start: Simulation.Instant, physics: Physics = Physics(),
        empty: Bool = false
    ) -> World {
        // Regions share a seed, not their chance.
        let own = Dice.number(of: region, seed: seed)
        let place = AWSPlace(account: account, region: region)
        var world = World(place: place, seed: own, start: start, physics: physics)
        makeNetwork(&world)
        if empty { return world }
        StandardImages.add(to: &world)
        StandardRoles.add(to: &world)
        return world
    }

    /// AWS's default VPC.
    private static func makeNetwork(_ world: inout World) {
        guard let block = CIDR("172.31.0.0/16") else { return }
        let vpc = NetworkRows.makeVpc(&world, block, isDefault: true, tags: [])
        for (index, zone) in world.place.zones.enumerated() {
            guard let part = CIDR("172.31.\(index * 16).0/20") else { continue }
            _ = NetworkRows.makeSubnet(&world, part, zone: zone, vpc: vpc, isDefault: true, tags: [])
        }
        let gateway = NetworkRows.makeGateway(&world, vpc: vpc, tags: [])
        NetworkRows.route(&world, vpc: vpc, to: gateway)
    }
}
