/// OpenSSH's pattern lists (ssh_config(5), PATTERNS): commas, `*`, `?`, and `!` to take out again.
enum Patterns {
    static func match(_ list: String, _ text: String) -> Bool {
        var isMatched = false
        for pattern in list.split(separator: ",") {
            let isNegated = pattern.hasPrefix("!")
            guard matches(Array(isNegated ? pattern.dropFirst() : pattern), Array(text)) else { continue }
            if isNegated { return false }
            isMatched = true
        }
        return isMatched
    }

    /// One pattern, in time that grows with both lengths' product.
    private static func matches(_ pattern: [Character], _ text: [Character]) -> Bool {
        var reached = [true] + [Bool](repeating: false, count: text.count)
        for character in pattern {
            var next = [Bool](repeating: false, count: text.count + 1)
            for index in 0...text.count {
                if character == "*" {
                    next[index] = reached[index] || (index > 0 && next[index - 1])
                } else if index > 0, reached[index - 1] {
                    next[index] = character == "?" || character == text[index - 1]
                }
            }
            reached = next
        }
        return reached[text.count]
    }
}
