/// Reads a pattern's text.
struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    /// A reader of `text`.
    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The whole pattern; nil when it is none.
    mutating func whole() -> TextPattern.Node? {
        guard let node = alternatives(), position == scalars.count else { return nil }
        return node
    }

    private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
        guard current == scalar else { return false }
        position += 1
        return true
    }

    private mutating func alternatives() -> TextPattern.Node? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 32, var node = sequence() else { return nil }
        while takes("|") {
            guard let other = sequence() else { return nil }
            node = .either(node, other)
        }
        return node
    }

    private mutating func sequence() -> TextPattern.Node? {
        var nodes: [TextPattern.Node] = []
        while let scalar = current, scalar != "|", scalar != ")" {
            guard let atom = atom(), let node = quantified(atom) else { return nil }
            nodes.append(node)
        }
        return .sequence(nodes)
    }

    private mutating func atom() -> TextPattern.Node? {
        guard let scalar = current else { return nil }
        position += 1
        switch scalar {
        case "^": return .begin
        case "$": return .end
        case ".": return .test(ranges: nil, isNegated: false)
        case "(":
            if takes("?") { guard takes(":") else { return nil } }
            guard let node = alternatives(), takes(")") else { return nil }
            return node
        case "[": return set()
        case "\\": return escape().map { .test(ranges: $0.ranges, isNegated: $0.isNegated) }
        case "*", "+", "?", "{": return nil
        default: return .test(ranges: [scalar.value...scalar.value], isNegated: false)
        }
    }

    private mutating func quantified(_ node: TextPattern.Node) -> TextPattern.Node? {
        if takes("*") { return .repeated(node, 0, nil) }
        if takes("+") { return .repeated(node, 1, nil) }
        if takes("?") { return .repeated(node, 0, 1) }
        guard takes("{") else { return node }
        guard let least = number() else { return nil }
        var most: Int? = least
        if takes(",") { most = current == "}" ? nil : number() ?? -1 }
        guard takes("}"), least <= 1_000, most.map({ (least...1_000).contains($0) }) ?? true else { return nil }
        return .repeated(node, least, most)
    }

    private mutating func number() -> Int? {
        let digits = scalars[position...].prefix { ("0"..."9").contains($0) }
        position += digits.count
        return Int(String(String.UnicodeScalarView(digits)))
    }

    private mutating func escape() -> (ranges: [ClosedRange<UInt32>], isNegated: Bool)? {
        guard let scalar = current else { return nil }
        position += 1
        switch scalar {
        case "d", "D": return ([0x30...0x39], scalar == "D")
        case "w", "W": return ([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A], scalar == "W")
        case "s", "S": return ([0x09...0x0D, 0x20...0x20], scalar == "S")
        case "n": return ([0x0A...0x0A], false)
        case "t": return ([0x09...0x09], false)
        case "r": return ([0x0D...0x0D], false)
        case "a"..."z", "A"..."Z", "0"..."9": return nil
        default: return ([scalar.value...scalar.value], false)
        }
    }

    private mutating func set() -> TextPattern.Node? {
        let isNegated = takes("^")
        var ranges: [ClosedRange<UInt32>] = []
        while let scalar = current, scalar != "]" {
            position += 1
            if scalar == "\\" {
                guard let escaped = escape(), !escaped.isNegated else { return nil }
                ranges += escaped.ranges
                continue
            }
            var upper = scalar
            if current == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
                upper = scalars[position + 1]
                position += 2
            }
            guard scalar.value <= upper.value else { return nil }
            ranges.append(scalar.value...upper.value)
        }
        return takes("]") ? .test(ranges: ranges, isNegated: isNegated) : nil
    }
}
