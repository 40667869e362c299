/// A tag that is an object of its own: what it stands for, what it says, who signed it.
public struct AnnotatedTag: Hashable, Sendable {
    /// The reference's full name (`refs/tags/…`).
    public let name: String
    /// The commit that it stands for.
    public let target: CommitID
    /// The message without the signature, as written.
    public let message: String
    /// Nil when it is not signed.
    public let signature: GitSignature?

    /// The values of lines `key: value` of the message, in order; keys are compared without case.
    public func values(of key: String) -> [String] {
        let start = key.lowercased() + ":"
        return message.split(whereSeparator: \.isNewline).filter { $0.lowercased().hasPrefix(start) }
            .map { String($0.dropFirst(start.count)).trimmed }
    }

    /// Reads a tag object; nil when it is none, or stands for something other than a commit.
    init?(_ object: [UInt8], name: String) {
        let signature = GitSignature(tag: object)
        let text = String(decoding: signature?.payload ?? object, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1, lines[0].hasPrefix("object "), lines[1] == "type commit",
            let target = CommitID(String(lines[0].dropFirst("object ".count)))
        else { return nil }
        self.name = name
        self.target = target
        self.signature = signature
        message = lines.drop { !$0.isEmpty }.dropFirst().joined(separator: "\n")
    }
}
