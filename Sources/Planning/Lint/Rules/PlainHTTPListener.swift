import Kinds
import Model

/// What passes an open network in plain text can be read and changed.
enum PlainHTTPListener: KindLintRule {
    static let id = "plain-http-listener"
    static let kind = "Listener"
    static let weight = Finding.Weight.warn
    static let summary = """
        A load balancer that faces the internet forwards requests that came over plain HTTP: sessions, tokens and pages can be \
        read and changed on their way.
        """
    static let remedy = "An HTTPS listener with a certificate, and on port 80 a redirect to it."

    static func finding(of resource: Resource, in context: LintContext) -> Finding? {
        let balancer = resource.spec["loadBalancerArn"]?.reference?.resource
        guard resource.spec["protocol"]?.string == "HTTP", let owner = balancer.flatMap({ context.index[$0] }),
            owner.spec["scheme"]?.string != "internal", owner.spec["type"]?.string ?? "application" == "application",
            let (part, actions, forward) = forwarding(resource, in: context)
        else { return nil }
        return finding(
            part, at: actions, forward,
            "requests from the internet are forwarded from plain HTTP on port \(resource.spec["port"]?.scalarText ?? "")"
        )
    }

    /// The action that lets requests through, the listener's own or one of its rules', and where it stands.
    private static func forwarding(
        _ listener: Resource, in context: LintContext
    ) -> (part: Resource, actions: FieldPath, forward: Value)? {
        let rules = context.index.referring(to: listener.id).filter { $0.id.kind == "ListenerRule" }
        let all: [(Resource, FieldPath)] = [(listener, "/defaultActions")] + rules.map { ($0, "/actions") }
        for (part, actions) in all {
            let forward = part.spec[actions]?.list?.first { $0["type"]?.string == "forward" }
            if let forward { return (part, actions, forward) }
        }
        return nil
    }
}
