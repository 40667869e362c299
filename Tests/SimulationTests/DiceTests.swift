import Testing

@testable import Simulation

@Suite("Chance")
struct DiceTests {
    @Test("the same seed, purpose and number give the same draw, others do not")
    func same() {
        let dice = Dice(seed: 7)
        #expect(dice.bits(.boot, 3) == Dice(seed: 7).bits(.boot, 3))
        #expect(dice.bits(.boot, 3) != dice.bits(.boot, 4))
        #expect(dice.bits(.boot, 3) != dice.bits(.agent, 3))
        #expect(dice.bits(.boot, 3) != Dice(seed: 8).bits(.boot, 3))
    }

    @Test("numbers stay in their range and reach both ends")
    func range() {
        let dice = Dice(seed: 1)
        let drawn = (0..<200).map { dice.number(in: 3...6, .load, UInt64($0)) }
        #expect(Set(drawn) == [3, 4, 5, 6])
    }
}
