import Manifest
import Model
import Testing

@testable import Planning

@Suite("How much may go at once and within an hour")
struct DeletionCapTests {
    private func refusal(
        _ cap: Environment.Prune.Cap, going: Int, kept: Int, recent: Set<ResourceID> = []
    ) -> String? {
        let going = Set((0..<going).map { ResourceID("Alarm", "gone\($0)") })
        var departed = Departed([:])
        (departed.cap, departed.recent) = (cap, recent)
        let kept = Set((0..<kept).map { ResourceID("Alarm", "kept\($0)") })
        return DeletionCap(departed: departed, going: going, there: kept.union(going)).refusal
    }

    @Test("what went within the hour counts, in the number and in what there was")
    func hour() {
        let one: Set = [ResourceID("Alarm", "earlier")]
        #expect(refusal(.count(2), going: 2, kept: 9) == nil)
        #expect(refusal(.count(2), going: 1, kept: 9, recent: one) == nil)
        let refused = refusal(.count(2), going: 2, kept: 9, recent: one)
        #expect(
            refused?.contains("2 of 12 manifests left Git at once (Alarm/gone0, Alarm/gone1), after 1 that went")
                == true)
        #expect(refusal(.percent(10), going: 1, kept: 18, recent: one) == nil)
        #expect(refusal(.percent(10), going: 1, kept: 17, recent: one) != nil)
    }

    @Test("a manifest whose first parts are gone is counted once, one that is wanted again not at all")
    func once() {
        #expect(refusal(.count(1), going: 1, kept: 9, recent: [ResourceID("Alarm", "gone0")]) == nil)
        #expect(refusal(.count(1), going: 1, kept: 9, recent: [ResourceID("Alarm", "kept3")]) == nil)
    }

    @Test("when nothing is about to go, nothing is refused, and no more than ten are named")
    func named() {
        #expect(refusal(.count(0), going: 0, kept: 3, recent: [ResourceID("Alarm", "earlier")]) == nil)
        #expect(refusal(.count(0), going: 12, kept: 3)?.contains("Alarm/gone7 and 2 more") == true)
    }
}
