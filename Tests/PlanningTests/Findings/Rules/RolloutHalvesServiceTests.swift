import Model
import Planning
import Testing

@Suite("The rule rollout-halves-service")
struct RolloutHalvesServiceTests {
    private let rule = "rollout-halves-service"

    @Test("half of the tasks are gone, for as long as the waves take; a way that keeps them is named")
    func warned() throws {
        var stack = RollStack(targetGroup: .emptyObject)
        stack.capacity = .instances([(1000, 4000), (0, 0), (0, 0)])
        let finding = try #require(stack.finding(rule))
        #expect(finding.message == "half of the tasks are gone for about a minute")
        #expect(finding.details == ["100/150 would keep 4 and needs room for 2 more tasks, which there is."])
        #expect(finding.place == RollStack.boundsPlace)
    }

    @Test(
        "from a half on, and never all",
        arguments: [
            (4, 50, true), (4, 51, false), (4, 25, true), (2, 50, true), (10, 90, false), (4, 0, false), (1, 50, false),
        ])
    func threshold(count: Int, minimum: Int, isSaid: Bool) {
        let stack = RollStack(count: count, minimum: minimum, maximum: 200)
        #expect((stack.finding(rule) != nil) == isSaid)
    }

    @Test("a maximum of 100 keeps nothing, so 200 is what would")
    func maximum() {
        let finding = RollStack(count: 2, maximum: 100).finding(rule)
        #expect(finding?.message == "1 of 2 tasks is gone for about 2 minutes")
        #expect(finding?.details == ["100/200 would keep 2 and needs room for 2 more tasks."])
    }
}
