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
        let named = ledger.text(node["target_container"] ?? node["targetContainer"])
        let stated = ledger.integer(node["target_port"])
        guard let (container, port) = target(named, stated, service) else {
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

    /// Where requests go: to a named container, or to the one that has the port, or to the service's own.
    func target(_ container: String?, _ port: Int?, _ service: CarriedService) -> (container: String, port: Int)? {
        let holder = service.containers.first { container in
            (container["portMappings"]?.list ?? []).contains { port != nil && $0["containerPort"]?.integer == port }
        }
        let found = container ?? holder?["name"]?.string ?? service.name
        return (port ?? self.port(of: found, service)).map { (found, $0) }
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
}
