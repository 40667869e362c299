import Model
import Planning
import Testing

@testable import Kinds

@Suite("Actions in their several spellings")
struct ActionsTests {
    private static let short: Value = [["type": "forward", "targetGroupArn": "arn:tg/a"]]

    @Test(
        "one target group is the same however it is written",
        arguments: [
            [["type": "forward", "forwardConfig": ["targetGroups": [["targetGroupArn": "arn:tg/a"]]]]],
            [
                [
                    "type": "forward", "order": 1, "targetGroupArn": "arn:tg/a",
                    "forwardConfig": [
                        "targetGroups": [["targetGroupArn": "arn:tg/a", "weight": 1]],
                        "targetGroupStickinessConfig": ["enabled": false],
                    ],
                ]
            ],
        ] as [Value])
    func oneGroup(actions: Value) {
        #expect(Actions.normal(actions) == Actions.normal(Self.short))
        #expect(Actions.normal(Actions.normal(actions)) == Actions.normal(actions))
    }

    @Test("a single target group of weight 0, or with stickiness, is something else")
    func notPlain() {
        let none: Value = [
            ["type": "forward", "forwardConfig": ["targetGroups": [["targetGroupArn": "a", "weight": 0]]]]
        ]
        #expect(Actions.normal(none).list?.first?["forwardConfig"] != nil)
        let config: Value = [
            "targetGroups": [["targetGroupArn": "a"]], "targetGroupStickinessConfig": ["enabled": true],
        ]
        #expect(Actions.normal([["type": "forward", "forwardConfig": config]]).list?.first?["targetGroupArn"] == nil)
    }

    @Test("a redirect that only repeats the request is no difference")
    func redirect() {
        let filled: Value = [
            [
                "type": "redirect", "order": 1,
                "redirectConfig": [
                    "protocol": "HTTPS", "port": "443", "host": "#{host}", "path": "/#{path}", "query": "#{query}",
                    "statusCode": "HTTP_301",
                ],
            ]
        ]
        let stated: Value = [
            ["type": "redirect", "redirectConfig": ["protocol": "HTTPS", "port": 443, "statusCode": "HTTP_301"]]
        ]
        #expect(Actions.normal(filled) == Actions.normal(stated))
    }

    @Test("the short form and AWS's own spelling are left for the manifest's reader")
    func unlinked() {
        let alias: Value = [["type": "forward", "forwardConfig": ["targetGroups": [["targetGroup": "api"]]]]]
        #expect(Actions.normal(alias) == [["type": "forward", "targetGroup": "api", "order": 1]])
        let upper: Value = [["Type": "forward", "TargetGroupArn": "arn:tg/a"]]
        #expect(Actions.normal(upper) == upper)
    }

    @Test("a client secret, which AWS never gives back, is no difference")
    func secret() {
        let login: Value = ["issuer": "https://login", "clientId": "x", "clientSecret": "hidden"]
        let stated: Value = [["type": "authenticate-oidc", "authenticateOidcConfig": login]]
        var shown = login
        shown["clientSecret"] = nil
        let live = Actions.comparable([["type": "authenticate-oidc", "authenticateOidcConfig": shown]], with: stated)
        let diff = Diff(schema: ListenerRule.schema)
        #expect(diff.compare(desired: ["actions": stated], live: ["actions": live]).changes.isEmpty)
        #expect(ListenerRule.schema.isSensitive("/actions/0/authenticateOidcConfig/clientSecret"))
    }

    @Test("conditions are the same in both of AWS's spellings")
    func conditions() {
        let plain: Value = [["field": "path-pattern", "values": ["/a"]]]
        let both: Value = [["field": "path-pattern", "values": ["/a"], "pathPatternConfig": ["values": ["/a"]]]]
        let config: Value = [["field": "path-pattern", "pathPatternConfig": ["values": ["/a"]]]]
        #expect(Conditions.normal(plain) == config)
        #expect(Conditions.normal(both) == config)
        #expect(Conditions.normal(config) == config)
    }
}
