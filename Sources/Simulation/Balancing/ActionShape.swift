import Model

/// Actions of listeners and rules as AWS shows them (aws-facts 4.8).
enum ActionShape {
    /// The actions with what AWS fills in: order, both spellings of a forward, a redirect's placeholders.
    static func expanded(_ actions: [Value]) -> [Value] {
        actions.enumerated().map { index, given in
            var action = given
            if action["order"] == nil { action["order"] = .integer(index + 1) }
            switch action["type"]?.string {
            case "forward": expandForward(&action)
            case "redirect": action["redirectConfig"] = filled(action["redirectConfig"], placeholders)
            case "authenticate-oidc":
                action["authenticateOidcConfig"] = filled(action["authenticateOidcConfig"], authentication)
                action["authenticateOidcConfig"]?["clientSecret"] = nil
            case "authenticate-cognito":
                action["authenticateCognitoConfig"] = filled(action["authenticateCognitoConfig"], authentication)
            default: break
            }
            return action
        }
    }

    /// The shares of the forward among `actions`; nil when none forwards.
    static func forwards(in actions: [Value]) -> [Forward]? {
        actions.first { $0["type"]?.string == "forward" }.map(shares)
    }

    /// The target groups that `actions` forward to, in order, each once.
    static func targetGroups(of actions: [Value]) -> [String] {
        var found: [String] = []
        for action in actions where action["type"]?.string == "forward" {
            for share in shares(of: action) where !found.contains(share.targetGroupArn) {
                found.append(share.targetGroupArn)
            }
        }
        return found
    }

    /// The actions with other shares for their forward.
    static func reweighted(_ actions: [Value], _ forwards: [Forward]) -> [Value] {
        actions.map { given in
            guard given["type"]?.string == "forward" else { return given }
            var action = given
            action["targetGroupArn"] = forwards.count == 1 ? forwards.first.map { .string($0.targetGroupArn) } : nil
            if action["forwardConfig"] == nil { action["forwardConfig"] = .emptyObject }
            action["forwardConfig"]?["targetGroups"] = .list(forwards.map(shown))
            return action
        }
    }

    /// The shares of one forward, by its config or, without, by its single group.
    private static func shares(of action: Value) -> [Forward] {
        let tuples = action["forwardConfig"]?["targetGroups"]?.list ?? []
        let shares = tuples.compactMap { tuple in
            tuple["targetGroupArn"]?.string.map {
                Forward(targetGroupArn: $0, weight: tuple["weight"]?.integer ?? 1)
            }
        }
        guard shares.isEmpty, let single = action["targetGroupArn"]?.string else { return shares }
        return [Forward(targetGroupArn: single, weight: 1)]
    }

    private static func expandForward(_ action: inout Value) {
        let shares = shares(of: action)
        var config = action["forwardConfig"] ?? .emptyObject
        config["targetGroups"] = .list(shares.map(shown))
        if config["targetGroupStickinessConfig"] == nil {
            config["targetGroupStickinessConfig"] = ["enabled": false]
        }
        action["forwardConfig"] = config
        action["targetGroupArn"] = shares.count == 1 ? shares.first.map { .string($0.targetGroupArn) } : nil
    }

    private static func shown(_ share: Forward) -> Value {
        ["targetGroupArn": .string(share.targetGroupArn), "weight": .integer(share.weight)]
    }

    private static func filled(_ config: Value?, _ defaults: [String: Value]) -> Value {
        .object(defaults.merging(config?.object ?? [:]) { $1 })
    }

    private static let placeholders: [String: Value] = [
        "host": "#{host}", "path": "/#{path}", "port": "#{port}", "protocol": "#{protocol}", "query": "#{query}",
    ]
    private static let authentication: [String: Value] = [
        "sessionCookieName": "AWSELBAuthSessionCookie", "scope": "openid", "sessionTimeout": 604_800,
        "onUnauthenticatedRequest": "authenticate",
    ]
}
