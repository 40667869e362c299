import FuzzTargets
import Testing

@Suite("A value of a chart") struct OneTextTests {
    private static let pieces = [
        "${{", "${{ values.text }}", "}}", ":", ": ", "\n", "\r\n", " ", "- ", "'", "\"", "{", "[", "&a", "*a", "<<: ",
        "!!int 1",
        "\t", "#", " #", "%", "|", ">", "\\", "---\n", "\u{0}", "\u{85}", "\u{2028}", "\u{FEFF}", "é", "e\u{301}",
        "\u{1F600}",
        "privileged: true", "null", "1", "~",
    ]

    @Test("stays one text whatever it holds", arguments: pieces)
    func piece(_ text: String) {
        #expect(FuzzTarget.staysOneText(text) == nil)
        #expect(FuzzTarget.staysOneText("x\(text)") == nil)
        #expect(FuzzTarget.staysOneText("\(text)\n\(text)") == nil)
    }

    @Test("stays one text over many texts", arguments: 1...4)
    func many(_ seed: UInt64) {
        var mutations = Mutations(of: [[]], words: Self.pieces, seed: seed)
        for _ in 0..<100 {
            let text = String(decoding: mutations.next(), as: UTF8.self)
            #expect(FuzzTarget.staysOneText(text) == nil, "\(text.debugDescription)")
        }
    }

    @Test("stays one text of a megabyte")
    func large() {
        let line = String(repeating: "a", count: 60) + ": ${{ x }} - &a *a '\n"
        let text = String(repeating: line, count: 1_000_000 / line.utf8.count)
        #expect(text.utf8.count > 990_000)
        #expect(FuzzTarget.staysOneText(text) == nil)
        #expect(FuzzTarget.staysOneText(String(repeating: "x", count: 1_000_000)) == nil)
    }
}
