import AWSWire
import Model

extension ListenerRule {
    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        let listeners = Dictionary(grouping: resources) { $0.spec["listenerArn"]?.string ?? "" }
        var answers: [ResourceID: Observation] = [:]
        var found: [(Resource, Value, String)] = []
        for (listener, resources) in listeners.sorted(by: { $0.key < $1.key }) {
            answers.merge(Batches.all(resources, .absent)) { $1 }
            // Without its listener a rule can not be there.
            guard !listener.isEmpty else { continue }
            do {
                found += try await match(resources, in: listener, context)
            } catch let error as AWSError where error.isNotFound {
                continue
            } catch {
                answers.merge(Batches.all(resources, .unknown(String(describing: error)))) { $1 }
            }
        }
        let live = await LoadBalancing.observe(found, context) { Self.live($0, $1, $2) }
        return answers.merging(live) { $1 }
    }

    private static func match(
        _ resources: [Resource], in listener: String, _ context: ObservationContext
    ) async throws -> [(Resource, Value, String)] {
        let reply = try await context.aws.sendAll(
            AWSCall("elbv2", "DescribeRules", ["listenerArn": .string(listener)]))
        let rules = (reply["rules"]?.list ?? []).filter { $0["isDefault"]?.bool != true }
        let byPriority = Dictionary(rules.map { ($0["priority"]?.scalarText ?? "", $0) }) { first, _ in first }
        let tags = try await tags(of: rules, resources, byPriority, context)
        return resources.compactMap { resource in
            let there = byPriority[resource.spec["priority"]?.scalarText ?? ""]
            let ours = rules.first { isOwn(tags[arn(of: $0)], resource, context) }
            return (ours ?? there).map { (resource, $0, arn(of: $0)) }
        }
    }

    /// What tells whose each rule is. The tags of all rules are read only when one is not where its manifest says, which is
    /// how a manifest's rule is found again after its priority was changed.
    private static func tags(
        of rules: [Value], _ resources: [Resource], _ byPriority: [String: Value], _ context: ObservationContext
    ) async throws -> [String: [String: String]] {
        let expected = resources.compactMap { resource in
            byPriority[resource.spec["priority"]?.scalarText ?? ""].map { (arn(of: $0), Optional(resource.id)) }
        }
        let close = Dictionary(expected) { first, _ in first }
        let tags = try await LoadBalancing.tags(of: close, context)
        let isOneMissing = resources.contains { resource in
            resource.manifest == resource.id && !tags.values.contains { isOwn($0, resource, context) }
        }
        guard isOneMissing else { return tags }
        let others = rules.map { (arn(of: $0), ResourceID?.none) }
        let all = Dictionary(others) { first, _ in first }.merging(close) { $1 }
        return try await LoadBalancing.tags(of: all, context)
    }

    /// True for the rule of this very resource: another environment on the listener may have one of the same name.
    private static func isOwn(
        _ tags: [String: String]?, _ resource: Resource, _ context: ObservationContext
    ) -> Bool {
        tags.map { $0["neap:resource"] == resource.id.description && context.owns($0, as: resource.id) } ?? false
    }

    private static func arn(of rule: Value) -> String { rule["ruleArn"]?.string ?? "" }

    private static func live(_ resource: Resource, _ rule: Value, _ tags: [String: String]) -> Live {
        var spec = schema.liveSpec(rule)
        // AWS's reply does not repeat the listener that was asked for.
        spec["listenerArn"] = resource.spec["listenerArn"]
        spec["priority"] = rule["priority"].map(Normal.integer)
        spec["conditions"] = spec["conditions"].map(Conditions.normal)
        spec["actions"] = spec["actions"].map { Actions.comparable($0, with: resource.spec["actions"]) }
        spec["tags"] = TagStyle.spec(tags)
        return Live(spec: spec, outputs: ["arn": .string(arn(of: rule))], tags: tags, detail: rule)
    }
}
