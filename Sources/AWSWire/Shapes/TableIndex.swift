/// Where each shape, operation and paginator of a table stands.
struct TableIndex: Sendable {
    private(set) var shapes: [String: Substring] = [:]
    private(set) var operations: [String: Substring] = [:]
    private(set) var pages: [String: Substring] = [:]
    private(set) var errors: [Substring] = []

    init(_ text: String) {
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
            guard words.count > 1 else { continue }
            add(Substring(line), first: Substring(words[0]), name: String(Substring(words[1])))
        }
    }

    private mutating func add(_ line: Substring, first: Substring, name: String) {
        switch first {
        case "operation": operations[name] = line
        case "pages": pages[name] = line
        case "error":
            errors.append(line)
            shapes[name] = line
        default: shapes[name] = line
        }
    }
}
