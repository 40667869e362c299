import Model
import Simulation

extension LocalApplicationAutoScaling {
    static func putScalingPolicy(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (identity, name) = (identity(request), request.text("policyName") ?? "")
        let old = world.scaling[identity]?.policies.first { $0.name == name }
        let type = request.text("policyType") ?? old?.type ?? "StepScaling"
        let configuration = try configuration(of: type, request) ?? old?.configuration
        guard let configuration else {
            throw Refusal("ValidationException", "\(type)PolicyConfiguration is required for a new scaling policy.")
        }
        let policy = try world.putScalingPolicy(name, on: identity, type: type, configuration: configuration)
        return ["policyARN": .string(policy.arn), "alarms": alarms(policy, world)]
    }

    static func describeScalingPolicies(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let names = request.texts("policyNames")
        let rows = targets(world, request).flatMap { target in
            target.policies.filter { names.isEmpty || names.contains($0.name) }.map { row($0, of: target, world) }
        }
        return try answer("scalingPolicies", rows, request, size: 10)
    }

    static func deleteScalingPolicy(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (identity, name) = (identity(request), request.text("policyName") ?? "")
        guard world.deleteScalingPolicy(name, on: identity) else {
            throw Refusal(
                "ObjectNotFoundException", "No scaling policy found for \(identity.words), policy name: \(name)")
        }
        return .emptyObject
    }

    /// The member that holds the configuration of a policy's type.
    private static func member(of type: String) -> String {
        switch type {
        case "TargetTrackingScaling": "targetTrackingScalingPolicyConfiguration"
        case "PredictiveScaling": "predictiveScalingPolicyConfiguration"
        default: "stepScalingPolicyConfiguration"
        }
    }

    private static func configuration(of type: String, _ request: LocalRequest) throws(Refusal) -> Value? {
        guard let said = request[member(of: type)] else { return nil }
        switch type {
        case "TargetTrackingScaling": try checkTracking(said)
        case "StepScaling": try checkSteps(said)
        default: break
        }
        return said
    }

    private static func checkTracking(_ said: Value) throws(Refusal) {
        let predefined = said["predefinedMetricSpecification"]
        guard (predefined == nil) != (said["customizedMetricSpecification"] == nil) else {
            throw Refusal(
                "ValidationException",
                "Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification must be specified.")
        }
        guard predefined?["predefinedMetricType"]?.string == "ALBRequestCountPerTarget" else { return }
        let label = predefined?["resourceLabel"]?.string ?? ""
        guard label.contains("/targetgroup/") else {
            throw Refusal(
                "ValidationException", "Invalid resource label \(label) for metric type ALBRequestCountPerTarget.")
        }
    }

    private static func checkSteps(_ said: Value) throws(Refusal) {
        let steps = said["stepAdjustments"]?.list ?? []
        guard said["adjustmentType"] != nil, !steps.isEmpty else {
            throw Refusal(
                "ValidationException", "AdjustmentType and StepAdjustments are required for a step scaling policy.")
        }
        for step in steps {
            guard let low = step["metricIntervalLowerBound"]?.number,
                let high = step["metricIntervalUpperBound"]?.number,
                low >= high
            else { continue }
            throw Refusal(
                "ValidationException", "The upper bound of a step adjustment must be greater than its lower bound.")
        }
        guard (steps.count { $0["metricIntervalLowerBound"] == nil }) <= 1,
            (steps.count { $0["metricIntervalUpperBound"] == nil }) <= 1
        else { throw Refusal("ValidationException", "At most one step adjustment can have an unspecified bound.") }
    }

    private static func alarms(_ policy: ScalingPolicy, _ world: World) -> Value {
        .list(
            policy.alarms.map { name in
                ["alarmName": .string(name), "alarmARN": .string(world.place.arn("cloudwatch", "alarm:\(name)"))]
            })
    }

    private static func row(_ policy: ScalingPolicy, of target: ScalableTarget, _ world: World) -> Value {
        var row: Value = [
            "policyARN": .string(policy.arn), "policyName": .string(policy.name),
            "serviceNamespace": .string(target.namespace), "resourceId": .string(target.resourceID),
            "scalableDimension": .string(target.dimension), "policyType": .string(policy.type),
            "creationTime": policy.createdAt.shown,
        ]
        row["alarms"] = policy.type == "StepScaling" ? acting(policy, world) : alarms(policy, world)
        row[member(of: policy.type)] = policy.configuration
        return row
    }

    /// The alarms that people made whose actions name a step policy.
    private static func acting(_ policy: ScalingPolicy, _ world: World) -> Value {
        let members = ["alarmActions", "okActions", "insufficientDataActions"]
        let found = world.monitoring.alarms.all.filter { alarm in
            members.contains { alarm.shown[$0]?.list?.contains(.string(policy.arn)) ?? false }
        }
        return .list(
            found.map { ["alarmName": .string($0.name), "alarmARN": $0.shown["alarmArn"] ?? .string("")] })
    }
}
