import Model
import Planning
import Testing

@Suite("The rule rollout-deadlock-in-band")
struct RolloutDeadlockInBandTests {
    private let rule = "rollout-deadlock-in-band"

    @Test("the counts of the band that have no step are named, the live one is not")
    func warned() throws {
        let finding = try #require(RollStack(count: 4, minimum: 100, maximum: 125, band: 2...12).finding(rule))
        #expect(finding.weight == .warn)
        #expect(finding.message == "at 2 and 3 tasks a rollout at 100/125 could never move")
        #expect(
            finding.details == [
                "ScalingPolicy/api may go from 2 to 12. 100/200 always moves; so does a band from 4."
            ])
        let live = RollStack(count: 3, minimum: 100, maximum: 125, band: 1...3)
        #expect(live.finding(rule)?.message == "at 1 and 2 tasks a rollout at 100/125 could never move")
        #expect(live.finding("rollout-deadlock")?.refuses == true)
    }

    @Test("a band in which every count moves says nothing, nor does a count that is Git's")
    func silent() {
        #expect(RollStack(count: 4, band: 2...12).finding(rule) == nil)
        #expect(RollStack(count: 4, minimum: 100, maximum: 125).finding(rule) == nil)
    }

    @Test("one count, and a band that never moves")
    func edges() {
        let single = RollStack(count: 4, band: 1...12).finding(rule)
        #expect(single?.message == "at 1 task a rollout at 50/150 could never move")
        let whole = RollStack(count: 4, minimum: 100, maximum: 100, band: 1...500).finding(rule)
        #expect(whole?.message == "at 1 to 3 and 5 to 500 tasks a rollout at 100/100 could never move")
        #expect(whole?.details == ["ScalingPolicy/api may go from 1 to 500. 100/200 always moves."])
    }

    @Test("of a DAEMON service the group's size is the band")
    func daemon() {
        var stack = RollStack(count: 3, minimum: 60, maximum: 100)
        stack.service = ["schedulingStrategy": "DAEMON"]
        #expect(stack.finding("rollout-deadlock") == nil)
        #expect(stack.finding(rule)?.message == "at 2 instances a rollout at 60/100 could never move")
    }
}
