import Model

/// Actions of listeners and rules: one spelling for what AWS gives back in several.
enum Actions {
    /// The rules for a list of actions at `path`.
    static func rules(at path: FieldPath) -> [FieldRule] {
        let common: [FieldRule] = [
            FieldRule("", .movesTraffic, elements: .ordered, whole: true, normal: normal),
            FieldRule("/*/targetGroupArn", target: targetGroup),
            FieldRule("/*/forwardConfig/targetGroups", elements: .keyed(["targetGroupArn"])),
            FieldRule("/*/forwardConfig/targetGroups/*/targetGroupArn", target: targetGroup),
            FieldRule("/*/forwardConfig/targetGroups/*/weight", absent: 1),
            FieldRule("/*/fixedResponseConfig/contentType", absent: "text/plain"),
            FieldRule("/*/fixedResponseConfig/statusCode", normal: Normal.text),
            FieldRule("/*/authenticateOidcConfig/clientSecret", sensitive: true),
        ]
        let logins: [FieldRule] = ["authenticateOidcConfig", "authenticateCognitoConfig"].flatMap { config in
            [
                ("sessionCookieName", "AWSELBAuthSessionCookie"), ("scope", "openid"),
                ("onUnauthenticatedRequest", "authenticate"),
            ].map { FieldRule(FieldPath(["*", config, $0.0]), absent: .string($0.1)) }
                + [FieldRule(FieldPath(["*", config, "sessionTimeout"]), absent: 604800)]
        }
        return (common + logins).map { $0.below(path) }
    }

    private static let targetGroup = FieldRule.Target("TargetGroup", "arn", alias: "targetGroup")

    /// Numbered, one target group as `targetGroupArn`, redirects without what merely repeats the request.
    ///
    /// An action that is not yet spelled in lower camel case is left as it is.
    static let normal: @Sendable (Value) -> Value = { value in
        guard let items = value.list else { return value }
        let actions = items.enumerated().map { index, item in
            guard let members = item.object, members.keys.allSatisfy({ $0 == $0.lowerCamel }) else { return item }
            var action = canonical(item)
            if action["order"] == nil { action["order"] = .integer(index + 1) }
            return action
        }
        return Value(.list(actions), at: value.place, key: value.keyPlace)
    }

    private static func canonical(_ item: Value) -> Value {
        var action = item
        if item["type"]?.string == "forward" { action = forward(item) }
        if let redirect = item["redirectConfig"] { action["redirectConfig"] = withoutRepeats(redirect) }
        return action
    }

    private static func forward(_ item: Value) -> Value {
        guard var config = item["forwardConfig"], let groups = config["targetGroups"]?.list else { return item }
        var action = item
        if config["targetGroupStickinessConfig"]?["enabled"]?.bool != true {
            config["targetGroupStickinessConfig"] = nil
        }
        action["targetGroupArn"] = nil
        action["forwardConfig"] = config
        let isPlain = groups.count == 1 && groups.first?["weight"]?.integer != 0
        guard isPlain, config["targetGroupStickinessConfig"] == nil else { return action }
        // Before names are linked, the short form may still stand there.
        for name in ["targetGroupArn", "targetGroup"] {
            guard let group = groups.first?[name] else { continue }
            action[name] = group
            action["forwardConfig"] = nil
        }
        return action
    }

    /// What AWS gives back of an action: never the secret, so a stated one is no difference.
    static func comparable(_ live: Value, with stated: Value?) -> Value {
        guard let items = normal(live).list else { return live }
        let wanted = stated?.list ?? []
        return .list(
            items.enumerated().map { index, item in
                let secrets = ["clientSecret", "useExistingClientSecret"]
                let login = index < wanted.count ? wanted[index]["authenticateOidcConfig"] : nil
                var action = item
                guard let login, action["authenticateOidcConfig"] != nil else { return action }
                for name in secrets { action["authenticateOidcConfig"]?[name] = login[name] }
                return action
            })
    }

    private static let repeats: [String: Value] = [
        "protocol": "#{protocol}", "port": "#{port}", "host": "#{host}", "path": "/#{path}", "query": "#{query}",
    ]

    private static func withoutRepeats(_ config: Value) -> Value {
        let kept = (config.object ?? [:]).compactMapValues { Normal.text($0) }.filter { repeats[$0.key] != $0.value }
        return Value(.object(kept), at: config.place, key: config.keyPlace)
    }
}
