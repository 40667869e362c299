import Model
import Simulation

// DescribeTags, AddTags, RemoveTags.
extension LocalELBv2 {
    /// ARNs that DescribeTags takes at once (aws-facts 4.1).
    private static let describedAtOnce = 20

    static func describeTags(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let arns = request.texts("resourceArns")
        guard arns.count <= describedAtOnce else {
            throw .validation("The maximum number of resource ARNs is '\(describedAtOnce)'")
        }
        var rows: [Value] = []
        for arn in arns {
            rows.append(["resourceArn": .string(arn), "tags": .list(try BalancingTagRules.tags(of: arn, world))])
        }
        return ["tagDescriptions": .list(rows)]
    }

    static func addTags(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let fresh = request.list("tags")
        try BalancingTagRules.check(fresh)
        for arn in request.texts("resourceArns") {
            let tags = try BalancingTagRules.tags(of: arn, world).withTags(fresh)
            guard tags.count <= BalancingTagRules.limit else { throw BalancingTagRules.tooMany }
            world.setBalancingTags(of: arn, .list(tags))
        }
        return .emptyObject
    }

    static func removeTags(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let keys = request.texts("tagKeys")
        for arn in request.texts("resourceArns") {
            let kept = try BalancingTagRules.tags(of: arn, world).filter { !keys.contains($0["key"]?.string ?? "") }
            world.setBalancingTags(of: arn, .list(kept))
        }
        return .emptyObject
    }
}

/// What AWS demands of tags.
enum BalancingTagRules {
    /// Tags that a resource may have.
    static let limit = 50
    static let tooMany = Refusal("TooManyTags", "You've reached the limit on the number of tags per load balancer")

    /// Refuses a list that AWS would not take for a new resource.
    static func check(_ tags: [Value]) throws(Refusal) {
        guard tags.count <= limit else { throw tooMany }
        guard Set(tags.compactMap { $0["key"]?.string }).count == tags.count else {
            throw Refusal("DuplicateTagKeys", "A tag key was specified more than once")
        }
    }

    /// The tags of what an ARN names.
    static func tags(of arn: String, _ world: World) throws(Refusal) -> [Value] {
        if let tags = world.balancingTags(of: arn) { return tags.list ?? [] }
        let resource = arn.split(separator: ":", maxSplits: 5).last?.prefix { $0 != "/" } ?? ""
        switch resource {
        case "loadbalancer": throw Refusal("LoadBalancerNotFound", "One or more load balancers not found")
        case "targetgroup": throw Refusal("TargetGroupNotFound", "One or more target groups not found")
        case "listener": throw Refusal("ListenerNotFound", "One or more listeners not found")
        case "listener-rule": throw Refusal("RuleNotFound", "One or more rules not found")
        default: throw .validation("'\(arn)' is not a valid load balancing resource ARN")
        }
    }
}
