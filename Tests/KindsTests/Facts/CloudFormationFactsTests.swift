import Model
import Testing

@testable import Kinds

@Suite("The kinds' tables beside CloudFormation's schemas")
struct CloudFormationFactsTests {
    @Test("every kind has a resource type, or a reason why not, and every type in the table a kind")
    func complete() throws {
        let kinds = Set(ResourceTypes.sources.keys).union(ResourceTypes.without.keys)
        #expect(kinds == Set(kindsByName.keys))
        let types = Set(try CloudFormationFacts.committed().facts.map(\.type))
        #expect(Set(ResourceTypes.sources.values.map(\.type)) == types)
    }

    @Test("the table is of the very version that its generator asks for")
    func version() throws {
        let pinned = try FactsFolder.repository("Tools/facts/requirements.txt").split(separator: " ").first
        #expect(pinned == "cfn-lint==\(try CloudFormationFacts.committed().version)")
    }

    @Test("what differs is listed with a reason", arguments: ResourceTypes.sources.keys.sorted())
    func unlisted(_ kind: String) throws {
        let listed = try ListedDifferences.committed()
        let found = try comparison(kind, listed).differences
        let unlisted = found.filter { one in !listed.differences.contains { $0.stands(for: one) } }
        #expect(unlisted.sorted().map(\.description) == [])
    }

    @Test("what is listed still differs", arguments: ResourceTypes.sources.keys.sorted())
    func stale(_ kind: String) throws {
        let listed = try ListedDifferences.committed()
        let comparison = try comparison(kind, listed)
        let found = comparison.differences
        let own = listed.differences.filter { $0.kind == kind }
        let stale = own.filter { one in !found.contains { one.stands(for: $0) } }
        #expect(stale.map(\.description) == [])
        #expect(comparison.idleSpellings == [])
        #expect(Set(own).count == own.count)
    }

    @Test("the list speaks of kinds that there are")
    func kinds() throws {
        let listed = try ListedDifferences.committed()
        let named = Set(listed.differences.map(\.kind)).union(listed.spellings.keys)
        #expect(named.subtracting(ResourceTypes.sources.keys) == [])
    }

    private func comparison(_ kind: String, _ listed: ListedDifferences) throws -> TableComparison {
        TableComparison(
            schema: try #require(kindsByName[kind]).schema, source: try #require(ResourceTypes.sources[kind]),
            facts: try .committed(), spellings: listed.spellings[kind] ?? [:])
    }
}
