@testable import Simulation

/// A story's own chance: draws one after the other from a seed, apart from the world's dice.
struct Chance {
    private let dice: Dice
    private let stream: UInt64
    private var turn: UInt64 = 0

    init(seed: UInt64) {
        dice = Dice(seed: seed ^ 0x5EED)
        stream = seed
    }

    /// A whole number in `range`, evenly.
    mutating func draw(_ range: ClosedRange<Int>) -> Int {
        turn += 1
        return Int(dice.number(in: Int64(range.lowerBound)...Int64(range.upperBound), .load, stream, turn: turn))
    }

    /// One of `items`, which are not none.
    mutating func pick<T>(_ items: [T]) -> T { items[draw(0...(items.count - 1))] }

    /// One of `items`; nil when there are none.
    mutating func any<T>(of items: [T]) -> T? { items.isEmpty ? nil : pick(items) }

    /// True once in `count` times.
    mutating func oneIn(_ count: Int) -> Bool { draw(1...count) == 1 }
}
