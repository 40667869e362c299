import Model

extension ComposeReader {
    /// Every port of a service, `ports` and `expose` together, written into its container; where it states none and
    /// others reach it by its name, those that it can be assumed to have. One that is published under several ports stands
    /// there for each.
    mutating func ports(
        of name: String, _ node: ForeignNode, _ container: inout [String: Value], isServed: Bool
    ) -> [ComposePort] {
        var ports = statedPorts(node)
        if ports.isEmpty, isServed {
            ports = assumedPorts(of: name, node, image: container["image"]?.string ?? "")
        }
        let mappings = ports.byTarget.map { mapping($0, manifestName(name)) }
        if !mappings.isEmpty { container["portMappings"] = .list(mappings) }
        return ports
    }

    private mutating func statedPorts(_ node: ForeignNode) -> [ComposePort] {
        var ports = (node["ports"]?.items ?? []).flatMap { port($0) }
        for item in node["expose"]?.items ?? [] {
            guard let found = item.text.flatMap({ ComposePort.reading($0, item) }) else {
                ledger.leave(item, "is no port")
                continue
            }
            ledger.carry(item)
            ports += found
        }
        var known: Set<String> = []
        return ports.filter { known.insert("\($0.target)/\($0.transport)/\($0.published ?? 0)").inserted }
    }

    private mutating func port(_ node: ForeignNode) -> [ComposePort] {
        guard node.isMapping else {
            guard let ports = node.text.flatMap({ ComposePort.reading($0, node) }) else {
                ledger.leave(node, "is no port that could be read")
                return []
            }
            ledger.carry(node)
            return ports
        }
        guard let target = ledger.integer(node["target"]) else { return [] }
        let published = node["published"]?.text.flatMap { Int($0) }
        if published == nil {
            ledger.leave(node["published"], "is no single port")
        } else {
            ledger.carry(node["published"])
        }
        ledger.pass(node["mode"])
        ledger.pass(node["name"])
        let isLocal = ledger.text(node["host_ip"]).map { $0.hasPrefix("127.") || $0 == "::1" } ?? false
        return [
            ComposePort(
                target: target, published: isLocal ? nil : published, transport: ledger.text(node["protocol"]) ?? "tcp",
                application: ledger.text(node["app_protocol"]), node: node)
        ]
    }

    private func mapping(_ port: ComposePort, _ name: String) -> Value {
        var mapping: [String: Value] = ["containerPort": .integer(port.target)]
        if port.transport != "tcp" { mapping["protocol"] = .string(port.transport) }
        if isConnected, port.transport == "tcp" { mapping["name"] = .string(portName(port, name)) }
        if let spoken = port.application, ["http", "http2", "grpc"].contains(spoken), isConnected {
            mapping["appProtocol"] = .string(spoken)
        }
        return .object(mapping)
    }

    private func portName(_ port: ComposePort, _ name: String) -> String { "\(name)-\(port.target)".prefixed }

    /// Other services reach this one by its name in the file, as they did.
    mutating func connect(_ ports: [ComposePort], of name: String, to service: inout CarriedService) {
        var configuration: [String: Value] = ["enabled": true]
        configuration["namespace"] = stack.connect()
        let offered = ports.byTarget.filter { $0.transport == "tcp" }.map { port -> Value in
            [
                "portName": .string(portName(port, service.name)),
                "clientAliases": [["dnsName": .string(name), "port": .integer(port.target)]],
            ]
        }
        if !offered.isEmpty { configuration["services"] = .list(offered) }
        service.service?["serviceConnectConfiguration"] = .object(configuration)
    }

    /// Published ports stand behind one load balancer, where they speak HTTP.
    mutating func publish(_ ports: [ComposePort], to service: inout CarriedService) {
        let published = ports.filter { $0.published != nil }
        for port in published where !port.speaksHTTP {
            ledger.note(
                port.node,
                "\(port.target) is not published: other services reach it; a Network Load Balancer would "
                    + "let in others")
        }
        let open = published.filter(\.speaksHTTP)
        let isOnly = open.byTarget.count == 1
        for port in open {
            guard let outside = port.published, let listener = listener(outside, port) else { continue }
            let group = ShortName.of(stack.name, service.name, isOnly ? "" : String(port.target))
            register(port, group, &service)
            var spec = listener
            spec["defaultActions"] = [["type": "forward", "targetGroup": .string(group)]]
            add(.object(spec), at: outside)
        }
    }

    /// Several listeners may send their requests to one target group.
    private mutating func register(_ port: ComposePort, _ group: String, _ service: inout CarriedService) {
        guard !service.targetGroups.contains(where: { $0.name == group }) else { return }
        service.targetGroups.append((group, targetGroup(port, service)))
        service.register([
            "targetGroup": .string(group), "containerName": .string(service.name),
            "containerPort": .integer(port.target),
        ])
        service.service?["healthCheckGracePeriodSeconds"] = 60
    }

    private mutating func listener(_ outside: Int, _ port: ComposePort) -> [String: Value]? {
        if stack.balancers[stack.name]?.listeners[outside] != nil {
            ledger.note(port.node, "another service is published under \(outside) already: this one is not")
            return nil
        }
        guard outside == 443 || outside == 8443 || port.application == "https" else {
            return ["port": .integer(outside), "protocol": "HTTP"]
        }
        guard let certificate = settings.certificate else {
            ledger.note(
                port.node,
                "\(outside) needs a certificate: import with --certificate ARN, or write the listener by hand")
            return nil
        }
        return [
            "port": .integer(outside), "protocol": "HTTPS", "sslPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06",
            "certificates": [["certificateArn": .string(certificate)]],
        ]
    }

    private mutating func add(_ listener: Value, at port: Int) {
        let group: Value = ["tags": ["Name": .string("\(stack.name)-alb")]]
        var balancer =
            stack.balancers[stack.name]
            ?? CarriedBalancer(subnets: stack.network.publicSubnets, securityGroups: [group])
        balancer.listeners[port] = listener
        stack.balancers[stack.name] = balancer
    }

    private mutating func targetGroup(_ port: ComposePort, _ service: CarriedService) -> Value {
        let path = service.containers.first.flatMap { HealthPath.of($0["healthCheck"]) }
        if path == nil {
            ledger.note(
                port.node,
                "is checked at /, which has to answer 200 to 399: see load-balancer.yaml")
        }
        let isSecure = port.target == 443 || port.target == 8443
        var spec: [String: Value] = [
            "protocol": isSecure ? "HTTPS" : "HTTP", "port": .integer(stack.capacity == .ec2 ? 80 : port.target),
            "targetType": stack.capacity == .ec2 ? "instance" : "ip", "vpcId": stack.network.vpc,
            "healthCheckPath": .string(path ?? "/"), "matcher": ["httpCode": "200-399"],
            "attributes": ["deregistration_delay.timeout_seconds": 30],
        ]
        if isSecure { spec["healthCheckProtocol"] = "HTTPS" }
        return .object(spec)
    }
}

/// The path that a container's own check asks for.
enum HealthPath {
    /// `/healthz` of `curl -f http://localhost:3000/healthz`; nil where no address stands.
    static func of(_ check: Value?) -> String? {
        let text = (check?["command"]?.list ?? []).compactMap(\.string).joined(separator: " ")
        guard
            let found = text.firstMatch(
                of: /https?:\/\/(localhost|127\.0\.0\.1|0\.0\.0\.0)(:[0-9]+)?(\/[A-Za-z0-9_.~\/-]*)?/)
        else { return nil }
        return found.output.3.map(String.init) ?? "/"
    }
}

extension String {
    /// Within what names of ports may have.
    fileprivate var prefixed: String { String(prefix(64)) }
}
