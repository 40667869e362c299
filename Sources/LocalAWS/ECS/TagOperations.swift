import Model
import Simulation

extension LocalECS {
    static let tagOperations: [LocalOperation] = [
        .write("TagResource", tagResource), .write("UntagResource", untagResource),
        .read("ListTagsForResource", listTagsForResource),
    ]

    private static func tagResource(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let resource = try world.tagged(request.text("resourceArn") ?? "")
        let tags = (world.tags(of: resource).list ?? []).withTags(request.list("tags"))
        try TagRules.check(request.list("tags"))
        try TagRules.check(tags)
        world.setTags(.list(tags), of: resource)
        return .emptyObject
    }

    private static func untagResource(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let resource = try world.tagged(request.text("resourceArn") ?? "")
        let keys = Set(request.texts("tagKeys"))
        let left = (world.tags(of: resource).list ?? []).filter { !keys.contains($0["key"]?.string ?? "") }
        world.setTags(.list(left), of: resource)
        return .emptyObject
    }

    private static func listTagsForResource(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        ["tags": world.tags(of: try world.tagged(request.text("resourceArn") ?? ""))]
    }
}

/// AWS's rules for lists of tags.
enum TagRules {
    /// Refuses too many tags, keys that are there twice, and AWS's own prefix.
    static func check(_ tags: [Value]) throws(Refusal) {
        if tags.count > 50 { throw .invalidParameter("Too many tags: a resource can have at most 50.") }
        let keys = tags.compactMap { $0["key"]?.string }
        if Set(keys).count < keys.count { throw .invalidParameter("Duplicate tag keys are not allowed.") }
        if keys.contains(where: { $0.lowercased().hasPrefix("aws:") }) {
            throw .invalidParameter("Tag keys and values cannot start with the reserved prefix aws:.")
        }
    }
}

extension World {
    /// What an ARN of ECS names.
    fileprivate func tagged(_ arn: String) throws(Refusal) -> ECSResource {
        let front = place.arn("ecs", "")
        guard arn.hasPrefix("arn:") else { throw .invalidParameter("The ARN provided is invalid.") }
        let parts = arn.dropFirst(arn.hasPrefix(front) ? front.count : 0).split(separator: "/").map(String.init)
        guard arn.hasPrefix(front), parts.count > 1 else { throw Self.nowhere(arn) }
        switch (parts[0], parts.count) {
        case ("cluster", 2): return .cluster(try activeForTags(parts[1]))
        case ("task-definition", 2): return .taskDefinition(try taskDefinition(arn).name)
        case ("capacity-provider", 2):
            if let id = capacityProvider(arn) { return .capacityProvider(id) }
        case ("service", 3), ("task", 3), ("container-instance", 3):
            if let found = inCluster(parts[0], arn, try activeForTags(parts[1])) { return found }
        case ("service", 2), ("task", 2), ("container-instance", 2):
            throw .invalidParameter("Long arn format must be used for tagging operations")
        default: break
        }
        throw Self.nowhere(arn)
    }

    private func activeForTags(_ name: String) throws(Refusal) -> ClusterID {
        let id = try anyCluster(name)
        guard ecs.clusters[id]?.status == .active else {
            throw .invalidParameter("The specified cluster is inactive. Specify an active cluster and try again.")
        }
        return id
    }

    private func inCluster(_ kind: String, _ arn: String, _ cluster: ClusterID) -> ECSResource? {
        switch kind {
        case "service":
            service(arn, in: cluster).flatMap { ecs.services[$0]?.status == .inactive ? nil : .service($0) }
        case "task": task(arn, in: cluster).map { .task($0) }
        default: containerInstance(arn, in: cluster).map { .containerInstance($0) }
        }
    }

    /// Nothing of ours has this ARN; services have an error of their own.
    private static func nowhere(_ arn: String) -> Refusal {
        if arn.contains(":service/") { return .serviceNotFound }
        if arn.contains(":task-definition/") { return .taskDefinitionNotFound }
        if arn.contains(":cluster/") { return .clusterNotFound }
        return .invalidParameter("The specified resource does not exist.")
    }
}
