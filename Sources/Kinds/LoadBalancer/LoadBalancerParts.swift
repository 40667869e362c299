import AWSELBv2
import AWSWire
import Model

/// Listeners and rules as they stand in a load balancer's manifest, and the parts that they become.
enum LoadBalancerParts {
    /// An item of `listeners`.
    static let listener = SpecShape.structure(
        "LoadBalancerListener", from: Listener.schema.shape, without: ["loadBalancerArn"],
        adding: [Member("rules", .list(of: ShapeReference(rule)))])

    /// An item of a listener's `rules`.
    private static let rule = SpecShape.structure(
        "LoadBalancerListenerRule", from: ListenerRule.schema.shape, without: ["listenerArn"])

    /// The parts' own rules, where the manifest has them.
    static let rules =
        Listener.schema.rules.map { $0.below("/listeners/*") }
        + ListenerRule.schema.rules.map { $0.below("/listeners/*/rules/*") }
        + [FieldRule("/listeners/*/rules", elements: .keyed(["priority"]))]

    /// The load balancer, its listeners and their rules; the same port or priority twice is an error.
    static func expand(_ resource: Resource) -> (parts: [Resource], diagnostics: [Diagnostic]) {
        var owner = resource
        owner.spec["listeners"] = nil
        var parts = [owner]
        var diagnostics: [Diagnostic] = []
        var seen: Set<String> = []
        for item in resource.spec["listeners"]?.list ?? [] {
            guard let port = item["port"]?.scalarText else {
                diagnostics.append(missing("port", of: item, resource))
                continue
            }
            if !seen.insert(port).inserted {
                diagnostics.append(twice("port \(port)", item["port"], resource, item))
                continue
            }
            var spec = item
            spec["rules"] = nil
            spec["loadBalancerArn"] = .reference(resource.id, "arn")
            let listener = part("Listener", port, spec, of: resource, under: resource.id.name)
            parts.append(listener)
            let rules = expand(item["rules"], of: resource, under: listener.id)
            parts += rules.parts
            diagnostics += rules.diagnostics
        }
        return (parts, diagnostics)
    }

    private static func expand(
        _ rules: Value?, of resource: Resource, under listener: ResourceID
    ) -> (parts: [Resource], diagnostics: [Diagnostic]) {
        var parts: [Resource] = []
        var diagnostics: [Diagnostic] = []
        var seen: Set<String> = []
        for item in rules?.list ?? [] {
            guard let priority = item["priority"]?.scalarText else {
                diagnostics.append(missing("priority", of: item, resource))
                continue
            }
            if !seen.insert(priority).inserted {
                diagnostics.append(twice("priority \(priority)", item["priority"], resource, item))
                continue
            }
            var spec = item
            spec["listenerArn"] = .reference(listener, "arn")
            parts.append(part("ListenerRule", priority, spec, of: resource, under: listener.name))
        }
        return (parts, diagnostics)
    }

    private static func part(
        _ kind: String, _ key: String, _ spec: Value, of resource: Resource, under owner: String
    ) -> Resource {
        Resource(
            ResourceID(kind, "\(owner)/\(key)"), awsName: key, spec: spec, policy: resource.policy,
            labels: resource.labels, place: spec.place ?? resource.place, manifest: resource.id)
    }

    private static func missing(_ member: String, of item: Value, _ resource: Resource) -> Diagnostic {
        Diagnostic("has no \(member), which tells it apart", at: item.place ?? resource.place, of: resource.id)
    }

    private static func twice(
        _ what: String, _ value: Value?, _ resource: Resource, _ item: Value
    ) -> Diagnostic {
        Diagnostic("\(what) stands here twice", at: value?.place ?? item.place ?? resource.place, of: resource.id)
    }
}
