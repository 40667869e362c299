import Model

/// Subnets and instance types.
extension ObservedReader {
    mutating func readNetwork() {
        for row in rows(observed.subnets) {
            if let id = row.text("subnetId") { world.registry["ec2/subnet"][id] = row.without([]) }
        }
    }

    /// Types as EC2 describes them; what agents register on them is taken from the instances that are there.
    mutating func readTypes() {
        for row in observed.instanceTypes.map(ObservedRow.init) {
            guard let name = row.text("instanceType"), let cpus = row.row("vCpuInfo").number("defaultVCpus"),
                let memory = row.row("memoryInfo").number("sizeInMiB")
            else { continue }
            world.fleet.types[name] = InstanceType(
                name: name, cpus: cpus, memory: memory, price: Self.price(name, cpus: cpus, memory: memory))
        }
    }

    /// The on-demand price of a type that has none in the table: what its CPUs and its memory cost elsewhere.
    private static func price(_ name: String, cpus: Int, memory: Int) -> Int {
        InstanceType.named(name)?.price ?? cpus * 40_000 + memory * 3_750 / 1024
    }

    /// The newest registration of a type says what the next instance of it will register.
    mutating func learn(type name: String, registeredMemory memory: Int) {
        guard var type = world.fleet.type(named: name) else { return }
        type.registeredMemory = memory
        world.fleet.types[name] = type
    }
}
