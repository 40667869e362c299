import Model

extension ComposeReader {
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
