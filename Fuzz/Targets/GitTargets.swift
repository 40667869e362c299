import GitStore
import Model

extension FuzzTarget {
    /// What Git stores that somebody else named: messages, addresses, and the short texts of manifests.
    static let gitTexts = [
        FuzzTarget(
            "message",
            words: ["Neap-Epoch: 999", "\n", "\n\n", "\r", "\u{85}", "\u{2028}", "\\", "\\n", "\\u{1B}", ":", "é"]
        ) {
            bytes in bytes.text.flatMap(message)
        },
        FuzzTarget(
            "names",
            words: [
                "https://", "ssh://", "git@host:path", "file://", "user:word@", "169.254.170.2", "[::1]", ":443", "%2e",
                "..", "/",
                "refs/heads/", "~0", "~1", "*/5", "MON-FRI", "1h30m", "e\u{301}",
            ]
        ) { bytes in bytes.text.flatMap(name) },
    ]

    /// Whatever a text holds, a message has one subject and the trailers that it was given.
    private static func message(_ text: String) -> String? {
        if CommitMessage.unescape(CommitMessage.escape(text)) != text {
            return "it is not the same when it was escaped"
        }
        let trailers = [Trailer("Neap-Source", text), Trailer("Neap-Epoch", "7")]
        let written = CommitMessage(subject: text, body: text, trailers: trailers).text
        let paragraphs = written.components(parted: "\n\n")
        guard let last = paragraphs.last, last.utf8.count(where: { $0 == 0x0A }) == 2 else {
            return "it has other trailers"
        }
        // By bytes: a letter's mark joins the space before it.
        guard last.utf8.starts(with: "Neap-Source: ".utf8), last.utf8.reversed().starts(with: "\n7 :hcopE-paeN\n".utf8)
        else { return "it bends a trailer" }
        let subject = written.utf8.prefix { $0 != 0x0A }
        if subject.isEmpty || subject.count > 4 * CommitMessage.subjectLength { return "its subject is no line" }
        return written.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control }
            ? "it holds a control character" : nil
    }

    private static func name(_ text: String) -> String? {
        let path = FieldPath(pointer: text)
        if FieldPath(pointer: path.description) != path { return "it is another pointer when it was written" }
        if let id = ResourceID(parsing: text), ResourceID(parsing: id.description) != id {
            return "it is another resource"
        }
        if let seconds = DurationText.seconds(text), DurationText.seconds(DurationText.text(seconds)) != seconds {
            return "it is another duration"
        }
        if let times = CronSchedule(text), !times.minutes.allSatisfy((0...59).contains) { return "it has odd minutes" }
        let any = URLPolicy(allowsPlainHTTP: true, allowsLocalPaths: true, allowsSSH: true)
        do throws(GitError) {
            let url = try RemoteURL(text, policy: any)
            return try RemoteURL(url.text, policy: any) == url ? nil : "it is another address"
        } catch {
            return error.description.isEmpty ? "a refusal says nothing" : nil
        }
    }
}

extension String {
    /// The parts between `mark`, by bytes.
    fileprivate func components(parted mark: String) -> [String] {
        var (parts, rest): ([String], Substring.UTF8View) = ([], self[...].utf8)
        while let cut = rest.firstRange(of: mark.utf8) {
            parts.append(String(Substring(rest[..<cut.lowerBound])))
            rest = rest[cut.upperBound...]
        }
        return parts + [String(Substring(rest))]
    }
}
