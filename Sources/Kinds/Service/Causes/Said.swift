/// AWS's own sentences, made short enough for one line.
enum Said {
    private static let limit = 200

    /// What stands between an error's name and its reason, and says nothing.
    private static let preambles = [
        "unable to pull secrets or registry auth", "execution resource retrieval failed", "Error response from daemon",
        "service call has been retried", "pull image manifest has been retried", "inspect image has been retried",
        "failed to create task for container", "failed to create shim task", "OCI runtime create failed",
        "runc create failed",
    ]

    /// Behind these comes what is another at every try, or advice.
    private static let ends = [
        "status code:", "request id:", "requestid:", "for more information", "please visit",
        "because no identity-based policy", "please adjust your request", "launching ec2 instance failed",
        "please check your task network",
    ]

    /// `text` on one line: the error and its reason, without request ids, ARNs as names; at most 200 characters, of which
    /// the first and the last are kept.
    static func short(_ text: String) -> String {
        let words = text.split { $0.isWhitespace }.map { name(String($0)) }.joined(separator: " ")
        let parts = withoutEnd(words).split(separator: ": ").map(String.init)
        let told = parts.filter { part in !preambles.contains { part.hasPrefix($0) } }.map(program)
        let plain = trimmed(told.joined(separator: ": "))
        guard plain.count > limit else { return plain }
        let head = plain.prefix(limit / 4).reversed().drop { $0 != " " }.reversed()
        let tail = plain.suffix(limit - limit / 4).drop { $0 != " " }
        return String(head) + "…" + tail
    }

    /// What stands behind `mark` up to the end of the text or the next of `ends`.
    static func after(_ mark: String, in text: String, until ends: Set<Character>) -> String? {
        text.firstRange(of: mark).map { String(text[$0.upperBound...].prefix { !ends.contains($0) }) }
    }

    private static func withoutEnd(_ words: String) -> Substring {
        let lowered = words.lowercased()
        // Lower case may have another length; where it has, nothing is cut.
        guard lowered.utf8.count == words.utf8.count else { return words[...] }
        let end = ends.compactMap { lowered.firstRange(of: $0)?.lowerBound }.min()
        return end.map { words[..<$0] } ?? words[...]
    }

    /// A command in quotation marks without its arguments, which may hold a secret.
    private static func program(_ part: String) -> String {
        guard part.hasPrefix("\""), let space = part.firstIndex(of: " ") else { return part }
        return part[..<space] + " …\""
    }

    private static func trimmed(_ text: String) -> String {
        String(text.reversed().drop { " .,:;([".contains($0) }.reversed())
    }

    /// An ARN as the name at its end, with what stands around it.
    private static func name(_ word: String) -> String {
        guard let start = word.firstRange(of: "arn:aws") else { return word }
        let arn = word[start.lowerBound...].prefix { !"'\")],;".contains($0) }
        let rest = word[arn.endIndex...]
        let parts = arn.split(separator: arn.contains("/") ? "/" : ":")
        // A session is named after its task: the role is what stays.
        let name = arn.contains(":assumed-role/") && parts.count > 1 ? parts[1] : parts.last ?? arn
        return String(word[..<start.lowerBound]) + name + rest
    }
}
