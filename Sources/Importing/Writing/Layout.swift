import Model

/// Which file a manifest goes to: by kind what services share, a folder each for services.
enum Layout {
    static func file(of thing: LiveThing, _ names: Names) -> String {
        switch thing.id.kind {
        case "Cluster": return "cluster.yaml"
        case "LaunchTemplate", "AutoScalingGroup", "CapacityProvider": return "capacity.yaml"
        case "LoadBalancer", "TargetGroup": return "load-balancer.yaml"
        default: break
        }
        guard let service = thing.service else { return "\(thing.id.kind.lowerCamel).yaml" }
        let folder = names.names[ResourceID("Service", service)] ?? Names.kebab(service)
        return thing.id.kind == "TaskDefinition" ? "\(folder)/task-definition.yaml" : "\(folder)/service.yaml"
    }

    /// The order inside a file: what others stand on first.
    static let kinds = [
        "LogGroup", "LaunchTemplate", "AutoScalingGroup", "CapacityProvider", "Cluster", "LoadBalancer", "TargetGroup",
        "TaskDefinition", "Service", "ScalingPolicy", "Alarm",
    ]
}
