import Model

/// Lookups of one kind by tags: one listing answers them all.
struct TagLookup {
    private struct Listing: Sendable {
        let operation: String
        let list: String
        let id: String
        var filters: [Value] = []
    }

    private static let listings: [String: Listing] = [
        "Subnet": Listing(operation: "DescribeSubnets", list: "subnets", id: "subnetId"),
        "SecurityGroup": Listing(operation: "DescribeSecurityGroups", list: "securityGroups", id: "groupId"),
        "VPC": Listing(operation: "DescribeVpcs", list: "vpcs", id: "vpcId"),
        "Image": Listing(
            operation: "DescribeImages", list: "images", id: "imageId", filters: [filter("state", ["available"])]),
    ]

    private let kind: String

    init(_ kind: String) { self.kind = kind }

    /// The answers to those of `lookups` that ask by tags.
    func observe(_ lookups: [Lookup], _ context: ObservationContext) async -> [ResourceID: Observation] {
        let asked = lookups.compactMap { lookup in
            if case .tags(let tags) = lookup.query { (lookup, tags) } else { nil }
        }
        guard !asked.isEmpty else { return [:] }
        guard let listing = Self.listings[kind] else {
            return answers(asked) { _, _ in .unknown("\(kind) can not be looked up") }
        }
        do {
            let items = try await items(listing, asked.map(\.1), context)
            return answers(asked) { lookup, tags in Lookups.answer(lookup, Self.matches(tags, items, listing)) }
        } catch {
            return answers(asked) { _, _ in .unknown(String(describing: error)) }
        }
    }

    /// Everything that has one of the tags' names: AWS's filters can not tell several lookups apart.
    private func items(
        _ listing: Listing, _ queries: [[String: String]], _ context: ObservationContext
    ) async throws -> [Value] {
        let names = Set(queries.compactMap { $0.keys.min() }).sorted()
        var items: [Value] = []
        for batch in names.chunked(by: 200) {
            let filters = listing.filters + [Self.filter("tag-key", batch)]
            let call = AWSCall("ec2", listing.operation, ["filters": .list(filters)])
            let mine = queries.filter { batch.contains($0.keys.min() ?? "") }
            let reply = try await context.cache.send(call, .slow, of: nil, through: context.aws) { reply in
                mine.allSatisfy { !Self.matches($0, reply[listing.list]?.list ?? [], listing).isEmpty }
            }
            items += reply[listing.list]?.list ?? []
        }
        return items
    }

    private static func matches(_ tags: [String: String], _ items: [Value], _ listing: Listing) -> [String] {
        items.filter { item in
            let live = TagStyle.read(item["tags"])
            return tags.allSatisfy { live[$0.key] == $0.value }
        }.compactMap { $0[listing.id]?.string }
    }

    private static func filter(_ name: String, _ values: [String]) -> Value {
        ["name": .string(name), "values": .list(values.map { .string($0) })]
    }

    private func answers(
        _ asked: [(Lookup, [String: String])], _ answer: (Lookup, [String: String]) -> Observation
    ) -> [ResourceID: Observation] {
        Dictionary(asked.map { ($0.0.id, answer($0.0, $0.1)) }) { first, _ in first }
    }
}
