import Model
import Simulation

/// Instance types and what they cost.
enum TypeRows {
    static let operations: [LocalOperation] = [
        .read("DescribeInstanceTypes", describe), .read("DescribeSpotPriceHistory", SpotPrices.describe),
    ]

    private static let filters = [
        "instance-type": "instanceType", "current-generation": "currentGeneration", "bare-metal": "bareMetal",
        "processor-info.supported-architecture": "processorInfo.supportedArchitectures",
        "vcpu-info.default-vcpus": "vCpuInfo.defaultVCpus", "memory-info.size-in-mib": "memoryInfo.sizeInMiB",
        "supported-usage-class": "supportedUsageClasses", "hypervisor": "hypervisor",
        "burstable-performance-supported": "burstablePerformanceSupported",
        "instance-storage-supported": "instanceStorageSupported",
        "supported-root-device-type": "supportedRootDeviceTypes",
        "supported-virtualization-type": "supportedVirtualizationTypes",
    ]

    /// True for Graviton types: `m6g.large`, `t4g.micro`.
    static func isArm(_ type: String) -> Bool { type.prefix { $0 != "." }.last == "g" }

    private static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let names = request.texts("instanceTypes")
        let unknown = names.filter { InstanceType.named($0) == nil }
        guard unknown.isEmpty else {
            throw Refusal(
                "InvalidInstanceType",
                "The following supplied instance types do not exist: [\(unknown.joined(separator: ", "))]")
        }
        let types = InstanceType.all.filter { names.isEmpty || names.contains($0.name) }
        let rows = try EC2Filters(request).select(types.map(row), filters)
        let page = try request.page(rows, size: 100, invalidToken: "InvalidNextToken")
        return .known(["instanceTypes": .list(page.items), "nextToken": .text(page.next)])
    }

    private static func row(_ type: InstanceType) -> Value {
        let isArm = isArm(type.name)
        let isOld = ["m1", "t2", "m4", "c4", "r4"].contains(String(type.name.prefix { $0 != "." }))
        let interfaces = type.cpus <= 2 ? 3 : type.cpus <= 4 ? 4 : type.cpus <= 16 ? 8 : 15
        let threads = isArm || type.cpus == 1 ? 1 : 2
        return [
            "instanceType": .string(type.name), "currentGeneration": .bool(!type.name.hasPrefix("m1.")),
            "freeTierEligible": .bool(["t2.micro", "t3.micro"].contains(type.name)),
            "supportedUsageClasses": ["on-demand", "spot"], "supportedRootDeviceTypes": ["ebs"],
            "supportedVirtualizationTypes": ["hvm"], "bareMetal": false, "hypervisor": isOld ? "xen" : "nitro",
            "processorInfo": ["supportedArchitectures": [isArm ? "arm64" : "x86_64"]],
            "vCpuInfo": [
                "defaultVCpus": .integer(type.cpus), "defaultCores": .integer(type.cpus / threads),
                "defaultThreadsPerCore": .integer(threads),
            ],
            "memoryInfo": ["sizeInMiB": .integer(type.memory)], "instanceStorageSupported": false,
            "ebsInfo": ["ebsOptimizedSupport": "default", "encryptionSupport": "supported"],
            "networkInfo": [
                "maximumNetworkInterfaces": .integer(interfaces), "ipv4AddressesPerInterface": .integer(interfaces * 4),
                "ipv6Supported": true, "enaSupport": isOld ? "supported" : "required", "maximumNetworkCards": 1,
                "networkPerformance": "Up to 10 Gigabit",
            ],
            "burstablePerformanceSupported": .bool(type.name.hasPrefix("t")), "hibernationSupported": false,
            "dedicatedHostsSupported": true, "autoRecoverySupported": true,
            "supportedBootModes": isArm ? ["uefi"] : ["legacy-bios", "uefi"],
        ]
    }
}
