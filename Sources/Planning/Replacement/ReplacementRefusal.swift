import Kinds
public import Model

/// Why something is not replaced, each with what to do by hand.
public struct ReplacementRefusal: Sendable {
    let resource: Resource
    let permission: String?
    let services: [Resource]
    let routers: [Resource]
    let groups: [Resource]

    /// About `resource` among `all`; `permission` is the entry of `policy.allow` that it needs.
    public init(_ resource: Resource, needing permission: String?, among all: [ResourceID: Resource]) {
        self.resource = resource
        self.permission = permission
        let users = all.values.filter { $0.id != resource.id && $0.spec.names(resource.id) }.sorted { $0.id < $1.id }
        services = users.filter { $0.id.kind == "Service" }
        routers = users.filter { $0.id.kind == "Listener" || $0.id.kind == "ListenerRule" }
        groups = users.filter { $0.id.kind == "AutoScalingGroup" }
    }

    /// Why nothing is replaced for `changes`; nil when it is.
    public func why(_ changes: [FieldChange]) -> String? {
        if let permission, resource.policy.allow[permission] == nil {
            return "A new \(resource.id.kind) has another DNS name, which clients have to learn: set policy.allow: "
                + "{\(permission): <why that is well>} once they can, or take the change back"
        }
        return resource.id.kind == "TargetGroup" ? ofTargetGroup(Set(changes.compactMap(\.path.parts.first))) : nil
    }

    private func ofTargetGroup(_ fields: Set<String>) -> String? {
        let byHand = "Make a target group under another name with a service of its own, and move the rule"
        if let field = fields.intersection(["targetType", "vpcId"]).sorted().first, let service = services.first {
            return
                "\(service.id) can not register its tasks with both: \(field) is about how they are reached. \(byHand)"
        }
        if let service = services.first(where: isNative) {
            return
                "\(service.id) moves the traffic between its target groups itself. Give it new ones under other names"
        }
        if let service = services.first(where: isForeign) {
            return "another deployment controller than ECS runs \(service.id). \(byHand)"
        }
        if let router = routers.first(where: isNetwork) {
            return "\(router.id) is no application load balancer's, and splits no traffic. \(byHand)"
        }
        return groups.first.map { "\($0.id) registers its instances itself. \(byHand)" }
    }

    private func isNative(_ service: Resource) -> Bool {
        (service.spec["loadBalancers"]?.list ?? []).contains { $0["advancedConfiguration"]?.names(resource.id) == true }
            || (service.spec["loadBalancers"]?.list ?? []).contains {
                $0["targetGroupArn"]?.names(resource.id) == true && $0["advancedConfiguration"] != nil
            }
    }

    private func isForeign(_ service: Resource) -> Bool {
        (service.spec["deploymentController"]?["type"]?.string ?? "ECS") != "ECS"
    }

    private func isNetwork(_ router: Resource) -> Bool {
        guard router.id.kind == "Listener", let word = router.spec["protocol"]?.string else { return false }
        return !word.hasPrefix("HTTP")
    }

    /// What is never replaced by itself.
    static func general(_ kind: String) -> String {
        switch kind {
        case "Cluster":
            "A cluster is not replaced: everything in it would have to go. Make a second one beside it, move the services, "
                + "and take this one out"
        case "Service":
            "A service is not replaced: its name is unique in its cluster, and scaling, alarms and people know it by that. "
                + "Make one under another name, move the traffic to it, and take this one out; or take the change back"
        default: "Give the new one another name, or take the change back"
        }
    }
}
