import Model

extension KindSample {
    static let listenerRule = KindSample(
        resource: .sample("ListenerRule", "admin", spec), services: { [FakeLoadBalancing()] },
        changes: [
            SampleChange("/priority", 30, .movesTraffic, ["SetRulePriorities"]),
            SampleChange("/priority", "20", found: [], []),
            SampleChange(
                "/conditions/0/hostHeaderConfig/values", ["admin.example.org"], found: ["/conditions"],
                .movesTraffic, ["ModifyRule"]),
            SampleChange(
                "/conditions/0", ["field": "host-header", "values": ["b.example.com", "a.example.com"]], found: [], []),
            SampleChange(
                "/actions/0/forwardConfig/targetGroups/1/weight", 3,
                found: ["/actions/0/forwardConfig/targetGroups/arn:aws:tg~1web/weight"], .movesTraffic,
                ["ModifyRule"]),
            SampleChange(
                "/actions/0/forwardConfig/targetGroupStickinessConfig", nil,
                found: [
                    "/actions/0/forwardConfig/targetGroupStickinessConfig/durationSeconds",
                    "/actions/0/forwardConfig/targetGroupStickinessConfig/enabled",
                ], .movesTraffic, ["ModifyRule"]),
            SampleChange("/transforms", nil, .movesTraffic, ["ModifyRule"]),
            SampleChange("/tags/team", "web", ["AddTags"]), SampleChange("/tags/team", nil, ["RemoveTags"]),
        ])

    private static let spec: Value = [
        "listenerArn": .string(FakeLoadBalancing.listener), "priority": 20,
        "conditions": [
            ["field": "host-header", "hostHeaderConfig": ["values": ["a.example.com", "b.example.com"]]],
            ["field": "path-pattern", "values": ["/admin/*"]],
        ],
        "actions": [
            [
                "type": "forward",
                "forwardConfig": [
                    "targetGroups": [
                        ["targetGroupArn": "arn:aws:tg/api"], ["targetGroupArn": "arn:aws:tg/web", "weight": 2],
                    ], "targetGroupStickinessConfig": ["enabled": true, "durationSeconds": 60],
                ],
            ]
        ],
        "transforms": [
            ["type": "url-rewrite", "urlRewriteConfig": ["rewrites": [["regex": "^/admin", "replace": "/"]]]]
        ],
        "tags": ["team": "core"],
    ]
}
