import Model

extension Service {
    static let rules: [FieldRule] =
        general + capacity + balancing + network + deployment + native
        + LogOptions.rules(at: "/serviceConnectConfiguration/logConfiguration/options")
        + BeforeRollout.memberRules.map { $0.below("/beforeRollout") }

    private static let general: [FieldRule] = [
        .tags,
        FieldRule("/cluster", absent: "default", target: .init("Cluster", "arn")),
        FieldRule(
            "/taskDefinition", .rollsTasks, onRemoval: .required, target: .init("TaskDefinition", "arn"),
            normal: revision, note: "A TaskDefinition's name, an inline one, or `family:revision` or an ARN of another."
        ),
        FieldRule(
            "/desiredCount", .scalesNow, onRemoval: .keep,
            note: "How many tasks run; only the first count once a ScalingPolicy moves it."),
        FieldRule("/schedulingStrategy", absent: "REPLICA"),
        FieldRule("/enableExecuteCommand", absent: false),
        FieldRule("/enableECSManagedTags", absent: false),
        FieldRule("/propagateTags", absent: "NONE"),
        FieldRule("/availabilityZoneRebalancing", onRemoval: .keep),
        FieldRule("/platformVersion", .rollsTasks, onRemoval: .keep),
        FieldRule("/beforeRollout", note: BeforeRollout.note),
    ]

    private static let capacity: [FieldRule] = [
        FieldRule("/placement", note: ServicePlacement.note),
        FieldRule("/placementStrategy", elements: .ordered, absent: []),
        FieldRule("/placementStrategy/*/field", normal: ServicePlacement.field),
        FieldRule("/placementConstraints", elements: .set, absent: []),
        FieldRule(
            "/capacityProviderStrategy", .rollsTasks, elements: .keyed(["capacityProvider"]), onRemoval: .keep,
            whole: true),
        FieldRule(
            "/capacityProviderStrategy/*/capacityProvider",
            target: .init("CapacityProvider", "name", idPrefixes: ["FARGATE"])),
        FieldRule("/capacityProviderStrategy/*/base", absent: 0),
        FieldRule("/capacityProviderStrategy/*/weight", absent: 0),
    ]

    private static let balancing: [FieldRule] = [
        FieldRule(
            "/loadBalancers", .rollsTasks, elements: .keyed(["targetGroupArn", "containerName", "containerPort"]),
            onRemoval: .keep, whole: true),
        FieldRule("/loadBalancers/*/targetGroupArn", target: .init("TargetGroup", "arn", alias: "targetGroup")),
        FieldRule(
            "/loadBalancers/*/advancedConfiguration/alternateTargetGroupArn",
            target: .init("TargetGroup", "arn", alias: "alternateTargetGroup")),
        FieldRule(
            "/loadBalancers/*/advancedConfiguration/productionListenerRule", target: listenerRule,
            note: "The rule whose weights move: `load-balancer/port/priority`, or a Network Load Balancer's listener."),
        FieldRule("/loadBalancers/*/advancedConfiguration/testListenerRule", target: listenerRule),
        FieldRule("/healthCheckGracePeriodSeconds", absent: 0, onRemoval: .keep),
    ]

    private static let listenerRule = FieldRule.Target("ListenerRule", "arn", or: "Listener")

    private static let network: [FieldRule] = [
        FieldRule("/networkConfiguration", .rollsTasks, onRemoval: .keep),
        FieldRule(
            "/networkConfiguration/awsvpcConfiguration/subnets", elements: .set,
            target: .init("Subnet", "id", lookup: true, idPrefixes: ["subnet-"])),
        FieldRule(
            "/networkConfiguration/awsvpcConfiguration/securityGroups", elements: .set,
            target: .init("SecurityGroup", "id", lookup: true, idPrefixes: ["sg-"])),
        FieldRule("/networkConfiguration/awsvpcConfiguration/assignPublicIp", absent: "DISABLED"),
        FieldRule("/serviceRegistries", .rollsTasks, elements: .set, absent: []),
        FieldRule("/serviceConnectConfiguration", .rollsTasks, absent: ["enabled": false]),
        FieldRule("/serviceConnectConfiguration/enabled", absent: false),
        FieldRule("/serviceConnectConfiguration/services", elements: .keyed(["portName"])),
        FieldRule("/volumeConfigurations", .rollsTasks, elements: .keyed(["name"]), absent: []),
        FieldRule("/vpcLatticeConfigurations", .rollsTasks, elements: .set, absent: []),
    ]

    private static let deployment: [FieldRule] = [
        FieldRule("/deploymentController/type", absent: "ECS"),
        FieldRule("/deploymentConfiguration/strategy", absent: "ROLLING"),
        FieldRule("/deploymentConfiguration/bakeTimeInMinutes", absent: 0),
        FieldRule("/deploymentConfiguration/maximumPercent", absent: 200),
        FieldRule("/deploymentConfiguration/minimumHealthyPercent", absent: 100),
        FieldRule(
            "/deploymentConfiguration/alarms", absent: ["alarmNames": [], "enable": false, "rollback": false]),
        FieldRule(
            "/deploymentConfiguration/alarms/alarmNames", elements: .set, absent: [], target: .init("Alarm", "name")),
        FieldRule("/deploymentConfiguration/alarms/enable", absent: false),
        FieldRule("/deploymentConfiguration/alarms/rollback", absent: false),
        FieldRule("/deploymentConfiguration/deploymentCircuitBreaker", absent: ["enable": false, "rollback": false]),
        FieldRule("/deploymentConfiguration/deploymentCircuitBreaker/enable", absent: false),
        FieldRule("/deploymentConfiguration/deploymentCircuitBreaker/rollback", absent: false),
        FieldRule("/deploymentConfiguration/deploymentCircuitBreaker/resetOnHealthyTask", absent: true),
        FieldRule(
            "/deploymentConfiguration/deploymentCircuitBreaker/thresholdConfiguration",
            absent: ["type": "BOUNDED_PERCENT", "value": 50]),
        FieldRule(
            "/deploymentConfiguration/deploymentCircuitBreaker/thresholdConfiguration/type", absent: "BOUNDED_PERCENT"),
        FieldRule("/deploymentConfiguration/deploymentCircuitBreaker/thresholdConfiguration/value", absent: 50),
    ]

    /// ECS's own strategies (aws-facts 1.8).
    private static let native: [FieldRule] = [
        FieldRule("/deploymentConfiguration/linearConfiguration", onRemoval: .keep),
        FieldRule("/deploymentConfiguration/linearConfiguration/stepPercent", absent: 10.0),
        FieldRule("/deploymentConfiguration/linearConfiguration/stepBakeTimeInMinutes", absent: 6),
        FieldRule("/deploymentConfiguration/canaryConfiguration", onRemoval: .keep),
        FieldRule("/deploymentConfiguration/canaryConfiguration/canaryPercent", absent: 5.0),
        FieldRule("/deploymentConfiguration/canaryConfiguration/canaryBakeTimeInMinutes", absent: 10),
        FieldRule("/deploymentConfiguration/lifecycleHooks", elements: .set, absent: [], whole: true),
        FieldRule("/deploymentConfiguration/lifecycleHooks/*/targetType", absent: "AWS_LAMBDA"),
        FieldRule("/deploymentConfiguration/lifecycleHooks/*/lifecycleStages", elements: .set),
    ]

    /// A daemon's tasks are stopped before new ones start (aws-facts 1.1).
    static func absent(at path: FieldPath, of resource: Resource) -> Value? {
        let isDaemon = resource.spec["schedulingStrategy"]?.string == "DAEMON"
        switch path {
        case "/deploymentConfiguration/minimumHealthyPercent" where isDaemon: return 0
        case "/deploymentConfiguration/maximumPercent" where isDaemon: return 100
        default: return schema.rule(at: path)?.absent
        }
    }

    /// A revision's ARN as `family:revision`, so that both spellings are one.
    static let revision: @Sendable (Value) -> Value = { value in
        guard let text = value.string, text.contains(":task-definition/") else { return value }
        return Value(.string(lastPart(text)), at: value.place, key: value.keyPlace)
    }
}
