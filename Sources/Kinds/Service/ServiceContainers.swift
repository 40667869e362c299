import Model

/// What a service says of the containers of its task definition, held against the definition where that has a manifest: ECS
/// refuses the service otherwise, once the new revision is registered.
struct ServiceContainers {
    private let service: Resource
    private let definition: Resource

    /// Nil where the task definition is not among `all`.
    init?(_ service: Resource, among all: ResourceIndex) {
        guard let reference = service.spec["taskDefinition"]?.reference, let definition = all[reference.resource] else {
            return nil
        }
        (self.service, self.definition) = (service, definition)
    }

    /// Everything that does not fit, but for what `policy.ignore` and `policy.unchecked` pass over.
    var faults: [Diagnostic] {
        let all =
            targets("loadBalancers") + targets("serviceRegistries") + portNames
            + network
        let passed = service.policy.ignore + service.policy.unchecked
        return all.filter { fault in !passed.contains { path in fault.path.map(path.covers) ?? false } }
    }

    private var containers: [Value] { definition.spec["containerDefinitions"]?.list ?? [] }

    private func ports(_ container: Value) -> [Value] { container["portMappings"]?.list ?? [] }

    /// Each element's container, and its port.
    private func targets(_ list: String) -> [Diagnostic] {
        (service.spec[list]?.list ?? []).enumerated().compactMap { index, element in
            guard let stated = element["containerName"], let name = stated.string else { return nil }
            guard let container = containers.first(where: { $0["name"]?.string == name }) else {
                let names = containers.compactMap { $0["name"]?.string }.joined(separator: ", ")
                return say(
                    "\(definition.id) has no container \(name)", stated, [list, "\(index)", "containerName"],
                    hint: names.isEmpty ? nil : "one of \(names)")
            }
            guard let number = element["containerPort"]?.integer, !maps(container, number) else { return nil }
            return say(
                "the container \(name) of \(definition.id) maps no port \(number)", element["containerPort"] ?? element,
                [list, "\(index)", "containerPort"], hint: "add it to its portMappings, or name one that is there")
        }
    }

    private func maps(_ container: Value, _ port: Int) -> Bool {
        ports(container).contains { $0["containerPort"]?.integer == port || $0["containerPortRange"] != nil }
    }

    /// Names of ports, which Service Connect goes by.
    private var portNames: [Diagnostic] {
        let known = Set(containers.flatMap(ports).compactMap { $0["name"]?.string })
        let services = service.spec["serviceConnectConfiguration"]?["services"]?.list ?? []
        return services.enumerated().compactMap { index, element in
            guard let stated = element["portName"], let name = stated.string, !known.contains(name) else { return nil }
            return say(
                "no port mapping of \(definition.id) is named \(name)", stated,
                ["serviceConnectConfiguration", "services", "\(index)", "portName"],
                hint: known.isEmpty
                    ? "give a port mapping that name" : "one of \(known.sorted().joined(separator: ", "))")
        }
    }

    /// Tasks have addresses of their own exactly in the network mode `awsvpc`.
    private var network: [Diagnostic] {
        let isFargate = definition.spec["requiresCompatibilities"]?.list?.contains("FARGATE") ?? false
        let mode = definition.spec["networkMode"]?.string ?? (isFargate ? "awsvpc" : "bridge")
        let stated = service.spec["networkConfiguration"]
        if mode == "awsvpc", stated == nil {
            return [
                say(
                    "\(definition.id) has the network mode awsvpc, which needs networkConfiguration", nil,
                    ["networkConfiguration"], hint: "awsvpcConfiguration with subnets and securityGroups")
            ]
        }
        guard mode != "awsvpc", let stated else { return [] }
        return [
            say(
                "\(definition.id) has the network mode \(mode), with which ECS refuses networkConfiguration", stated,
                ["networkConfiguration"], hint: "take it out, or give the task definition networkMode: awsvpc")
        ]
    }

    private func say(_ message: String, _ value: Value?, _ path: [String], hint: String?) -> Diagnostic {
        Diagnostic(
            message, hint: hint, at: value?.place ?? value?.keyPlace ?? service.place, of: service.id,
            path: FieldPath(path))
    }
}
