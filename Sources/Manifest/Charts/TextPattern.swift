/// A regular expression of the kind that schemas use, matched in time that grows with the text and no faster: a
/// pattern from a repository must not be able to keep a controller busy.
struct TextPattern: Sendable {
    private enum Test: Sendable {
        case any
        case oneOf([ClosedRange<UInt32>], isNegated: Bool)

        func holds(_ scalar: UInt32) -> Bool {
            switch self {
            case .any: true
            case .oneOf(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
            }
        }
    }
    private enum State: Sendable {
        case test(Test, Int)
        case fork(Int, Int)
        case begin(Int)
        case end(Int)
        case match
    }
    /// What a pattern's text says.
    indirect enum Node {
        case empty, begin, end
        case test(ranges: [ClosedRange<UInt32>]?, isNegated: Bool)
        case sequence([Node])
        case either(Node, Node)
        case repeated(Node, Int, Int?)
    }

    private var states: [State] = []
    private var start = 0
    private static let limit = 1_000

    /// How many states it has; a match takes at most so many steps a character.
    var size: Int { states.count }

    /// The pattern; nil when it is none, is too large, or has what is not read (look-around, back references).
    init?(_ text: String) {
        var parser = PatternParser(text)
        guard let node = parser.whole() else { return nil }
        guard let match = add(.match), let start = compile(node, to: match) else { return nil }
        self.start = start
    }

    /// True when the pattern fits some part of `text`, as schemas have it.
    func fits(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.map(\.value)
        var current = Front(states.count)
        for index in 0...scalars.count {
            if follow(start, &current, isFirst: index == 0, isLast: index == scalars.count) { return true }
            guard index < scalars.count else { return false }
            var next = Front(states.count)
            for state in current.states {
                guard case .test(let test, let to) = states[state], test.holds(scalars[index]) else { continue }
                if follow(to, &next, isFirst: false, isLast: index + 1 == scalars.count) { return true }
            }
            current = next
        }
        return false
    }

    /// States at one character, each once.
    private struct Front {
        var states: [Int] = []
        var isIn: [Bool]

        init(_ count: Int) { isIn = Array(repeating: false, count: count) }
    }

    /// Adds what can be reached from `first` without a character; true at a match.
    private func follow(_ first: Int, _ front: inout Front, isFirst: Bool, isLast: Bool) -> Bool {
        var open = [first]
        while let state = open.popLast() {
            guard !front.isIn[state] else { continue }
            front.isIn[state] = true
            front.states.append(state)
            switch states[state] {
            case .fork(let a, let b): open += [a, b]
            case .begin(let to): if isFirst { open.append(to) }
            case .end(let to): if isLast { open.append(to) }
            case .test: break
            case .match: return true
            }
        }
        return false
    }

    private mutating func add(_ state: State) -> Int? {
        guard states.count < Self.limit else { return nil }
        states.append(state)
        return states.count - 1
    }

    /// The state that `node` begins with, when `next` comes after it.
    private mutating func compile(_ node: Node, to next: Int) -> Int? {
        switch node {
        case .empty: return next
        case .begin: return add(.begin(next))
        case .end: return add(.end(next))
        case .test(let ranges, let isNegated):
            return add(.test(ranges.map { .oneOf($0, isNegated: isNegated) } ?? .any, next))
        case .sequence(let nodes):
            return nodes.reversed().reduce(Optional(next)) { to, node in to.flatMap { compile(node, to: $0) } }
        case .either(let a, let b):
            guard let first = compile(a, to: next), let second = compile(b, to: next) else { return nil }
            return add(.fork(first, second))
        case .repeated(let node, let least, let most): return compile(node, least, most, to: next)
        }
    }

    private mutating func compile(_ node: Node, _ least: Int, _ most: Int?, to next: Int) -> Int? {
        var to = next
        if let most {
            for _ in least..<max(least, most) {
                guard let body = compile(node, to: to), let fork = add(.fork(body, next)) else { return nil }
                to = fork
            }
        } else {
            guard let fork = add(.fork(next, next)), let body = compile(node, to: fork) else { return nil }
            states[fork] = .fork(body, next)
            to = fork
        }
        for _ in 0..<least {
            guard let body = compile(node, to: to) else { return nil }
            to = body
        }
        return to
    }
}
