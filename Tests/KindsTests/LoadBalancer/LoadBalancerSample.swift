import Model

extension KindSample {
    static let loadBalancer = KindSample(
        resource: .sample("LoadBalancer", "demo-api", spec), services: { [FakeLoadBalancing()] },
        changes: [
            SampleChange("/subnets", ["subnet-2", "subnet-3"], ["SetSubnets"]),
            SampleChange("/subnets", ["subnet-2", "subnet-1"], found: [], []),
            SampleChange("/subnets", nil, found: [], []),
            SampleChange("/securityGroups", ["sg-2"], ["SetSecurityGroups"]),
            SampleChange("/ipAddressType", "dualstack", ["SetIpAddressType"]),
            SampleChange("/ipamPools/ipv4IpamPoolId", "ipam-pool-2", ["ModifyIpPools"]),
            SampleChange("/ipamPools", nil, found: ["/ipamPools/ipv4IpamPoolId"], ["ModifyIpPools"]),
            SampleChange("/scheme", "internal", .replaces, []),
            SampleChange("/attributes/idle_timeout.timeout_seconds", nil, attributes),
            SampleChange("/attributes/deletion_protection.enabled", "false", attributes),
            SampleChange("/attributes/access_logs.s3.bucket", nil, found: [], []),
            SampleChange("/tags/team", "web", ["AddTags"]), SampleChange("/tags/team", nil, ["RemoveTags"]),
        ])

    private static let attributes = ["ModifyLoadBalancerAttributes"]

    private static let spec: Value = [
        "scheme": "internet-facing", "ipAddressType": "ipv4", "subnets": ["subnet-1", "subnet-2"],
        "securityGroups": ["sg-1"], "ipamPools": ["ipv4IpamPoolId": "ipam-pool-1"], "tags": ["team": "core"],
        "attributes": [
            "access_logs.s3.enabled": "true", "access_logs.s3.bucket": "logs", "access_logs.s3.prefix": "production",
            "idle_timeout.timeout_seconds": "75", "deletion_protection.enabled": "true",
        ],
    ]
}
