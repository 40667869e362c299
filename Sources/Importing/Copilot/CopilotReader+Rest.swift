import Model

extension CopilotReader {
    /// What CloudFormation made beside the service.
    mutating func leaveWhatIsNotECS(_ node: ForeignNode) {
        ledger.leave(
            node["publish"],
            "topics stay CloudFormation's: give their ARNs as a variable, and the task role the right to "
                + "publish")
        ledger.leave(
            node["subscribe"],
            "queues and subscriptions stay CloudFormation's: give the queue's URL as COPILOT_QUEUE_URI, and "
                + "the task role the right to read it")
        ledger.leave(
            node["observability"],
            "needs the collector as a container of its own: "
                + "public.ecr.aws/aws-observability/aws-otel-collector")
    }

    /// A Network Load Balancer of the service's own, with a target group for each of its listeners.
    mutating func networkBalancer(_ written: ForeignNode?, _ service: inout CarriedService) {
        guard let node = written, node.isMapping else { return ledger.carry(written) }
        ledger.leave(node["alias"], "DNS stays as it is: point the names to the new load balancer")
        let name = ShortName.of(stack.name, service.name, "nlb")
        let prefix = "copilot-\(files.application)-\(settings.environment)-\(service.name)-nlb"
        var balancer = CarriedBalancer(
            type: "network", subnets: stack.network.publicSubnets,
            securityGroups: [["tags": ["Name": .string(prefix)]]])
        let listeners = [node] + (node["additional_listeners"]?.items ?? [])
        for (index, listener) in listeners.enumerated() {
            add(listener, number: index + 1, to: &balancer, name, &service)
        }
        if !balancer.listeners.isEmpty { stack.balancers[name] = balancer }
    }

    private mutating func add(
        _ node: ForeignNode, number: Int, to balancer: inout CarriedBalancer, _ name: String,
        _ service: inout CarriedService
    ) {
        let parts = (ledger.text(node["port"]) ?? "").split(separator: "/").map(String.init)
        guard let port = parts.first.flatMap({ Int($0) }) else { return ledger.leave(node, "names no port") }
        let transport = (parts.count > 1 ? parts[1] : "tcp").uppercased()
        let certificate = settings.certificate ?? certificates["public"]?.first
        if transport == "TLS", certificate == nil {
            return ledger.leave(node, "needs a certificate: import with --certificate ARN")
        }
        let named = ledger.text(node["target_container"] ?? node["targetContainer"])
        let stated = ledger.integer(node["target_port"]) ?? port
        guard let (container, target) = target(named, stated, service) else { return }
        expose(target, container, &service, transport: transport == "UDP" ? "udp" : "tcp")
        let group = ShortName.of(stack.name, service.name, "nlb", number == 1 ? "" : String(number))
        service.targetGroups.append(
            (group, networkGroup(node, target, transport == "TLS" ? "TCP" : transport, &service)))
        let entry: Value = [
            "targetGroup": .string(group), "containerName": .string(container), "containerPort": .integer(target),
        ]
        service.register(entry)
        var listener: [String: Value] = [
            "port": .integer(port), "protocol": .string(transport),
            "defaultActions": [["type": "forward", "targetGroup": .string(group)]],
        ]
        if transport == "TLS", let certificate {
            listener["certificates"] = [["certificateArn": .string(certificate)]]
            listener["sslPolicy"] = .string(ledger.text(node["ssl_policy"]) ?? "ELBSecurityPolicy-TLS13-1-2-2021-06")
        }
        ledger.pass(node["ssl_policy"])
        balancer.listeners[port] = .object(listener)
    }

    private mutating func networkGroup(
        _ node: ForeignNode, _ port: Int, _ transport: String, _ service: inout CarriedService
    ) -> Value {
        let check = node["healthcheck"]
        var spec: [String: Value] = [
            "protocol": .string(transport), "port": .integer(port), "targetType": "ip", "vpcId": stack.network.vpc,
            "healthCheckProtocol": "TCP",
        ]
        spec["healthCheckPort"] = ledger.integer(check?["port"]).map { .string(String($0)) }
        spec["healthyThresholdCount"] = ledger.integer(check?["healthy_threshold"], 2...10).map { .integer($0) }
        spec["unhealthyThresholdCount"] = ledger.integer(check?["unhealthy_threshold"], 2...10).map { .integer($0) }
        spec["healthCheckIntervalSeconds"] = ledger.seconds(check?["interval"], 5...300).map { .integer($0) }
        spec["healthCheckTimeoutSeconds"] = ledger.seconds(check?["timeout"], 2...120).map { .integer($0) }
        grace(check?["grace_period"], &service)
        let delay = ledger.seconds(node["deregistration_delay"], 0...3_600) ?? 60
        var attributes: [String: Value] = ["deregistration_delay.timeout_seconds": .integer(delay)]
        if ledger.truth(node["stickiness"]) == true {
            attributes["stickiness.enabled"] = true
            attributes["stickiness.type"] = "source_ip"
        }
        spec["attributes"] = .object(attributes)
        return .object(spec)
    }

    /// `taskdef_overrides`: paths in CloudFormation's names, `ContainerDefinitions[0].Ulimits[-].SoftLimit`.
    mutating func overrides(_ node: ForeignNode?, _ service: inout CarriedService) {
        for item in node?.items ?? [] {
            guard let path = item["path"]?.text, let value = item["value"] else {
                ledger.leave(item, "has no path and value")
                continue
            }
            var definition = service.task
            definition["containerDefinitions"] = .list(service.containers)
            guard let steps = CopilotPath(path),
                let changed = steps.setting(value.value.loweredKeys, in: .object(definition))
            else {
                ledger.leave(item, "is a path that leads nowhere in the task definition that was written")
                continue
            }
            ledger.carry(item)
            service.containers = changed["containerDefinitions"]?.list ?? []
            service.task = changed.object ?? [:]
            service.task["containerDefinitions"] = nil
        }
    }
}
