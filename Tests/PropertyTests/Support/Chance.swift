/// A seed's own draws, one after the other (SplitMix64): the same seed draws the same on every machine.
struct Chance: Sendable {
    private var state: UInt64

    /// Neighbouring seeds begin far apart, so that they do not draw the same a step later.
    init(seed: UInt64) { state = Self.mixed(Self.mixed(seed &+ 0x5EED)) }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    private static func mixed(_ state: UInt64) -> UInt64 {
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// A whole number in `range`.
    mutating func draw(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// One of `items`, which are not none.
    mutating func pick<T>(_ items: [T]) -> T { items[draw(0...(items.count - 1))] }

    /// True in `percent` of a hundred cases.
    mutating func has(_ percent: Int) -> Bool { draw(1...100) <= percent }

    /// One or more of `items`, in an order of its own.
    mutating func some<T>(_ items: [T]) -> [T] { taken(draw(1...max(1, items.count)), of: items) }

    /// `count` of `items`, or all of them, in an order of its own.
    mutating func taken<T>(_ count: Int, of items: [T]) -> [T] {
        var rest = items
        var taken: [T] = []
        while taken.count < count, !rest.isEmpty { taken.append(rest.remove(at: draw(0...(rest.count - 1)))) }
        return taken
    }

    /// A short word in lower case.
    mutating func word() -> String {
        pick([
            "amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heron", "inlet", "jetty", "kelp", "lagoon",
        ])
            + String(draw(1...999))
    }

    /// Text as people write it: spaces, quotes, letters beyond ASCII.
    mutating func text() -> String {
        let tails = ["", " and so on", ": twice", " \"so called\"", " it's", " é ü ß", " #1", " - yes", " 100 %"]
        return word() + pick(tails)
    }
}
