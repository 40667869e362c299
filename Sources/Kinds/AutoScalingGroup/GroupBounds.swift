import Model

/// What EC2 Auto Scaling takes of a group's settings.
enum GroupBounds {
    private static let distribution: FieldPath = "/mixedInstancesPolicy/instancesDistribution"

    static let fields: [FieldBound] =
        ["minSize", "maxSize", "desiredCapacity", "defaultCooldown", "healthCheckGracePeriod"].map {
            FieldBound(FieldPath([$0]), FieldBound.counts)
        } + [
            FieldBound("/desiredCapacityType", words: ["units", "vcpu", "memory-mib"]),
            FieldBound(distribution.appending("onDemandBaseCapacity"), FieldBound.counts),
            FieldBound(distribution.appending("onDemandPercentageAboveBaseCapacity"), 0...100),
            FieldBound(distribution.appending("onDemandAllocationStrategy"), words: ["prioritized", "lowest-price"]),
            FieldBound(
                distribution.appending("spotAllocationStrategy"),
                words: [
                    "price-capacity-optimized", "capacity-optimized", "capacity-optimized-prioritized", "lowest-price",
                ]),
        ]

    /// Counts that are not in their order.
    static func faults(of group: Resource) -> [Diagnostic] {
        let stated = ["minSize", "desiredCapacity", "maxSize"].compactMap { name in
            group.spec[name].flatMap { value in value.integer.map { (name: name, count: $0, place: value.place) } }
        }
        return zip(stated, stated.dropFirst()).filter { $0.count > $1.count }.map { low, high in
            Diagnostic(
                "\(low.name) \(low.count) is above \(high.name) \(high.count)",
                hint: "minSize, desiredCapacity and maxSize rise in this order", at: low.place ?? group.place,
                of: group.id, path: FieldPath([low.name]))
        }
    }
}
