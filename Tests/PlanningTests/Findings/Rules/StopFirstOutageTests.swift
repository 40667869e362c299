import Model
import Planning
import Testing

@Suite("The rule stop-first-outage")
struct StopFirstOutageTests {
    private let rule = "stop-first-outage"

    @Test("a floor of 0 is a gap, as long as a task takes to be healthy")
    func warned() throws {
        let plain = try #require(RollStack(minimum: 0, maximum: 100).finding(rule))
        #expect(plain.message == "all tasks stop before new ones are there, a gap of about a minute")
        #expect(plain.details == ["100/200 has none and needs room for 4 more tasks."])
        let balanced = RollStack(minimum: 0, maximum: 100, targetGroup: .emptyObject).finding(rule)
        #expect(balanced?.message == "all tasks stop before new ones are there, a gap of about 35 s")
    }

    @Test("whether there is room is said where it is known")
    func room() {
        var stack = RollStack(count: 2, minimum: 0, maximum: 100)
        stack.capacity = .instances([(600, 4000), (0, 0), (0, 0)])
        #expect(
            stack.finding(rule)?.details == ["100/200 has none and needs room for 2 more tasks, which there is."])
        stack.capacity = .instances([(300, 4000), (0, 0), (0, 0)])
        #expect(
            stack.finding(rule)?.details == ["100/200 has none and needs room for 2 more tasks, which there is not."])
        stack.capacity = .instances([(300, 4000), (0, 0)])
        #expect(stack.finding(rule)?.details.first?.hasSuffix("for which instances can come.") == true)
    }

    @Test("a floor above 0, a new service and no tasks at all say nothing")
    func silent() {
        #expect(RollStack(minimum: 1, maximum: 100).finding(rule) == nil)
        #expect(RollStack(minimum: 0, maximum: 100, isNew: true).finding(rule) == nil)
        #expect(RollStack(count: 0, minimum: 0, maximum: 100).finding(rule) == nil)
    }
}
