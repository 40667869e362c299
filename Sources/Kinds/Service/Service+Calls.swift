import AWSECS
import AWSWire
import Model

extension Service {
    static func calls(for change: ResourceChange) -> [PlannedCall] {
        change.live == nil ? [creation(change)] : update(change) + tags(change)
    }

    private static func creation(_ change: ResourceChange) -> PlannedCall {
        var input = change.stated(without: ["desiredCount"])
        input["serviceName"] = .string(change.resource.awsName)
        if !change.creationTags.isEmpty { input["tags"] = TagStyle.list(change.creationTags) }
        if change.spec["schedulingStrategy"]?.string != "DAEMON" { input["desiredCount"] = firstCount(change) }
        return PlannedCall(
            AWSCall("ecs", "CreateService", .object(input)), summary: "service",
            captures: [
                "arn": "/service/serviceArn", "name": "/service/serviceName", "deployment": "/service/deployments/0/id",
            ], requires: rolloutRequirements(change), unsettles: RolloutWord.all)
    }

    /// The stated count, 1 when there is none, inside the bounds of whoever moves it from now on.
    private static func firstCount(_ change: ResourceChange) -> Value {
        let stated = change.spec["desiredCount"] ?? 1
        let band = change.claims.first { $0.path == "/desiredCount" }?.band
        guard let band, let count = stated.integer else { return stated }
        return .integer(min(max(count, band.lowerBound), band.upperBound))
    }

    private static func update(_ change: ResourceChange) -> [PlannedCall] {
        let known = Set(ECS.model.shapes["UpdateServiceRequest"].members?.names ?? [])
        let names = change.touchedMembers.filter { known.contains($0) && isOurs($0, change) }
        let gates = rolloutRequirements(change)
        let rolling = rollingMembers(names, change)
        if gates.isEmpty || rolling.isEmpty { return step(names, change, rolls: !rolling.isEmpty) }
        // What rolls no task goes ahead of what the roll waits for.
        return step(names.filter { !rolling.contains($0) }, change, rolls: false)
            + step(rolling, change, rolls: true, after: gates)
    }

    /// What the roll must wait for; the task before it runs for a new revision alone.
    private static func rolloutRequirements(_ change: ResourceChange) -> [PlannedCall.Requirement] {
        let isNew = change.live == nil || change.touches("taskDefinition")
        return change.requirements(of: .taskRollout) + (isNew ? change.requirements(of: .newRevision) : [])
    }

    /// The members whose change rolls tasks; a new strategy goes with the load balancers that it needs.
    private static func rollingMembers(_ names: [String], _ change: ResourceChange) -> [String] {
        let rolling = names.filter { change.effect(of: [$0]) == .rollsTasks }
        let isNewStrategy = change.changes.contains { $0.path == "/deploymentConfiguration/strategy" }
        return rolling.contains("loadBalancers") && isNewStrategy
            ? (rolling + ["deploymentConfiguration"]).sorted() : rolling
    }

    private static func step(
        _ names: [String], _ change: ResourceChange, rolls: Bool, after gates: [PlannedCall.Requirement] = []
    ) -> [PlannedCall] {
        guard !names.isEmpty else { return [] }
        var input = change.merged(names)
        if names.contains("deploymentConfiguration") {
            input["deploymentConfiguration"] = deploymentConfiguration(change)
        }
        // Git's count is for creation only where another owns it; a count outside its owner's bounds goes to the nearest.
        if names.contains("desiredCount") {
            input["desiredCount"] = change.changes.first { $0.path == "/desiredCount" }?.desired
        }
        // What is switched off has no settings, and ECS refuses halves of those that were withdrawn.
        if names.contains("serviceConnectConfiguration"), change.spec["serviceConnectConfiguration"] == nil {
            input["serviceConnectConfiguration"] = ["enabled": false]
        }
        // ECS keeps the tasks of the old strategy where they are unless a deployment is forced.
        if names.contains("capacityProviderStrategy") { input["forceNewDeployment"] = true }
        input["service"] = .string(change.resource.awsName)
        input["cluster"] = change.live?.spec["cluster"] ?? change.spec["cluster"]
        var step = change.step(
            "ecs", "UpdateService", input, of: names, captures: ["deployment": "/service/deployments/0/id"],
            requires: gates)
        if rolls { step.unsettles = RolloutWord.all }
        return [step]
    }

    private static func isOurs(_ name: String, _ change: ResourceChange) -> Bool {
        guard name == "desiredCount" else { return true }
        let owner = change.claims.first { $0.path == "/desiredCount" }
        return !isDaemon(change) && owner.map { !$0.allows(change.live?.spec["desiredCount"]) } ?? true
    }

    private static func isDaemon(_ change: ResourceChange) -> Bool {
        change.spec["schedulingStrategy"]?.string == "DAEMON"
    }

    /// AWS keeps what is left out here, so only what changes is sent, each part whole.
    private static func deploymentConfiguration(_ change: ResourceChange) -> Value? {
        let whole = change.merged["deploymentConfiguration"]
        let paths = change.changes.map(\.path.parts).filter { $0.first == "deploymentConfiguration" }
        guard let members = whole?.object, paths.allSatisfy({ $0.count > 1 }) else { return whole }
        let names = Set(paths.map { $0[1] })
        return .object(members.filter { names.contains($0.key) })
    }

    private static func tags(_ change: ResourceChange) -> [PlannedCall] {
        let arn = change.output("arn")
        return change.tagSteps(
            "ecs", set: ("TagResource", { ["resourceArn": arn, "tags": TagStyle.list($0)] }),
            remove: ("UntagResource", { ["resourceArn": arn, "tagKeys": .list($0.map { .string($0) })] }))
    }
}
