import Model
import Planning
import Testing

@Suite("The rule group-maximum-slows")
struct GroupMaximumSlowsTests {
    private let rule = "group-maximum-slows"

    private func stack(_ free: [(cpu: Int, memory: Int)], minimum: Int) -> RollStack {
        var stack = RollStack(minimum: minimum, maximum: 200, group: ["maxSize": .integer(free.count)])
        stack.capacity = .instances(free)
        return stack
    }

    @Test("room for fewer than the maximum percent allows is slower, not refused")
    func warned() {
        let some = stack([(300, 4000), (300, 4000)], minimum: 100).finding(rule)
        #expect(some?.weight == .warn)
        #expect(some?.message == "only 2 of the 4 more tasks that 100/200 allows find room, which makes it slower")
        #expect(some?.details == ["Group spot is at its maximum of 2."])
        let none = stack([(0, 0)], minimum: 50).finding(rule)
        #expect(none?.message == "none of the 4 more tasks that 50/200 allows find room, which makes it slower")
    }

    @Test("room for all of them says nothing; room for none at minimum 100 is another rule's")
    func silent() {
        #expect(stack([(2048, 7000)], minimum: 100).finding(rule) == nil)
        #expect(stack([(0, 0)], minimum: 100).finding(rule) == nil)
        #expect(RollStack().finding(rule) == nil)
    }
}
