import Kinds
import Model

/// A port of an instance belongs to one container.
enum HostPortClash: LintRule {
    static let id = "host-port-clash"
    static let weight = Finding.Weight.refuse
    static let summary = """
        Two containers of one task want the same port (of the instance, or, with `awsvpc`, of the task), so that it never \
        starts. A warning where two services want the same port of an instance: no instance can hold a task of each.
        """
    static let remedy = "`hostPort: 0` with bridge networking takes a free port; a load balancer finds it."

    static func findings(in context: LintContext) -> [Finding] {
        context.index.all("TaskDefinition").flatMap(within) + between(context)
    }

    private static func within(_ definition: Resource) -> [Finding] {
        let containers = (definition.spec["containerDefinitions"]?.list ?? []).map {
            LintContainer(definition: definition, value: $0)
        }
        var owners: [String: String] = [:]
        var found: [Finding] = []
        for container in containers {
            for mapping in container.value["portMappings"]?.list ?? [] {
                guard let port = wanted(mapping, definition.spec["networkMode"]?.string) else { continue }
                guard let owner = owners.updateValue(container.name, forKey: port) else { continue }
                found.append(
                    finding(
                        definition, at: container.path("/portMappings"), mapping,
                        "containers \(owner) and \(container.name) both want port \(port)"))
            }
        }
        return found
    }

    /// `8080/tcp`, where only one container of a task can have it; nil for one that is given out.
    private static func wanted(_ mapping: Value, _ mode: String?) -> String? {
        let member = mode == "awsvpc" ? "containerPort" : "hostPort"
        guard let port = mapping[member]?.integer, port > 0 else { return nil }
        return "\(port)/\(mapping["protocol"]?.string ?? "tcp")"
    }

    /// Services whose tasks share instances; the later one by name is told.
    private static func between(_ context: LintContext) -> [Finding] {
        let capacities = context.services.compactMap { ServiceCapacity(of: $0, in: context.rolling) }
        return capacities.enumerated().compactMap { index, capacity in
            for other in capacities[..<index] where shares(capacity, other) {
                let ports = Set(capacity.demand.ports).intersection(other.demand.ports).sorted().map(String.init)
                guard !ports.isEmpty else { continue }
                return Finding(
                    id, .warn, capacity.service.id, path: "/taskDefinition",
                    place: capacity.service.place(of: "/taskDefinition"),
                    "its tasks and those of \(other.service.id) want port \(Words.list(ports)) of the same instances",
                    details: ["No instance can hold a task of each."])
            }
            return nil
        }
    }

    private static func shares(_ a: ServiceCapacity, _ b: ServiceCapacity) -> Bool {
        !Set(a.pools.map(\.group)).isDisjoint(with: b.pools.map(\.group))
    }
}
