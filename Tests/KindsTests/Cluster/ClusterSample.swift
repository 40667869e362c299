import Model

extension KindSample {
    static let cluster = KindSample(
        resource: .sample("Cluster", "demo-api", clusterSpec), services: { [FakeClusters()] },
        changes: [
            SampleChange(
                "/settings/0/value", "enhanced", found: ["/settings/containerInsights/value"], ["UpdateCluster"]),
            SampleChange("/settings", [], found: ["/settings/containerInsights"], ["UpdateCluster"]),
            SampleChange(
                "/configuration/executeCommandConfiguration/logging", "NONE", ["UpdateCluster"]),
            SampleChange("/tags/team", "web", ["TagResource"]), SampleChange("/tags/team", nil, ["UntagResource"]),
        ])

    private static let clusterSpec: Value = [
        "settings": [["name": "containerInsights", "value": "enabled"]],
        "configuration": ["executeCommandConfiguration": ["logging": "DEFAULT"]], "tags": ["team": "core"],
    ]

    static let clusterCapacityProviders = KindSample(
        resource: .sample(
            "ClusterCapacityProviders", "demo-api", providersSpec, of: ResourceID("Cluster", "demo-api")),
        beside: [.sample("Cluster", "demo-api", clusterSpec)], services: { [FakeClusters()] },
        changes: [
            SampleChange("/capacityProviders", ["steady"], put), SampleChange("/capacityProviders", nil, found: [], []),
            SampleChange(
                "/defaultCapacityProviderStrategy/1/weight", 5,
                found: ["/defaultCapacityProviderStrategy/spot/weight"], put),
            SampleChange(
                "/defaultCapacityProviderStrategy/0", nil, found: ["/defaultCapacityProviderStrategy/steady"], put),
            SampleChange("/defaultCapacityProviderStrategy", nil, found: [], []),
        ])

    private static let put = ["PutClusterCapacityProviders"]

    private static let providersSpec: Value = [
        "cluster": .reference(ResourceID("Cluster", "demo-api"), "name"), "capacityProviders": ["spot", "steady"],
        "defaultCapacityProviderStrategy": [
            ["capacityProvider": "steady", "base": 1], ["capacityProvider": "spot", "weight": 1],
        ],
    ]
}
