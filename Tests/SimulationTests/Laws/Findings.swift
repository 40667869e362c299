/// Broken laws, each once.
struct Findings {
    private(set) var lines: [String] = []

    /// Writes down that something does not hold.
    mutating func say(_ text: String) { if !lines.contains(text) { lines.append(text) } }

    /// Writes `text` down unless it holds.
    mutating func expect(_ holds: Bool, _ text: @autoclosure () -> String) { if !holds { say(text()) } }
}
