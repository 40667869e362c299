import AWSAutoScaling
import AWSWire
import Model

/// An Auto Scaling group: the instances that a cluster's tasks run on.
enum AutoScalingGroup: Kind {
    static let writers = ["UpdateAutoScalingGroup", "SetDesiredCapacity", "DeleteAutoScalingGroup"]

    static let schema = KindSchema(
        kind: "AutoScalingGroup", shape: shape, rules: rules + FieldRule.readOnly(readOnlyNames),
        nameMember: "autoScalingGroupName",
        summary: "The instances that tasks run on: how many, of which types, in which subnets.")

    static let manifest = ManifestKind(schema) { group in
        let (parts, found) = GroupTemplates.expand(group)
        return (parts, found + GroupBounds.faults(of: group))
    }

    /// What UpdateAutoScalingGroup takes.
    static let updatable = (AutoScaling.model.shapes["UpdateAutoScalingGroupType"].members?.names ?? [])
        .filter { $0 != "autoScalingGroupName" }

    static func outputs(of resource: Resource) -> [String: Value] { ["name": .string(resource.awsName)] }

    private static let described = AutoScaling.model.shapes["AutoScalingGroup"]
    private static let readOnlyNames = SpecShape.readOnlyNames(
        described, beyond: AutoScaling.model.shapes["CreateAutoScalingGroupType"], except: ["enabledMetrics"])

    private static let shape = SpecShape.structure(
        "AutoScalingGroup", from: AutoScaling.model.shapes["CreateAutoScalingGroupType"],
        without: ["instanceId", "skipZonalShiftValidation"], optional: ["autoScalingGroupName"],
        adding: [
            SpecShape.tags, Member("vpcZoneIdentifier", .stringList, awsName: "VPCZoneIdentifier"),
            Member("enabledMetrics", .stringList, awsName: "EnabledMetrics"),
            Member("instanceRefresh", RefreshPreferences.shape),
        ] + described.picking(readOnlyNames)
    ).bounded(by: GroupBounds.fields)

    private static let rules: [FieldRule] =
        [.tags] + bounds + settings + hooks + GroupTemplates.rules + RefreshPreferences.rules

    private static let bounds: [FieldRule] = [
        FieldRule("/minSize", onRemoval: .required),
        FieldRule("/maxSize", onRemoval: .required),
        FieldRule(
            "/desiredCapacity", .scalesNow, onRemoval: .keep,
            note: "The count to begin with; a capacity provider that scales moves it, and from 0 if minSize is 0."),
        FieldRule("/vpcZoneIdentifier", elements: .set, onRemoval: .keep, normal: subnets),
        FieldRule(
            "/vpcZoneIdentifier/*", target: .init("Subnet", "ids", lookup: true, idPrefixes: ["subnet-"])),
        FieldRule("/availabilityZones", elements: .set, onRemoval: .keep),
        FieldRule("/availabilityZoneIds", elements: .set, onRemoval: .keep),
    ]

    private static let settings: [FieldRule] = [
        FieldRule("/terminationPolicies", elements: .ordered, absent: ["Default"]),
        FieldRule("/newInstancesProtectedFromScaleIn", absent: false),
        FieldRule("/capacityRebalance", absent: false),
        FieldRule("/defaultCooldown", absent: 300),
        FieldRule("/defaultInstanceWarmup", absent: -1),
        FieldRule("/maxInstanceLifetime", absent: 0),
        FieldRule("/healthCheckType", absent: "EC2", normal: checks),
        FieldRule("/healthCheckGracePeriod", absent: 0, onRemoval: .keep),
        FieldRule("/placementGroup", absent: ""),
        FieldRule("/desiredCapacityType", absent: "units"),
        FieldRule("/deletionProtection", absent: "none"),
        FieldRule("/instanceMaintenancePolicy/minHealthyPercentage", absent: -1),
        FieldRule("/instanceMaintenancePolicy/maxHealthyPercentage", absent: -1),
        FieldRule("/availabilityZoneDistribution/capacityDistributionStrategy", absent: "balanced-best-effort"),
        FieldRule("/serviceLinkedRoleARN", onRemoval: .keep),
        FieldRule("/context", onRemoval: .keep),
        FieldRule("/enabledMetrics", operation: "EnableMetricsCollection", elements: .set, absent: [], normal: metrics),
    ]

    private static let hooks: [FieldRule] =
        [
            FieldRule(
                "/targetGroupARNs", operation: "AttachLoadBalancerTargetGroups", elements: .set, absent: [],
                shared: true,
                note: "Not for target groups of ECS services, which register their tasks themselves."),
            FieldRule("/targetGroupARNs/*", target: .init("TargetGroup", "arn")),
            FieldRule("/loadBalancerNames", operation: "AttachLoadBalancers", elements: .set, absent: [], shared: true),
            FieldRule(
                "/trafficSources", operation: "AttachTrafficSources", elements: .keyed(["identifier"]), absent: [],
                shared: true),
            FieldRule(
                "/lifecycleHookSpecificationList", operation: "PutLifecycleHook",
                elements: .keyed(["lifecycleHookName"]), absent: [], shared: true),
            FieldRule("/lifecycleHookSpecificationList/*", whole: true),
            FieldRule("/lifecycleHookSpecificationList/*/heartbeatTimeout", absent: 3600),
            FieldRule("/lifecycleHookSpecificationList/*/defaultResult", absent: "ABANDON"),
        ]
        // AWS keeps what a hook is told no more of these.
        + ["notificationTargetARN", "roleARN", "notificationMetadata"].map {
            FieldRule(FieldPath(["lifecycleHookSpecificationList", "*", $0]), onRemoval: .keep, shared: true)
        }

    /// Metrics by their names; a describe call gives each with its granularity.
    static let metrics: @Sendable (Value) -> Value = { value in
        guard let items = value.list else { return value }
        let names = items.map { $0["metric"] ?? $0["Metric"] ?? $0 }
        return Value(.list(names), at: value.place, key: value.keyPlace)
    }

    /// AWS's text of subnets with commas, as a list.
    static let subnets: @Sendable (Value) -> Value = { value in
        guard let text = value.string else { return value }
        let items = text.split(separator: ",").map { part in
            Value(.string(String(part.drop { $0 == " " })), at: value.place)
        }
        return Value(.list(items), at: value.place, key: value.keyPlace)
    }

    /// AWS's text of health checks with commas, of which the order means nothing.
    static let checks: @Sendable (Value) -> Value = { value in
        guard let text = value.string, text.contains(",") else { return value }
        let sorted = text.split(separator: ",").map { $0.filter { $0 != " " } }.sorted().joined(separator: ",")
        return Value(.string(sorted), at: value.place, key: value.keyPlace)
    }

    static func health(of resource: Resource, live: Live) -> Health {
        if let health = RefreshHealth.of(resource, live) { return health }
        let instances = live.detail["instances"]?.list ?? []
        let serving = instances.filter { $0["lifecycleState"]?.string == "InService" }
        let weights = serving.map { $0["weightedCapacity"]?.scalarText.flatMap { Int($0) } ?? 1 }
        let (capacity, heaviest) = (weights.reduce(0, +), weights.max() ?? 1)
        let wanted = live.detail["desiredCapacity"]?.integer ?? capacity
        // With weights a group stops at the first instance that makes it enough.
        guard capacity < wanted || capacity - heaviest >= wanted else { return .healthy }
        // What is protected stays until ECS finds it without tasks, be that never: the group is at rest.
        let isAtRest =
            instances.count == serving.count && serving.allSatisfy { $0["protectedFromScaleIn"]?.bool == true }
        guard capacity < wanted || !isAtRest else { return .healthy }
        let what = heaviest > 1 ? "units of capacity" : "instances"
        return Health(.progressing, .updating, "\(capacity) of \(wanted) \(what) are in service")
    }

    /// The tag by which ECS marks a group that it scales; it stays when managed scaling is switched off.
    static let managedTag: FieldPath = "/tags/AmazonECSManaged"

    /// A group with ECS's tag is moved whether or not a manifest says so, unless a manifest's provider says otherwise.
    static func claims(on resource: Resource, live: Live) -> [Claim] {
        guard live.spec[managedTag] != nil else { return [] }
        var claim = Claim(resource.id, "/desiredCapacity", owner: "a capacity provider in AWS", band: nil)
        claim.sign = managedTag
        return [claim]
    }

    static func holds(on resource: Resource, live: Live, isRetried: Bool) -> [Hold] {
        guard case .hold(let reason, let text) = RefreshMove(resource, live, isRetried: isRetried) else { return [] }
        return GroupConfiguration.members.map { Hold(FieldPath([$0]), reason, text) }
    }

    static func pause(_ resource: Resource, live: Live, for reason: String) -> [PlannedCall] {
        RefreshCalls.pause(resource, live, for: reason)
    }

    static func rescue(_ resource: Resource, live: Live) -> [PlannedCall] { RefreshCalls.rescue(resource, live) }

    /// What is taken away from nobody costs nothing: a type more, or a template of a group without instances.
    static func effect(of change: FieldChange, on resource: Resource, live: Live) -> Effect {
        let isTemplate =
            change.path.parts.first == "launchTemplate"
            || change.path.parts.dropFirst().first != "instancesDistribution"
        guard change.effect == .rollsInstances else { return change.effect }
        let hasInstances = live.detail["instances"]?.list?.isEmpty == false
        guard hasInstances else { return .noRestart }
        return isTemplate && RefreshMove(resource, live) == .update ? .noRestart : change.effect
    }

    /// Instances roll only while Spot takes none of them away.
    static func gates(of resource: Resource, among all: ResourceIndex) -> [Gate] {
        let requirement = PlannedCall.Requirement(
            Reference(resource.id, SpotInterruptions.output), in: ["none"],
            reason: "after Spot has taken what it takes")
        return [Gate(resource.id, .instanceRollout, requirement)]
    }

    static func rolledCount(of live: Live) -> Int? { live.detail["instances"]?.list?.count }
}
