import Model
import Testing

@testable import Kinds

@Suite("What AWS gives back in another shape than it was sent")
struct NormalisationTests {
    private static let facts =
        NormalisationFact.taskDefinitions + NormalisationFact.services + NormalisationFact.clusters
        + NormalisationFact.groups + NormalisationFact.templates + NormalisationFact.balancing
        + NormalisationFact.routing + NormalisationFact.scaling + NormalisationFact.watching

    @Test("is no difference", arguments: facts)
    func same(_ fact: NormalisationFact) throws { #expect(try fact.differences(fact.manifest) == []) }

    @Test("and what comes close to it is one", arguments: facts)
    func nearMiss(_ fact: NormalisationFact) throws { #expect(try fact.differences(fact.nearMiss) == fact.found) }

    @Test("every kind that is compared has such a fact")
    func complete() { #expect(Set(Self.facts.map(\.kind)).union(ResourceTypes.without.keys) == Set(kindsByName.keys)) }

    @Test("normalising is done once: each rule leaves alone what it made", arguments: facts)
    func idempotent(_ fact: NormalisationFact) throws {
        let schema = try #require(kindsByName[fact.kind]).schema
        for rule in schema.rules {
            guard let normal = rule.normal, let value = fact.manifest[rule.path] else { continue }
            #expect(normal(normal(value)) == normal(value), "\(rule.path)")
        }
    }
}
