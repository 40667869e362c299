import Kinds
import Model

/// What a roll of instances runs into with the way their group is set up (aws-facts 2.2).
struct InstanceRollFindings {
    let resources: [ResourceID: Resource]

    /// What is to be said of `plan`, a group's that is about to be rolled.
    func findings(_ plan: ResourcePlan) -> [Finding] {
        guard plan.calls.contains(where: { $0.call.operation == "StartInstanceRefresh" }) else { return [] }
        let providers = resources.values.filter { provider in
            provider.id.kind == "CapacityProvider"
                && provider.spec["autoScalingGroupProvider"]?["autoScalingGroupArn"]?.reference?.resource == plan.id
        }.sorted { $0.id < $1.id }
        return providers.flatMap { protection($0, plan) + draining($0, plan) }
    }

    private func protection(_ provider: Resource, _ plan: ResourcePlan) -> [Finding] {
        let word = plan.resource.spec["instanceRefresh"]?["scaleInProtectedInstances"]
        guard provider.spec["autoScalingGroupProvider"]?["managedTerminationProtection"] == "ENABLED",
            let told = word?.string, told != "Refresh"
        else { return [] }
        let effect =
            told == "Wait"
            ? "waits for instances whose protection nobody takes away, and fails after an hour"
            : "leaves every instance that runs tasks as it is"
        return [
            Finding(
                "refresh-protected-instances", .warn, plan.id,
                path: "/instanceRefresh/scaleInProtectedInstances", place: word?.keyPlace ?? word?.place,
                "the roll \(effect)",
                details: ["\(provider.id) protects instances with tasks; say Refresh, or leave it out."])
        ]
    }

    private func draining(_ provider: Resource, _ plan: ResourcePlan) -> [Finding] {
        let word = provider.spec["autoScalingGroupProvider"]?["managedDraining"]
        guard word == "DISABLED" else { return [] }
        return [
            Finding(
                "refresh-without-draining", .warn, plan.id, place: word?.keyPlace ?? word?.place,
                "instances are ended before their tasks have run elsewhere",
                details: ["\(provider.id) has managedDraining DISABLED; ENABLED lets tasks move first."])
        ]
    }
}
