extension Cluster {
    static let grants = [
        Grant("ecs", .read, "DescribeClusters"),
        Grant("ecs", .make, "CreateCluster", on: ["cluster/*"]),
        Grant("ecs", .change, "UpdateCluster UpdateClusterSettings DeleteCluster", on: ["cluster/*"]),
        Grant("ecs", .tag, "TagResource UntagResource", on: ["cluster/*"]),
    ]
}

extension CapacityProvider {
    static let grants = [
        Grant("ecs", .read, "DescribeCapacityProviders"),
        Grant("ecs", .make, "CreateCapacityProvider", on: ["capacity-provider/*"]),
        Grant("ecs", .change, "UpdateCapacityProvider DeleteCapacityProvider", on: ["capacity-provider/*"]),
        Grant("ecs", .tag, "TagResource UntagResource", on: ["capacity-provider/*"]),
    ]
}

extension ClusterCapacityProviders {
    static let grants = [
        Grant("ecs", .read, "DescribeClusters"),
        Grant("ecs", .change, "PutClusterCapacityProviders", on: ["cluster/*"]),
    ]
}
