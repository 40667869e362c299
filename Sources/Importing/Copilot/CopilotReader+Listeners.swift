import Model

extension CopilotReader {
    /// The rule that sends requests to `group`, on the listener that the certificates allow.
    mutating func listen(_ node: ForeignNode, _ side: String, _ group: String) {
        let found = settings.certificate.map { [$0] } ?? certificates[side] ?? []
        let aliases = aliases(node)
        let isSecure = !found.isEmpty
        if !aliases.isEmpty, !isSecure {
            node["alias"].map {
                ledger.note(
                    $0,
                    "was served by HTTPS with a certificate of Copilot's: import with --certificate ARN, or "
                        + "only HTTP is")
            }
        }
        let balancer = balancerName(side)
        prepare(balancer, side, found)
        let port = isSecure ? 443 : 80
        let rule: Value = [
            "conditions": .list(conditions(node, aliases)),
            "actions": [["type": "forward", "targetGroup": .string(group)]],
        ]
        if ledger.truth(node["redirect_to_https"]) == false, isSecure {
            node["redirect_to_https"].map {
                ledger.note(
                    $0,
                    "port 80 redirects everything: give it a rule of its own to serve this")
            }
        }
        var listener = stack.balancers[balancer]?.listeners[port]?.object ?? [:]
        listener["rules"] = .list((listener["rules"]?.list ?? []) + [rule])
        stack.balancers[balancer]?.listeners[port] = .object(listener)
    }

    /// The load balancer that is reached from the internet, or from within.
    func balancerName(_ side: String) -> String { side == "public" ? stack.name : "\(stack.name)-internal" }

    /// Numbers the rules of every listener: those for a host before those for all, longer paths before shorter ones.
    mutating func orderRules() {
        for (name, balancer) in stack.balancers {
            for (port, listener) in balancer.listeners {
                guard let rules = listener["rules"]?.list else { continue }
                let sorted = rules.enumerated().sorted { one, other in
                    let (first, second) = (Self.rank(one.element), Self.rank(other.element))
                    return first == second ? one.offset < other.offset : first.lexicographicallyPrecedes(second)
                }
                let numbered = sorted.map(\.element).enumerated().map { index, rule -> Value in
                    var copy = rule
                    copy["priority"] = .integer(10 * (index + 1))
                    return copy
                }
                stack.balancers[name]?.listeners[port]?["rules"] = .list(numbered)
            }
        }
    }

    private static func rank(_ rule: Value) -> [Int] {
        let conditions = rule["conditions"]?.list ?? []
        let isForHost = conditions.contains { $0["field"] == "host-header" }
        let path = conditions.lazy.compactMap { $0["pathPatternConfig"]?["values"]?.list?.first?.string }.first ?? ""
        return [isForHost ? 0 : 1, path == "/*" ? 0 : -path.count]
    }

    private mutating func aliases(_ node: ForeignNode) -> [String] {
        ledger.leave(node["hosted_zone"], "DNS stays as it is: point the names to the new load balancer")
        guard let alias = node["alias"] else { return [] }
        guard alias.value.list != nil else { return ledger.texts(alias) }
        return alias.items.compactMap { item in
            ledger.leave(item["hosted_zone"], "DNS stays as it is: point the names to the new load balancer")
            return ledger.text(item.isMapping ? item["name"] : item)
        }
    }

    private mutating func conditions(_ node: ForeignNode, _ aliases: [String]) -> [Value] {
        let path = ledger.text(node["path"]) ?? "/"
        let rooted = path.hasPrefix("/") ? path : "/" + path
        let paths = rooted == "/" ? ["/*"] : [rooted, rooted + "/*"]
        var conditions: [Value] = [
            ["field": "path-pattern", "pathPatternConfig": ["values": ComposeReader.list(paths)]]
        ]
        if !aliases.isEmpty {
            conditions.append(["field": "host-header", "hostHeaderConfig": ["values": ComposeReader.list(aliases)]])
        }
        let sources = ledger.texts(node["allowed_source_ips"])
        if !sources.isEmpty {
            conditions.append(["field": "source-ip", "sourceIpConfig": ["values": ComposeReader.list(sources)]])
        }
        return conditions
    }

    /// The load balancer of a side: what no rule takes is not found.
    private mutating func prepare(_ name: String, _ side: String, _ certificates: [String]) {
        guard stack.balancers[name] == nil else { return }
        let prefix = "copilot-\(files.application)-\(settings.environment)"
        let isPublic = side == "public"
        let groups =
            isPublic
            ? ["\(prefix)-lb-http"] + (certificates.isEmpty ? [] : ["\(prefix)-lb-https"]) : ["\(prefix)-internal-lb"]
        var balancer = CarriedBalancer(
            scheme: isPublic ? "internet-facing" : "internal",
            subnets: isPublic ? stack.network.publicSubnets : internalSubnets ?? stack.network.privateSubnets,
            securityGroups: groups.map { ["tags": ["Name": .string($0)]] })
        if isPublic { balancer.attributes = accessLogs }
        let notFound: Value = [
            [
                "type": "fixed-response",
                "fixedResponseConfig": ["statusCode": "404", "contentType": "text/plain", "messageBody": "Not found"],
            ]
        ]
        if certificates.isEmpty {
            balancer.listeners[80] = ["port": 80, "protocol": "HTTP", "defaultActions": notFound]
        } else {
            balancer.listeners[80] = [
                "port": 80, "protocol": "HTTP",
                "defaultActions": [
                    [
                        "type": "redirect",
                        "redirectConfig": ["protocol": "HTTPS", "port": "443", "statusCode": "HTTP_301"],
                    ]
                ],
            ]
            balancer.listeners[443] = [
                "port": 443, "protocol": "HTTPS",
                "sslPolicy": .string(policies[side] ?? "ELBSecurityPolicy-TLS13-1-2-2021-06"),
                "certificates": .list(certificates.map { ["certificateArn": .string($0)] }), "defaultActions": notFound,
            ]
        }
        stack.balancers[name] = balancer
    }
}
