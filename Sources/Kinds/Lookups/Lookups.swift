public import Model

/// Finds what exists outside the repository: subnets, security groups, VPCs and images by their tags, anything by an
/// SSM parameter.
public enum Lookups {
    /// What each lookup finds: outputs `ids` (all matches, sorted) and, when there is one alone, `id`.
    ///
    /// Nothing found is unknown, and so are several images or VPCs, of which only one can be meant.
    public static func observe(_ lookups: [Lookup], _ context: ObservationContext) async -> [ResourceID: Observation] {
        var found = await ParameterLookup.observe(lookups, context)
        for (kind, members) in Dictionary(grouping: lookups, by: \.kind).sorted(by: { $0.key < $1.key }) {
            found.merge(await TagLookup(kind).observe(members, context)) { known, _ in known }
        }
        return found
    }

    /// The answer for a lookup that `ids` match.
    static func answer(_ lookup: Lookup, _ ids: [String]) -> Observation {
        let sorted = Set(ids).sorted()
        let all: [String: Value] = ["ids": .list(sorted.map { .string($0) })]
        switch sorted.count {
        case 0: return .unknown("no \(lookup.kind) \(text(lookup.query))")
        case 1: return .live(Live(spec: .emptyObject, outputs: all.merging(["id": .string(sorted[0])]) { $1 }))
        case _ where ["Image", "VPC"].contains(lookup.kind):
            return .unknown(
                "\(sorted.count) of \(lookup.kind) \(text(lookup.query)), and one is wanted: "
                    + sorted.prefix(5).joined(separator: ", "))
        default: return .live(Live(spec: .emptyObject, outputs: all))
        }
    }

    private static func text(_ query: Lookup.Query) -> String {
        switch query {
        case .ssm(let name): "is named by the parameter \(name)"
        case .tags(let tags):
            "has the tags "
                + tags.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
        }
    }
}
