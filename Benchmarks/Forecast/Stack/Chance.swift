import Simulation

/// Draws one after the other from a seed, apart from any world's dice.
struct Chance {
    private let dice: Dice
    private let stream: UInt64
    private var turn: UInt64 = 0

    init(seed: UInt64) {
        dice = Dice(seed: seed ^ 0xF0CA)
        stream = seed
    }

    /// A whole number in `range`, evenly.
    mutating func draw(_ range: ClosedRange<Int>) -> Int {
        turn += 1
        return Int(dice.number(in: Int64(range.lowerBound)...Int64(range.upperBound), .load, stream, turn: turn))
    }

    /// One of `items`, which are not none.
    mutating func pick<T>(_ items: [T]) -> T { items[draw(0...(items.count - 1))] }

    /// True once in `count` times.
    mutating func oneIn(_ count: Int) -> Bool { draw(1...count) == 1 }

    /// A spread whose middle is anywhere between two times, in equal ratios, and that is as wide as it happens to be.
    mutating func spread(_ least: Double, _ most: Double) -> Spread {
        let exponent = Double(draw(0...1000)) / 1000
        var middle = least
        // Equal ratios by halving: 0.5 of 1 s to 100 s is 10 s.
        var (low, high, part) = (least, most, exponent)
        for _ in 0..<12 {
            middle = (low * high).squareRoot()
            if part < 0.5 { (high, part) = (middle, part * 2) } else { (low, part) = (middle, part * 2 - 1) }
        }
        let width = Double(draw(0...60)) / 100
        let span = { (seconds: Double) in Span(milliseconds: Int64((seconds * 1000).rounded())) }
        return Spread(span(middle * (1 - width)), span(middle * (1 + width)))
    }
}
