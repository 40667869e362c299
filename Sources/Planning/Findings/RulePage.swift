/// A page of `docs` about rules, made of what they say of themselves.
enum RulePage {
    /// The section of one rule; `word` is how its weight is called there.
    static func section(_ rule: any Rule.Type, _ word: String) -> String {
        "## `\(rule.id)` (\(word))\n\n\(filled(rule.summary))\n\n\(filled("What to do: \(rule.remedy)"))"
    }

    /// `text` in lines of 118 characters.
    static func filled(_ text: String) -> String {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.count + 1 + word.count <= 118 {
                lines[lines.count - 1] += " \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }
}
