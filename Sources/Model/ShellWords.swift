/// A command line as a POSIX shell splits it, without any expansion: quotes group, a backslash takes the next character as
/// it is.
public struct ShellWords: Sendable, Hashable {
    /// The words; what stands in an open quote is a word too.
    public private(set) var words: [String] = []
    /// False when a quote stays open or nothing follows a backslash.
    public let isComplete: Bool

    /// Splits `text`.
    public init(_ text: String) {
        var word: String?
        var quote: Character?
        var isEscaped = false
        for character in text {
            if isEscaped {
                // Inside double quotes a backslash speaks only for a quote or another backslash.
                if quote == "\"", character != "\"", character != "\\" { word = (word ?? "") + "\\" }
                word = (word ?? "") + String(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if character.isWhitespace {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        isComplete = quote == nil && !isEscaped
    }
}
