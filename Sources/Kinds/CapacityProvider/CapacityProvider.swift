import AWSECS
import AWSWire
import Model

/// A capacity provider: raises and lowers an Auto Scaling group as the tasks of a cluster need it.
enum CapacityProvider: Kind {
    static let writers = ["UpdateCapacityProvider", "DeleteCapacityProvider"]

    static let schema = KindSchema(
        kind: "CapacityProvider", shape: shape, rules: rules + FieldRule.readOnly(readOnlyNames), nameMember: "name",
        summary: "Raises and lowers an Auto Scaling group as tasks need it.")

    static func outputs(of resource: Resource) -> [String: Value] { ["name": .string(resource.awsName)] }

    private static let described = ECS.model.shapes["CapacityProvider"]
    private static let readOnlyNames = SpecShape.readOnlyNames(
        described, beyond: ECS.model.shapes["CreateCapacityProviderRequest"])

    private static let shape = SpecShape.structure(
        "CapacityProvider", from: ECS.model.shapes["CreateCapacityProviderRequest"],
        without: ["cluster", "managedInstancesProvider"], optional: ["name"],
        adding: [SpecShape.tags] + described.picking(readOnlyNames))

    private static let rules: [FieldRule] = [
        .tags,
        FieldRule(
            "/autoScalingGroupProvider/autoScalingGroupArn", .replaces,
            target: .init("AutoScalingGroup", "arn", alias: "autoScalingGroup")),
        FieldRule("/autoScalingGroupProvider/managedScaling/status", absent: "ENABLED"),
        FieldRule("/autoScalingGroupProvider/managedScaling/targetCapacity", absent: 100),
        FieldRule("/autoScalingGroupProvider/managedScaling/minimumScalingStepSize", absent: 1),
        FieldRule("/autoScalingGroupProvider/managedScaling/maximumScalingStepSize", absent: 10000),
        FieldRule("/autoScalingGroupProvider/managedScaling/instanceWarmupPeriod", absent: 300),
        FieldRule("/autoScalingGroupProvider/managedTerminationProtection", absent: "DISABLED"),
        FieldRule("/autoScalingGroupProvider/managedDraining", absent: "ENABLED"),
    ]

    /// The group of this environment that the provider moves; nil for one that only AWS knows.
    static func group(of resource: Resource) -> ResourceID? {
        resource.spec["autoScalingGroupProvider"]?["autoScalingGroupArn"]?.reference?.resource
    }

    static func claims(of resource: Resource) -> [Claim] {
        guard let group = group(of: resource) else { return [] }
        // ECS marks the group as its own with a tag; with managed scaling it moves the count inside the group's bounds.
        let scaling = resource.spec["autoScalingGroupProvider"]?["managedScaling"]
        let moved: [FieldPath] = scaling?["status"]?.string == "DISABLED" ? [] : ["/desiredCapacity"]
        return (moved + [AutoScalingGroup.managedTag]).map {
            Claim(group, $0, owner: resource.id.description, band: nil)
        }
    }

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        guard change.live != nil else { return [creation(change)] }
        let name: [String: Value] = ["name": .string(change.resource.awsName)]
        guard change.touches("autoScalingGroupProvider") else { return change.clusterTagSteps() }
        let provider = change.merged["autoScalingGroupProvider"]
        let touched = Set(change.changes.compactMap { $0.path.parts.dropFirst().first })
        let members = (provider?.object ?? [:]).filter { touched.contains($0.key) && $0.key != "autoScalingGroupArn" }
        let input = name.merging(["autoScalingGroupProvider": .object(members)]) { $1 }
        var step = change.step("ecs", "UpdateCapacityProvider", input, of: ["autoScalingGroupProvider"])
        step.summary = members.keys.sorted().joined(separator: ", ")
        return [step] + change.clusterTagSteps()
    }

    private static func creation(_ change: ResourceChange) -> PlannedCall {
        var input = change.stated()
        input["name"] = .string(change.resource.awsName)
        // What AWS takes when managed scaling is stated without a status is nowhere said.
        if var scaling = input["autoScalingGroupProvider"]?["managedScaling"], scaling["status"] == nil {
            scaling["status"] = "ENABLED"
            input["autoScalingGroupProvider"]?["managedScaling"] = scaling
        }
        if !change.creationTags.isEmpty { input["tags"] = TagStyle.list(change.creationTags) }
        return PlannedCall(
            AWSCall("ecs", "CreateCapacityProvider", .object(input)), summary: "capacity provider",
            captures: ["arn": "/capacityProvider/capacityProviderArn", "name": "/capacityProvider/name"])
    }

    static func health(of resource: Resource, live: Live) -> Health {
        let reason = live.detail["updateStatusReason"]?.string ?? ""
        let status = live.detail["updateStatus"]?.string ?? ""
        if status.hasSuffix("_FAILED") {
            return Health(.degraded, .degraded, reason.isEmpty ? "the last change failed (\(status))" : reason)
        }
        return status.hasSuffix("_IN_PROGRESS") ? Health(.progressing, .updating, reason) : .healthy
    }
}
