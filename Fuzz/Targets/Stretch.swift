/// Long inputs of one or two words, over and over: where work grows faster than its input, one of them shows it.
public struct Stretch: Sendable {
    /// What is repeated.
    public let pattern: [String]
    /// The input.
    public let bytes: [UInt8]

    /// Inputs of `size` bytes of a target's words, alone and in pairs.
    public static func all(of target: FuzzTarget, size: Int) -> some Sequence<Stretch> {
        let words = target.words
        let pairs = words.lazy.flatMap { first in words.lazy.map { [first, $0] } }
        return pairs.map { Stretch($0, size) }
    }

    private init(_ words: [String], _ size: Int) {
        pattern = words[0] == words[1] ? [words[0]] : words
        let unit = Array(pattern.joined().utf8)
        bytes = Array((0..<(size / max(1, unit.count))).lazy.flatMap { _ in unit })
    }
}
