import Model

extension CopilotReader {
    /// What a load balancer lets through to a service: `http` and its further rules.
    mutating func routes(_ written: ForeignNode?, _ side: String, _ service: inout CarriedService) {
        guard let http = written, http.isMapping else { return ledger.carry(written) }
        if let name = http["alb"] {
            return ledger.leave(
                http,
                "is behind a load balancer of somebody else (\(name.text ?? "")): write a ListenerRule on its "
                    + "listener")
        }
        route(http, side, &service, number: 0)
        for (index, rule) in (http["additional_rules"]?.items ?? []).enumerated() {
            route(rule, side, &service, number: index + 1)
        }
    }

    private mutating func route(_ node: ForeignNode, _ side: String, _ service: inout CarriedService, number: Int) {
        let container = ledger.text(node["target_container"] ?? node["targetContainer"]) ?? service.name
        guard let port = ledger.integer(node["target_port"]) ?? port(of: container, service) else {
            return ledger.leave(node, "names no port: neither its container nor the rule has one")
        }
        expose(port, container, &service)
        let group = ShortName.of(stack.name, service.name, number == 0 ? "" : String(number + 1))
        service.targetGroups.append((group, targetGroup(node, port, &service)))
        let entry: Value = [
            "targetGroup": .string(group), "containerName": .string(container), "containerPort": .integer(port),
        ]
        service.register(entry)
        listen(node, side, group)
    }

    /// Copilot's own defaults of target groups are not AWS's: they are written.
    private mutating func targetGroup(_ node: ForeignNode, _ port: Int, _ service: inout CarriedService) -> Value {
        let check = node["healthcheck"]
        let isSecure = port == 443
        var spec: [String: Value] = [
            "protocol": isSecure ? "HTTPS" : "HTTP", "port": .integer(port), "targetType": "ip",
            "vpcId": stack.network.vpc,
        ]
        let path = check?.isMapping == true ? ledger.text(check?["path"]) : ledger.text(check)
        spec["healthCheckPath"] = .string(path ?? "/")
        let checkPort = ledger.integer(check?["port"])
        spec["healthCheckPort"] = checkPort.map { .string(String($0)) }
        if isSecure || checkPort == 443 { spec["healthCheckProtocol"] = "HTTPS" }
        if let codes = ledger.text(check?["success_codes"]) { spec["matcher"] = ["httpCode": .string(codes)] }
        spec["healthyThresholdCount"] = ledger.integer(check?["healthy_threshold"], 2...10).map { .integer($0) }
        spec["unhealthyThresholdCount"] = ledger.integer(check?["unhealthy_threshold"], 2...10).map { .integer($0) }
        spec["healthCheckIntervalSeconds"] = ledger.seconds(check?["interval"], 5...300).map { .integer($0) }
        spec["healthCheckTimeoutSeconds"] = ledger.seconds(check?["timeout"], 2...120).map { .integer($0) }
        grace(check?["grace_period"], &service)
        version(node["version"], &spec)
        let delay = ledger.seconds(node["deregistration_delay"], 0...3_600) ?? 60
        var attributes: [String: Value] = ["deregistration_delay.timeout_seconds": .integer(delay)]
        if ledger.truth(node["stickiness"]) == true { attributes["stickiness.enabled"] = true }
        spec["attributes"] = .object(attributes)
        return .object(spec)
    }

    /// A service has one grace period, whatever lets requests in: the longest that is stated, a minute where none is.
    mutating func grace(_ node: ForeignNode?, _ service: inout CarriedService) {
        let present = service.service?["healthCheckGracePeriodSeconds"]?.integer
        guard let node else {
            if present == nil { service.service?["healthCheckGracePeriodSeconds"] = 60 }
            return
        }
        if let present, let seconds = node.text.flatMap(SpelledDuration.seconds), seconds <= Double(present) {
            return ledger.leave(node, "a service has one grace period: \(present) seconds are written")
        }
        if let seconds = ledger.seconds(node, 0...3_600) {
            service.service?["healthCheckGracePeriodSeconds"] = .integer(seconds)
        }
    }

    private mutating func version(_ node: ForeignNode?, _ spec: inout [String: Value]) {
        guard let text = node?.text?.lowercased(), ["grpc", "http2"].contains(text) else {
            if node?.text == "http1" { ledger.pass(node) }
            return ledger.leave(node?.text == "http1" ? nil : node, "is none of grpc, http1 and http2")
        }
        ledger.carry(node)
        spec["protocolVersion"] = text == "grpc" ? "GRPC" : "HTTP2"
        if text == "grpc" { spec["matcher"] = ["grpcCode": "0"] }
    }

    /// The rule that sends requests to `group`, on the listener that the certificates allow.
    private mutating func listen(_ node: ForeignNode, _ side: String, _ group: String) {
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
        let balancer = side == "public" ? stack.name : "\(stack.name)-internal"
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
