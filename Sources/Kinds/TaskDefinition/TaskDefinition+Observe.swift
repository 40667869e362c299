import AWSECS
import AWSWire
import Model

extension TaskDefinition {
    /// One revision as AWS describes it.
    private struct Revision {
        let spec: Value
        let tags: [String: String]
        let detail: Value

        init?(_ reply: Value) {
            guard let definition = reply["taskDefinition"], ECS.TaskDefinition(definition).status != "INACTIVE" else {
                return nil
            }
            tags = TagStyle.read(reply["tags"])
            var spec = TaskDefinition.schema.liveSpec(definition)
            spec["tags"] = TagStyle.spec(tags)
            self.spec = spec
            detail = definition
        }
    }

    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        await Concurrently.observe(resources) { resource in
            await .reading { try await observe(resource, context) }
        }
    }

    /// The revision that is what Git says, else the recorded one, else the family's latest.
    private static func observe(_ resource: Resource, _ context: ObservationContext) async throws -> Observation {
        let recorded = try await recorded(resource, context)
        if let recorded, matches(recorded, resource, context) { return live(recorded, resource, context) }
        let latest = try await revision(resource.awsName, context)
        if let latest, matches(latest, resource, context) { return live(latest, resource, context) }
        if let earlier = try await earlier(resource, context) { return live(earlier, resource, context) }
        return (recorded ?? latest).map { live($0, resource, context) } ?? .absent
    }

    /// The revision that was last registered.
    private static func recorded(_ resource: Resource, _ context: ObservationContext) async throws -> Revision? {
        guard let arn = context.recorded[resource.id]?["arn"]?.string else { return nil }
        return try await known(arn, resource, context)
    }

    /// An older revision that was registered from this very spec: a `git revert` goes back to it.
    private static func earlier(_ resource: Resource, _ context: ObservationContext) async throws -> Revision? {
        let wanted = context.ownership[resource.id]?[hashTag]
        let recorded = context.recorded[resource.id]?["revisions"]?.list ?? []
        for arn in recorded.filter({ $0["specHash"]?.string == wanted }).compactMap({ $0["arn"]?.string }) {
            guard let old = try await known(arn, resource, context), matches(old, resource, context) else { continue }
            // It may have been deregistered since it was read.
            if let still = try await revision(arn, context) { return still }
        }
        return nil
    }

    /// The revision behind an ARN of the family; what it says never changes, so each is asked for once.
    private static func known(
        _ arn: String, _ resource: Resource, _ context: ObservationContext
    ) async throws -> Revision? {
        guard family(of: arn) == resource.awsName else { return nil }
        do {
            let call = describe(arn)
            return Revision(
                try await context.cache.send(call, .immutable, of: nil, through: context.aws))
        } catch let error as AWSError where error.isNotFound {
            return nil
        }
    }

    /// The revision behind an ARN, or a family's latest, as it is now; nil when it is gone or deregistered.
    private static func revision(_ name: String, _ context: ObservationContext) async throws -> Revision? {
        do {
            return Revision(try await context.aws.send(describe(name)))
        } catch let error as AWSError where error.isNotFound {
            return nil
        }
    }

    /// The read of one revision, or of a family's latest; what it gives of a revision never changes.
    static func describe(_ name: String) -> AWSCall {
        AWSCall("ecs", "DescribeTaskDefinition", ["taskDefinition": .string(name), "include": ["TAGS"]])
    }

    private static func family(of arn: String) -> String? {
        arn.split(separator: "/").last?.split(separator: ":").first.map(String.init)
    }

    /// True when the revision was registered from this very spec. The hash leaves sensitive members out, so they are
    /// compared by themselves.
    private static func matches(_ revision: Revision, _ resource: Resource, _ context: ObservationContext) -> Bool {
        guard let hash = context.ownership[resource.id]?[hashTag], revision.tags[hashTag] == hash else { return false }
        return schema.sensitiveLeaves(of: revision.spec) == schema.sensitiveLeaves(of: resource.spec)
    }

    static let hashTag = "neap:spec-hash"

    private static func live(
        _ revision: Revision, _ resource: Resource, _ context: ObservationContext
    ) -> Observation {
        let definition = ECS.TaskDefinition(revision.detail)
        let outputs: [String: Value] = [
            "arn": .string(definition.taskDefinitionArn ?? ""), "family": .string(resource.awsName),
            "revision": .string(definition.revision.map(String.init) ?? ""),
        ]
        // A default that AWS fills in and Neap does not know must not become a revision at every pass.
        let spec = matches(revision, resource, context) ? resource.spec : revision.spec
        // Somebody else's revision is no reason to refuse a new one.
        let tags = context.owns(revision.tags, as: resource.id) ? revision.tags : nil
        return .live(Live(spec: spec, outputs: outputs, tags: tags, detail: revision.detail))
    }
}
