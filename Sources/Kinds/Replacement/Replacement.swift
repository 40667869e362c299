public import Model

/// How a thing is replaced when a member changes that only its creation sets: a new one is made beside it under a name of its
/// own, what refers to it moves, and the old one goes last.
public struct Replacement: Sendable {
    /// How many characters AWS takes for a name.
    public var nameLimit: Int
    /// The entry of `policy.allow` without which nothing is replaced; nil when none is needed.
    public var permission: String?
    /// How many targets of the new one answer, so that traffic may go there; nil for what has no targets.
    public var healthyTargets: (@Sendable (Live, ObservationContext) async -> Int?)?

    /// A replacement under a name of at most `nameLimit` characters.
    public init(
        nameLimit: Int, permission: String? = nil,
        healthyTargets: (@Sendable (Live, ObservationContext) async -> Int?)? = nil
    ) {
        self.nameLimit = nameLimit
        self.permission = permission
        self.healthyTargets = healthyTargets
    }
}

extension Kind {
    public static var replacement: Replacement? { nil }
}

extension TargetGroup {
    static let replacement: Replacement? = Replacement(nameLimit: 32, healthyTargets: healthyTargets)

    /// Targets that the load balancer sends requests to; nil when AWS does not tell, and then nothing moves.
    @Sendable
    private static func healthyTargets(_ live: Live, _ context: ObservationContext) async -> Int? {
        let call = AWSCall("elbv2", "DescribeTargetHealth", ["targetGroupArn": live.arn])
        do {
            let targets = try await context.aws.send(call)["targetHealthDescriptions"]?.list ?? []
            return targets.count { $0["targetHealth"]?["state"]?.string == "healthy" }
        } catch {
            return nil
        }
    }
}

extension LoadBalancer {
    /// Its DNS name is a new one, which clients have to learn.
    static let replacement: Replacement? = Replacement(nameLimit: 32, permission: "new-dns-name")
}

extension CapacityProvider {
    static let replacement: Replacement? = Replacement(nameLimit: 255)
}
