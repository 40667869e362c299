import Model

extension CopilotReader {
    /// The ports that containers state, written into them.
    mutating func ports(_ node: ForeignNode, _ service: inout CarriedService) {
        if let port = ledger.integer(node["image"]?["port"]) { expose(port, service.name, &service) }
        for (name, sidecar) in node["sidecars"]?.members ?? [] {
            guard let text = ledger.text(sidecar["port"]) else { continue }
            let parts = text.split(separator: "/").map(String.init)
            guard let port = parts.first.flatMap({ Int($0) }) else {
                ledger.leave(sidecar["port"], "is no port")
                continue
            }
            expose(port, name, &service, transport: parts.count == 2 ? parts[1] : "tcp")
        }
    }

    /// Adds a port to a container that does not have it yet.
    func expose(_ port: Int, _ container: String, _ service: inout CarriedService, transport: String = "tcp") {
        guard let index = service.containers.firstIndex(where: { $0["name"]?.string == container }) else { return }
        var mappings = service.containers[index]["portMappings"]?.list ?? []
        guard !mappings.contains(where: { $0["containerPort"]?.integer == port }) else { return }
        var mapping: [String: Value] = ["containerPort": .integer(port)]
        if transport != "tcp" { mapping["protocol"] = .string(transport) }
        mappings.append(.object(mapping))
        service.containers[index]["portMappings"] = .list(mappings)
    }

    /// The port of a container that stands first in it.
    func port(of container: String, _ service: CarriedService) -> Int? {
        let found = service.containers.first { $0["name"]?.string == container }
        return found?["portMappings"]?.list?.first?["containerPort"]?.integer
    }

    /// Services find one another through Service Connect: under their own name where Copilot had it so, else under the
    /// name that service discovery gave them.
    mutating func connect(_ node: ForeignNode, _ service: inout CarriedService) {
        let connect = node["network"]?["connect"]
        let isConnected = connect.map { $0.isMapping || $0.text == "true" } ?? false
        if connect?.isMapping == false { ledger.carry(connect) }
        let alias = ledger.text(connect?["alias"])
        var configuration: [String: Value] = ["enabled": true]
        configuration["namespace"] = stack.connect()
        let http = node["http"]
        let named = (http?["target_container"] ?? http?["targetContainer"])?.text
        let stated = http?["target_port"]?.text.flatMap { Int($0) }
        if let (target, port) = target(named, stated, service) {
            expose(port, target, &service)
            name(port, of: target, &service)
            let discovered = "\(service.name).\(settings.environment).\(files.application).local"
            configuration["services"] = [
                [
                    "portName": .string("\(service.name)-\(port)"),
                    "clientAliases": [
                        [
                            "dnsName": .string(alias ?? (isConnected ? service.name : discovered)),
                            "port": .integer(port),
                        ]
                    ],
                ]
            ]
        }
        service.service?["serviceConnectConfiguration"] = .object(configuration)
    }

    private func name(_ port: Int, of container: String, _ service: inout CarriedService) {
        guard let index = service.containers.firstIndex(where: { $0["name"]?.string == container }) else { return }
        let mappings = (service.containers[index]["portMappings"]?.list ?? []).map { mapping in
            var copy = mapping
            if mapping["containerPort"]?.integer == port { copy["name"] = .string("\(service.name)-\(port)") }
            return copy
        }
        service.containers[index]["portMappings"] = .list(mappings)
    }
}
