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
            ])
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
        guard !names.isEmpty else { return [] }
        var input = change.merged(names)
        if names.contains("deploymentConfiguration") {
            input["deploymentConfiguration"] = deploymentConfiguration(change)
        }
        // Git's count is for creation only where another owns it; a count outside its owner's bounds goes to the nearest.
        if names.contains("desiredCount") {
            input["desiredCount"] = change.changes.first { $0.path == "/desiredCount" }?.desired
        }
        // ECS keeps the tasks of the old strategy where they are unless a deployment is forced.
        if names.contains("capacityProviderStrategy") { input["forceNewDeployment"] = true }
        input["service"] = .string(change.resource.awsName)
        input["cluster"] = change.live?.spec["cluster"] ?? change.spec["cluster"]
        return [
            change.step("ecs", "UpdateService", input, of: names, captures: ["deployment": "/service/deployments/0/id"])
        ]
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
