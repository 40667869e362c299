import Model
import Planning
import Testing

@Suite("What stands on what")
struct GraphTests {
    private func graph(_ resources: [Resource]) -> Graph {
        Graph(Dictionary(resources.map { ($0.id, $0) }) { first, _ in first }, kinds: FakeKinds.all)
    }

    private func base(_ name: String, _ needs: String...) -> Resource {
        .sample("Base/\(name)", ["size": 1], after: Set(needs.map { ResourceID("Base", $0) }))
    }

    @Test("references, dependsOn and nothing outside the environment make edges")
    func edges() {
        let box = Resource.sample(
            "Box/a",
            ["base": Value(.joined(["x", .output("arn", of: "Base/a")])), "zone": .output("id", of: "Base/out")],
            after: [.of("Base/b"), .of("Box/a")])
        #expect(graph([base("a"), base("b"), box]).edges[box.id] == [.of("Base/a"), .of("Base/b")])
    }

    @Test("every resource comes after what it stands on, the ready ones by name")
    func order() {
        let graph = graph([base("a", "d"), base("b"), base("c", "a", "b"), base("d"), base("e", "c")])
        #expect(graph.order.map(\.name) == ["b", "d", "a", "c", "e"])
        #expect(graph.circle.isEmpty)
    }

    @Test("a circle is told apart from what stands well")
    func circle() {
        let graph = graph([base("a", "b"), base("b", "a"), base("c")])
        #expect(graph.order.map(\.name) == ["c"])
        #expect(graph.circle.map(\.name) == ["a", "b"])
    }

    @Test("what stands on something, directly or through others, with itself")
    func standing() {
        let graph = graph([base("a"), base("b", "a"), base("c", "b"), base("d"), base("e", "d", "c")])
        let names = { (ids: Set<ResourceID>) in ids.map(\.name).sorted() }
        #expect(names(graph.standing(on: [.of("Base/b")])) == ["b", "c", "e"])
        #expect(names(graph.standing(on: [.of("Base/e")])) == ["e"])
        #expect(names(graph.standing(on: [])) == [])
    }
}
