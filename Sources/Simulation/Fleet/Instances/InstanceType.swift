/// An EC2 instance type: what the simulation needs to know of it.
public struct InstanceType: Sendable, Hashable {
    /// `m5.large`.
    public let name: String
    /// Virtual CPUs; ECS counts 1024 units each.
    public let cpus: Int
    /// MiB of memory.
    public let memory: Int
    /// On-demand price in millionths of a dollar an hour (eu-west-1, rounded).
    public let price: Int
    /// MiB that agents were seen to register on it; nil when nobody looked.
    var registeredMemory: Int?

    /// MiB that the ECS agent registers: what the operating system and the agent leave.
    public var ecsMemory: Int { registeredMemory ?? Self.ecsMemory(of: memory) }

    /// The same of `memory` MiB of a type that the simulation need not know.
    public static func ecsMemory(of memory: Int) -> Int { memory - max(64, memory * 47 / 1000) }

    private static let families: [(name: String, memoryPerCPU: Int, pricePerCPU: Int)] = [
        ("m5", 4096, 53_500), ("m5a", 4096, 48_000), ("m5n", 4096, 66_500), ("m6i", 4096, 53_500),
        ("m6a", 4096, 48_150), ("m6g", 4096, 43_000), ("m7i", 4096, 56_200), ("m7a", 4096, 64_500),
        ("m7g", 4096, 45_500), ("m4", 4096, 55_500), ("c4", 1920, 56_500), ("r4", 7808, 74_000), ("c5", 2048, 48_000),
        ("c5a", 2048, 43_500),
        ("c5n", 2688, 61_000), ("c6i", 2048, 48_000), ("c6a", 2048, 43_250), ("c6g", 2048, 39_000),
        ("c7i", 2048, 50_500), ("c7a", 2048, 58_000), ("c7g", 2048, 41_000), ("r5", 8192, 70_500),
        ("r5a", 8192, 63_500), ("r6i", 8192, 70_500), ("r6a", 8192, 63_500), ("r6g", 8192, 56_500),
        ("r7i", 8192, 74_000), ("r7g", 8192, 59_500),
    ]
    private static let sizes: [(name: String, cpus: Int)] = [
        ("large", 2), ("xlarge", 4), ("2xlarge", 8), ("4xlarge", 16), ("8xlarge", 32), ("12xlarge", 48),
        ("16xlarge", 64), ("24xlarge", 96),
    ]
    private static let burstable: [InstanceType] = ["t2", "t3", "t3a", "t4g"].flatMap { family in
        [
            ("nano", 2, 512, 5_700), ("micro", 2, 1024, 11_400), ("small", 2, 2048, 22_800),
            ("medium", 2, 4096, 45_600), ("large", 2, 8192, 91_200), ("xlarge", 4, 16384, 182_400),
            ("2xlarge", 8, 32768, 364_800),
        ].map { InstanceType(name: "\(family).\($0.0)", cpus: $0.1, memory: $0.2, price: $0.3) }
    }
    private static let single: [InstanceType] = [
        InstanceType(name: "m5.medium", cpus: 1, memory: 4096, price: 53_500),
        InstanceType(name: "m6g.medium", cpus: 1, memory: 4096, price: 43_000),
        InstanceType(name: "c6g.medium", cpus: 1, memory: 2048, price: 39_000),
        InstanceType(name: "m1.small", cpus: 1, memory: 1740, price: 47_000),
        InstanceType(name: "t1.micro", cpus: 1, memory: 613, price: 20_000),
    ]

    /// All types that the simulation knows, in order.
    public static let all: [InstanceType] =
        burstable + single
        + families.flatMap { family in
            sizes.map { size in
                InstanceType(
                    name: "\(family.name).\(size.name)", cpus: size.cpus, memory: size.cpus * family.memoryPerCPU,
                    price: size.cpus * family.pricePerCPU)
            }
        }

    private static let byName: [String: InstanceType] = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

    /// The type of this name; nil for one that AWS would not know either.
    public static func named(_ name: String) -> InstanceType? { byName[name] }
}
