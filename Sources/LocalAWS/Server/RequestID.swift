import Simulation

/// Ids of requests, from the seed: a run with the same requests has the same ones.
enum RequestID {
    static func text(_ dice: Dice, _ number: UInt64) -> String {
        let digits = [0, 1].map { turn in
            let word = String(dice.bits(.identifier, number, turn: UInt64(turn) + 1000), radix: 16)
            return String(repeating: "0", count: 16 - word.count) + word
        }.joined()
        let all = Array(digits)
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(all[$0]) }.joined(separator: "-")
    }
}
