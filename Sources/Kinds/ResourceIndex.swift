public import Model

/// Every resource of an environment, found by kind, name and by what refers to it, so that no kind searches them all.
public struct ResourceIndex: Sendable {
    private let byID: [ResourceID: Resource]
    private let byKind: [String: [Resource]]
    private let byName: [String: [String: Resource]]
    private let referrers: [ResourceID: [Resource]]

    /// The index of `resources`.
    public init(_ resources: [ResourceID: Resource]) {
        byID = resources
        let sorted = resources.values.sorted { $0.id < $1.id }
        byKind = Dictionary(grouping: sorted, by: \.id.kind)
        byName = byKind.mapValues { Dictionary($0.map { ($0.awsName, $0) }) { first, _ in first } }
        var referrers: [ResourceID: [Resource]] = [:]
        for resource in sorted {
            for target in Set(resource.spec.references.map(\.resource)) {
                referrers[target, default: []].append(resource)
            }
        }
        self.referrers = referrers
    }

    /// The resource of this name; nil when the environment has none.
    public subscript(id: ResourceID) -> Resource? { byID[id] }
    /// All of one kind, by name.
    public func all(_ kind: String) -> [Resource] { byKind[kind] ?? [] }
    /// The one of a kind that has this name in AWS; nil when the environment has none.
    public func named(_ awsName: String, _ kind: String) -> Resource? { byName[kind]?[awsName] }
    /// The resources whose specs refer to `id`, by name.
    public func referring(to id: ResourceID) -> [Resource] { referrers[id] ?? [] }
}
