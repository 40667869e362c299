import Model

/// What becomes of requests.
enum ActionDrawing {
    /// The service's rule, as its strategy wants it.
    static func service(_ groups: BalancerFields.Groups) -> Value {
        guard let other = groups.other else { return [["type": "forward", "targetGroup": .string(groups.service)]] }
        let both: Value = [
            ["targetGroup": .string(groups.service), "weight": 1], ["targetGroup": .string(other), "weight": 0],
        ]
        return [["type": "forward", "forwardConfig": ["targetGroups": both]]]
    }

    /// Some actions, of which the last answers; who asks may be asked for a login first.
    static func actions(_ groups: BalancerFields.Groups, isSecure: Bool, _ chance: inout Chance) -> Value {
        var last = answer(groups, &chance)
        guard isSecure, chance.has(40) else {
            if chance.has(20) { last["order"] = .integer(chance.draw(1...5)) }
            return [last]
        }
        return [chance.has(50) ? oidc(&chance) : cognito(&chance), last]
    }

    private static func answer(_ groups: BalancerFields.Groups, _ chance: inout Chance) -> Value {
        switch chance.draw(0...4) {
        case 0: return redirect(&chance)
        case 1: return response(&chance)
        case 2 where groups.free.count > 1: return split(groups, &chance)
        case 3:
            guard let function = groups.function else { return response(&chance) }
            return ["type": "forward", "targetGroup": .string(function)]
        default:
            guard let group = groups.free.first else { return redirect(&chance) }
            let one: Value = .string(group)
            return chance.has(50)
                ? ["type": "forward", "targetGroup": one]
                : ["type": "forward", "forwardConfig": ["targetGroups": [["targetGroup": one]]]]
        }
    }

    private static func split(_ groups: BalancerFields.Groups, _ chance: inout Chance) -> Value {
        var config: Value = [
            "targetGroups": .list(
                groups.free.map { group in
                    var item: Value = ["targetGroup": .string(group)]
                    if chance.has(70) { item["weight"] = .integer(chance.draw(0...999)) }
                    return item
                })
        ]
        if chance.has(40) {
            let isOn = chance.has(60)
            config["targetGroupStickinessConfig"] =
                isOn ? ["enabled": true, "durationSeconds": .integer(chance.draw(1...604_800))] : ["enabled": false]
        }
        return ["type": "forward", "forwardConfig": config]
    }

    private static func redirect(_ chance: inout Chance) -> Value {
        var config: Value = ["statusCode": chance.pick(["HTTP_301", "HTTP_302"]), "protocol": "HTTPS"]
        if chance.has(60) { config["port"] = chance.pick(["443", "8443", "#{port}"]) }
        if chance.has(40) { config["host"] = chance.pick(["#{host}", "www.#{host}", "example.com"]) }
        if chance.has(40) { config["path"] = chance.pick(["/#{path}", "/new/#{path}", "/"]) }
        if chance.has(40) { config["query"] = chance.pick(["#{query}", "a=b", ""]) }
        return ["type": "redirect", "redirectConfig": config]
    }

    private static func response(_ chance: inout Chance) -> Value {
        var config: Value = ["statusCode": chance.pick(["200", "404", "503", 503])]
        if chance.has(50) { config["contentType"] = chance.pick(["text/plain", "text/html", "application/json"]) }
        if chance.has(50) { config["messageBody"] = .string(chance.text()) }
        return ["type": "fixed-response", "fixedResponseConfig": config]
    }

    private static func oidc(_ chance: inout Chance) -> Value {
        var config: Value = [
            "issuer": "https://id.example.com", "authorizationEndpoint": "https://id.example.com/authorize",
            "tokenEndpoint": "https://id.example.com/token", "userInfoEndpoint": "https://id.example.com/me",
            "clientId": .string(chance.word()), "clientSecret": "not-a-secret",
        ]
        login(&config, &chance)
        return ["type": "authenticate-oidc", "authenticateOidcConfig": config]
    }

    private static func cognito(_ chance: inout Chance) -> Value {
        var config: Value = [
            "userPoolArn": "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc",
            "userPoolClientId": .string(chance.word()), "userPoolDomain": .string(chance.word()),
        ]
        login(&config, &chance)
        return ["type": "authenticate-cognito", "authenticateCognitoConfig": config]
    }

    private static func login(_ config: inout Value, _ chance: inout Chance) {
        if chance.has(40) { config["scope"] = chance.pick(["openid", "openid email"]) }
        if chance.has(40) { config["sessionCookieName"] = chance.pick(["AWSELBAuthSessionCookie", "session"]) }
        if chance.has(40) { config["sessionTimeout"] = .integer(chance.draw(1...604_800)) }
        if chance.has(40) { config["onUnauthenticatedRequest"] = chance.pick(["deny", "allow", "authenticate"]) }
        if chance.has(30) { config["authenticationRequestExtraParams"] = ["prompt": .string(chance.word())] }
    }
}

/// Which requests a rule takes, and what it rewrites of them.
enum ConditionDrawing {
    /// One to three conditions on different fields, five values in all.
    static func conditions(_ chance: inout Chance) -> Value {
        let fields = chance.some([
            "host-header", "path-pattern", "http-header", "query-string", "http-request-method", "source-ip",
        ]).prefix(2)
        return .list(fields.map { condition($0, &chance) })
    }

    private static func condition(_ field: String, _ chance: inout Chance) -> Value {
        switch field {
        case "host-header", "path-pattern":
            let values = texts(
                field == "host-header" ? ["a.example.com", "*.example.org", "b.example.com"] : ["/a/*", "/b", "/c?d"],
                &chance)
            if chance.has(30), let first = values.list?.first { return ["field": .string(field), "values": [first]] }
            let config = field == "host-header" ? "hostHeaderConfig" : "pathPatternConfig"
            let isRegex = chance.has(20)
            return .object([
                "field": .string(field), config: isRegex ? ["regexValues": ["^/[a-z]+$"]] : ["values": values],
            ])
        case "http-header":
            return [
                "field": "http-header",
                "httpHeaderConfig": [
                    "httpHeaderName": .string("X-" + chance.word()), "values": texts(["one", "two*"], &chance),
                ],
            ]
        case "query-string":
            let pairs: Value =
                chance.has(50) ? [["key": "a", "value": "1"], ["value": "b*"]] : [["value": .string(chance.word())]]
            return ["field": "query-string", "queryStringConfig": ["values": pairs]]
        case "http-request-method":
            return [
                "field": "http-request-method", "httpRequestMethodConfig": ["values": texts(["GET", "POST"], &chance)],
            ]
        default:
            return [
                "field": "source-ip", "sourceIpConfig": ["values": texts(["10.0.0.0/8", "192.0.2.1/32"], &chance)],
            ]
        }
    }

    private static func texts(_ items: [String], _ chance: inout Chance) -> Value {
        .list(chance.some(items).map { .string($0) })
    }

    static func transforms(_ chance: inout Chance) -> Value {
        let rewrites: Value = [["regex": .string("^/" + chance.word()), "replace": "/"]]
        return chance.has(50)
            ? [["type": "url-rewrite", "urlRewriteConfig": ["rewrites": rewrites]]]
            : [["type": "host-header-rewrite", "hostHeaderRewriteConfig": ["rewrites": rewrites]]]
    }
}
