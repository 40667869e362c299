import Kinds
import Manifest
import Model

/// A repository that was drawn: every kind, wired together as a small team would, with whatever members chance gives them.
struct DrawnStack: Sendable {
    private(set) var manifests: [DrawnManifest] = []
    private var chance: Chance

    init(seed: UInt64) {
        chance = Chance(seed: seed)
        let strategy = chance.pick(ServiceFields.Strategy.allCases)
        capacity()
        balancing(strategy)
        services(strategy)
        watching()
    }

    /// The repository's files.
    var files: [String: String] {
        manifests.reduce(into: ["neap.yaml": Self.environment]) { $0[$1.file] = $1.text }
    }

    private static let environment = """
        apiVersion: neap/v1
        kind: Environment
        metadata: {name: production}
        spec:
          paths: [production]
          aws: {region: eu-west-1, accountId: "123456789012"}
          owner: github.com/example/infra
          drift: correct
          correctAfter: 0s
        """

    private mutating func add(_ kind: String, _ name: String, _ fields: [Field]) {
        manifests.append(DrawnManifest(kind, name, fields, &chance))
    }

    private mutating func capacity() {
        let (isProtected, isMixed) = (chance.has(60), chance.has(60))
        add("LaunchTemplate", "nodes", LaunchTemplateFields.all(cluster: "main"))
        add("AutoScalingGroup", "nodes", GroupFields.all(template: "nodes", isMixed: isMixed, isProtected: isProtected))
        add("CapacityProvider", "nodes", CapacityProviderFields.all(group: "nodes", isProtected: isProtected))
        add("Cluster", "main", ClusterFields.all(providers: ["nodes"]))
    }

    private mutating func balancing(_ strategy: ServiceFields.Strategy) {
        let isNative = strategy != .rolling
        add("TargetGroup", "web", TargetGroupFields.http(ofService: true))
        if isNative { add("TargetGroup", "web-green", TargetGroupFields.http(ofService: true)) }
        let free = ["one", "two"].prefix(chance.draw(1...2)).map { $0 }
        for name in free { add("TargetGroup", name, TargetGroupFields.http(ofService: false)) }
        let hasFunction = chance.has(40)
        if hasFunction { add("TargetGroup", "function", TargetGroupFields.lambda) }
        let groups = BalancerFields.Groups(
            service: "web", other: isNative ? "web-green" : nil, free: free, function: hasFunction ? "function" : nil)
        add("LoadBalancer", "front", BalancerFields.application(groups))
        add("ListenerRule", "extra", BalancerFields.alone(on: chance.pick(["front/80", "front/443"]), groups))
        if chance.has(30) {
            add("TargetGroup", "db", TargetGroupFields.tcp)
            add("LoadBalancer", "inner", BalancerFields.network(to: "db"))
        }
    }

    private mutating func services(_ strategy: ServiceFields.Strategy) {
        let logs = "/ecs/" + chance.word()
        add("LogGroup", "logs", [.fixed("/logGroupName", .string(logs))] + LogGroupFields.all)
        add("TaskDefinition", "web", TaskDefinitionFields.all(logGroup: logs, containers: chance.draw(1...3), "web"))
        let balancing = ServiceFields.balanced(
            group: "web", other: strategy == .rolling ? nil : "web-green", rule: "front/80/10")
        add(
            "Service", "web",
            ServiceFields.replica(
                cluster: "main", definition: "web", provider: "nodes", group: "web", balancing: balancing, strategy,
                alarm: "errors"))
        if chance.has(70) {
            add("ScalingPolicy", "web", ScalingFields.all(service: "web", balancer: "front", group: "web"))
        }
        guard chance.has(40) else { return }
        add("TaskDefinition", "agent", TaskDefinitionFields.all(logGroup: logs, containers: 1, "agent"))
        add("Service", "agent", ServiceFields.daemon(cluster: "main", definition: "agent"))
    }

    private mutating func watching() {
        add("Alarm", "errors", AlarmFields.metric())
        if chance.has(50) { add("Alarm", "share", AlarmFields.expression) }
    }

    /// Every single change that chance makes of each member of each manifest.
    func edits(seed: UInt64) -> [Edit] {
        var chance = Chance(seed: seed ^ 0xED17)
        return manifests.flatMap { manifest in manifest.fields.compactMap { manifest.edited($0, &chance) } }
    }
}
