import Testing

@testable import Simulation

@Suite("Slabs")
struct SlabTests {
    @Test("a key of something removed finds nothing, also when its slot is used again")
    func generations() {
        var slab = Slab<String>()
        let first = slab.insert("a")
        #expect(slab.remove(first) == "a")
        let second = slab.insert("b")
        #expect(second.slot == first.slot)
        #expect(slab[first] == nil)
        #expect(slab[second] == "b")
        slab[first]? += "x"
        #expect(slab[second] == "b")
        slab[second]? += "x"
        #expect(slab[second] == "bx")
        #expect(slab.count == 1)
    }
}
