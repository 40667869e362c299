import Model

/// What both kinds of scaling policies share: one operation writes them, one reads them.
enum ScalingPolicies {
    /// The call that writes the whole policy.
    static func put(_ change: ResourceChange, _ type: String, _ configuration: String) -> PlannedCall {
        var input = ScalableTargets.identity(change.spec)
        input["policyName"] = .string(change.resource.awsName)
        input["policyType"] = .string(type)
        input[configuration] = .object(change.stated(without: ["service"]))
        let isNew = change.live == nil
        return PlannedCall(
            AWSCall(ScalableTargets.service, "PutScalingPolicy", .object(input)),
            summary: isNew ? "scaling policy" : change.touchedMembers.joined(separator: ", "),
            captures: isNew ? ["arn": "/policyARN"] : [:])
    }

    /// What AWS has of policies of one type.
    static func observe(
        _ resources: [Resource], _ schema: KindSchema, _ type: String, _ configuration: String,
        _ context: ObservationContext
    ) async -> [ResourceID: Observation] {
        await ScalableTargets.observe(
            resources, "DescribeScalingPolicies", names: "policyNames", list: "scalingPolicies", name: "policyName",
            size: 50, context
        ) { resource, policy in
            let live = policy["policyType"]?.string ?? ""
            guard live == type else { return .unknown("a policy of this name exists, and its type is \(live)") }
            var spec = schema.liveSpec(policy[configuration] ?? .emptyObject)
            spec["service"] = resource.spec["service"]
            var outputs: [String: Value] = ["name": .string(resource.awsName)]
            outputs["arn"] = policy["policyARN"]
            return .live(Live(spec: spec, outputs: outputs, detail: policy))
        }
    }
}
