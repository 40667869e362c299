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
}

extension String {
    /// Within what names of ports may have.
    fileprivate var prefixed: String { String(prefix(64)) }
}
