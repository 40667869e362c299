/// Which part of an account is imported.
public struct Selection: Sendable, Equatable {
    /// The cluster's name or ARN.
    public var cluster: String
    /// The services' names; empty for every one of the cluster.
    public var services: [String]
    /// Tags that a service has to have, all of them; empty for no such demand.
    public var tags: [String: String]

    /// What stands on `cluster`, as far as the services' names and tags let it.
    public init(cluster: String, services: [String] = [], tags: [String: String] = [:]) {
        self.cluster = cluster
        self.services = services
        self.tags = tags
    }
}
