import Model

extension Service {
    /// The first cause that a rule sees in what AWS says of a service in trouble; nil for one that is in none.
    static func cause(of resource: Resource, live: Live, among all: ResourceIndex) -> Cause? {
        guard let evidence = Evidence(live.detail, of: resource, among: all) else { return nil }
        return allCauseRules.lazy.compactMap { $0.cause(evidence) }.first
    }
}
