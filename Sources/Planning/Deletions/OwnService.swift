import Model

/// The ECS service that this very process runs in: taken away, it would leave everything that comes after it.
public struct OwnService: Sendable, Equatable {
    /// The cluster's name.
    public let cluster: String
    /// The service's name; nil when only the family of its task definition is known.
    public let name: String?
    /// The family of its task definition.
    public let family: String

    /// The service `name` of `cluster` (a name or an ARN).
    public init(cluster: String, name: String?, family: String) {
        self.cluster = Self.lastPart(cluster)
        self.name = name
        self.family = family
    }

    /// True when `resource`, which is live, is it.
    func isSame(as resource: Resource, _ live: Live) -> Bool {
        guard resource.id.kind == "Service", Self.lastPart(live.spec["cluster"]?.string ?? "") == cluster else {
            return false
        }
        if let name { return resource.awsName == name }
        let definition = Self.lastPart(live.spec["taskDefinition"]?.string ?? "")
        return definition.split(separator: ":").first.map(String.init) == family
    }

    private static func lastPart(_ text: String) -> String { text.split(separator: "/").last.map(String.init) ?? text }
}
