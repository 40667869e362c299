/// Inputs made of others, the same ones for the same seed.
struct Mutations {
    private var random: SeededBytes
    private let inputs: [[UInt8]]
    private let words: [[UInt8]]
    private static let longest = 4_096

    /// Mutations of `inputs` in a language that has these words.
    init(of inputs: [[UInt8]], words: [String], seed: UInt64) {
        random = SeededBytes(state: seed)
        self.inputs = inputs
        self.words = words.map { Array($0.utf8) }
    }

    /// One more input.
    mutating func next() -> [UInt8] {
        var bytes = inputs.randomElement(using: &random) ?? []
        for _ in 0..<Int.random(in: 1...6, using: &random) { change(&bytes) }
        return Array(bytes.prefix(Self.longest))
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 1...24, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
        case 2: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
        case 3:
            let other = inputs.randomElement(using: &random) ?? []
            let from = Int.random(in: 0...other.count, using: &random)
            bytes.replaceSubrange(place..., with: other[from...])
        default: bytes.insert(contentsOf: words.randomElement(using: &random) ?? [], at: place)
        }
    }
}

/// A linear congruential generator: the same numbers on every machine.
private struct SeededBytes: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
