import Model

extension KindSample {
    static let targetGroup = KindSample(
        resource: .sample("TargetGroup", "api", spec), services: { [FakeLoadBalancing()] },
        changes: [
            SampleChange("/healthCheckPath", "/ready", modify), SampleChange("/healthCheckPath", nil, modify),
            SampleChange("/healthCheckIntervalSeconds", 30, modify),
            SampleChange("/healthCheckTimeoutSeconds", nil, found: [], []),
            SampleChange("/healthyThresholdCount", nil, modify), SampleChange("/matcher/httpCode", "200", modify),
            SampleChange("/healthCheckPort", "8080", modify),
            SampleChange("/protocolVersion", "HTTP1", found: [], []),
            SampleChange("/port", 81, .replaces, []), SampleChange("/targetType", "ip", .replaces, []),
            SampleChange("/attributes/deregistration_delay.timeout_seconds", "60", attributes),
            SampleChange("/attributes/deregistration_delay.timeout_seconds", 30, found: [], []),
            SampleChange("/attributes/slow_start.duration_seconds", nil, attributes),
            SampleChange("/attributes/stickiness.enabled", false, attributes),
            SampleChange("/tags/team", "web", ["AddTags"]), SampleChange("/tags/team", nil, ["RemoveTags"]),
        ])

    private static let modify = ["ModifyTargetGroup"]
    private static let attributes = ["ModifyTargetGroupAttributes"]

    private static let spec: Value = [
        "targetType": "instance", "protocol": "HTTP", "port": 80, "vpcId": "vpc-1", "healthCheckPath": "/healthz",
        "healthCheckIntervalSeconds": 10, "healthCheckTimeoutSeconds": 5, "healthyThresholdCount": 2,
        "unhealthyThresholdCount": 3, "matcher": ["httpCode": "200-399"], "tags": ["team": "core"],
        "attributes": [
            "deregistration_delay.timeout_seconds": "30", "slow_start.duration_seconds": "30",
            "stickiness.enabled": "true", "stickiness.type": "lb_cookie",
            "stickiness.lb_cookie.duration_seconds": "3600",
        ],
    ]
}
