import FoundationEssentials
public import GitStore

/// Where a secret is read from, each time that it is needed: it may be replaced while the process runs.
public enum SecretSource: Sendable, Equatable {
    case file(String)
    /// A variable of the process.
    case variable(String)

    /// The secret, without white space around it.
    ///
    /// Throws `GitError.authentication`, which names the place and not the content.
    public func read() throws(GitError) -> String {
        let (text, place) = content
        guard let text else { throw .authentication("\(place) can not be read") }
        let trimmed = text.trimmingWhitespace
        guard !trimmed.isEmpty else { throw .authentication("\(place) is empty") }
        return trimmed
    }

    private var content: (String?, String) {
        switch self {
        case .file(let path):
            (FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }, "the file \(path)")
        case .variable(let name): (ProcessInfo.processInfo.environment[name], "the variable \(name)")
        }
    }
}

extension StringProtocol {
    /// The text between the white space around it.
    var trimmingWhitespace: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[first...last])
    }
}
