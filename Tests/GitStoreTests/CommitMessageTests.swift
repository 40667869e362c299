import Testing

@testable import GitStore

/// Messages that no name in them can bend.
struct CommitMessageTests {
    @Test("subject, body and trailers stand in paragraphs of their own")
    func layout() {
        let message = CommitMessage(
            subject: "api: revision 42 live, 4/4 healthy", body: "[skip ci]\nmore",
            trailers: [Trailer("Neap-Environment", "production"), Trailer("Neap-Epoch", "0")])
        #expect(
            message.text
                == "api: revision 42 live, 4/4 healthy\n\n[skip ci]\nmore\n\nNeap-Environment: production\nNeap-Epoch: 0\n"
        )
    }

    @Test("a long subject is cut at a word's end")
    func longSubject() {
        let words = Array(repeating: "word", count: 30).joined(separator: " ")
        let subject = CommitMessage(subject: words).renderedSubject
        #expect(subject == Array(repeating: "word", count: 14).joined(separator: " ") + "…")
        let endless = CommitMessage(subject: String(repeating: "x", count: 100)).renderedSubject
        #expect(endless == String(repeating: "x", count: 71) + "…")
        #expect(CommitMessage(subject: String(repeating: "x", count: 72)).renderedSubject.count == 72)
        #expect(CommitMessage(subject: " \n").renderedSubject == "(no subject)")
    }

    @Test("a combining mark behind a line end, a backslash or a letter changes nothing of what they mean")
    func combiningMarks() {
        for text in ["\n\u{301}", "\\\u{301}n", "\\n\u{301}", "a\u{301}\\\n", "\\u{+41}"] {
            let escaped = CommitMessage.escape(text)
            #expect(!escaped.unicodeScalars.contains("\n"))
            #expect(Array(CommitMessage.unescape(escaped).unicodeScalars) == Array(text.unicodeScalars))
        }
        let marked = CommitMessage(subject: "e" + String(repeating: "\u{301}", count: 500)).renderedSubject
        #expect(marked.unicodeScalars.count == 72)
    }

    @Test("a name with a line end makes neither a trailer nor a paragraph")
    func injection() async throws {
        let sandbox = try Sandbox()
        let repository = try Repository(cache: sandbox("cache"))
        let name = "api\n\nNeap-Epoch: 999\r\u{2028}\u{1B}[31m\\n"
        let message = CommitMessage(
            subject: name, body: name, trailers: [Trailer("Neap Env\n", name), Trailer("Neap-Epoch", "1")])
        let id = try repository.commit(changes: ["a": [1]], onto: nil, author: .neap, time: 0, message: message)
        let commit = try repository.commit(try #require(id))
        #expect(commit.trailers.map(\.key) == ["Neap-Env-", "Neap-Epoch"])
        #expect(commit.trailer("neap-epoch") == "1")
        #expect(commit.trailer("Neap-Env-") == name)
        try repository.setReference("refs/heads/main", to: commit.id, expecting: nil)
        let trailers = try await sandbox.git("log", "--format=%(trailers:only)", "main", in: "cache/repository.git")
        #expect(trailers.split(separator: "\n").count == 2)
        #expect(!commit.subject.contains("\n"))
    }

    @Test("a body alone is not read as trailers")
    func bodyWithoutTrailers() throws {
        let sandbox = try Sandbox()
        let repository = try Repository(cache: sandbox("cache"))
        let message = CommitMessage(subject: "s", body: "text\n\nNeap-Epoch: 999\nNeap-Result : settled")
        let id = try repository.commit(changes: ["a": [1]], onto: nil, author: .neap, time: 0, message: message)
        #expect(try repository.commit(try #require(id)).trailers == [])
    }

    @Test(
        "escapes read back",
        arguments: ["", "plain", "a\\nb", "a\nb\tc\r", "\\", "\\\\u{1}", "\u{7F}\u{202E}ä", "\\u{zz}"])
    func escapes(text: String) {
        let escaped = CommitMessage.escape(text)
        #expect(!escaped.unicodeScalars.contains { $0.properties.generalCategory == .control })
        #expect(CommitMessage.unescape(escaped) == text)
    }
}
