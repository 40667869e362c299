import Model

extension KindSample {
    static let listener = KindSample(
        resource: .sample("Listener", "demo-api/443", spec, awsName: "443", of: ResourceID("LoadBalancer", "demo-api")),
        services: { [FakeLoadBalancing()] },
        changes: [
            SampleChange("/sslPolicy", "ELBSecurityPolicy-TLS13-1-3-2021-06", ["ModifyListener"]),
            SampleChange("/sslPolicy", nil, ["ModifyListener"]),
            SampleChange(
                "/certificates/0/certificateArn", "arn:aws:acm:3", found: certificates(added: 3, removed: 1),
                ["ModifyListener"]),
            SampleChange(
                "/certificates/1/certificateArn", "arn:aws:acm:3", found: certificates(added: 3, removed: 2),
                ["AddListenerCertificates", "RemoveListenerCertificates"]),
            SampleChange(
                "/certificates/1", nil, found: ["/certificates/arn:aws:acm:2"], ["RemoveListenerCertificates"]),
            SampleChange(
                "/defaultActions/0", ["type": "forward", "forwardConfig": one("arn:aws:tg/api")], found: [], []),
            SampleChange(
                "/defaultActions/0/targetGroupArn", "arn:aws:tg/web", .movesTraffic, ["ModifyListener"]),
            SampleChange(
                "/defaultActions/0", ["type": "forward", "forwardConfig": two],
                found: ["/defaultActions/0/forwardConfig", "/defaultActions/0/targetGroupArn"], .movesTraffic,
                ["ModifyListener"]),
            SampleChange(
                "/defaultActions/0", ["type": "redirect", "redirectConfig": ["statusCode": "HTTP_301"]],
                found: [
                    "/defaultActions/0/redirectConfig", "/defaultActions/0/targetGroupArn", "/defaultActions/0/type",
                ],
                .movesTraffic, ["ModifyListener"]),
            SampleChange(
                "/attributes/routing.http.response.server.enabled", "true", ["ModifyListenerAttributes"]),
            SampleChange("/tags/team", "web", ["AddTags"]), SampleChange("/tags/team", nil, ["RemoveTags"]),
        ])

    private static func certificates(added: Int, removed: Int) -> [FieldPath] {
        [removed, added].map { FieldPath(["certificates", "arn:aws:acm:\($0)"]) }
    }

    private static func one(_ group: Value) -> Value { ["targetGroups": [["targetGroupArn": group]]] }

    private static let two: Value = [
        "targetGroups": [
            ["targetGroupArn": "arn:aws:tg/api", "weight": 9], ["targetGroupArn": "arn:aws:tg/web"],
        ]
    ]

    private static let spec: Value = [
        "loadBalancerArn": .string(FakeLoadBalancing.balancer), "port": 443, "protocol": "HTTPS",
        "sslPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06",
        "certificates": [["certificateArn": "arn:aws:acm:1"], ["certificateArn": "arn:aws:acm:2"]],
        "defaultActions": [["type": "forward", "targetGroupArn": "arn:aws:tg/api"]],
        "attributes": ["routing.http.response.server.enabled": "false"], "tags": ["team": "core"],
    ]
}
