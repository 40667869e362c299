import Manifest
import Model
import Testing

@Suite struct JSONReaderTests {
    private func decode(_ text: String) -> DecodedFile { DecodedFile.decode(Array(text.utf8), file: "a.json") }

    @Test("JSON is read with places")
    func reading() throws {
        let decoded = decode(
            "\u{FEFF}{\"é\": [1, -2.5, 1e2, true, null],\r\n  \"b\": {\"c\": \"x\\n\\u00e9\\ud83d\\ude00\\/\"}}\n")
        #expect(decoded.failure == nil)
        let value = try #require(decoded.documents.first?.value)
        #expect(value == ["é": [1, -2.5, 100.0, true, .null], "b": ["c": "x\né😀/"]])
        #expect(value["b"]?["c"]?.place?.description == "a.json:2:14")
        #expect(value["b"]?["c"]?.keyPlace?.description == "a.json:2:9")
        #expect(value["é"]?.list?[1].place?.description == "a.json:1:11")
    }

    @Test(
        "what is no strict JSON is refused with its place",
        arguments: [
            ("{\"a\": 1,}", "a.json:1:8: not JSON: a comma stands before } (JSON has no trailing commas)"),
            ("[1,\n 2,\n]", "a.json:2:3: not JSON: a comma stands before ] (JSON has no trailing commas)"),
            ("// x\n{}", "a.json:1:1: not JSON: JSON has no comments"),
            ("{} /* x */", "a.json:1:4: not JSON: JSON has no comments"),
            ("# x", "a.json:1:1: not JSON: JSON has no comments"),
            ("{} {}", "a.json:1:4: not JSON: something stands after the end of the document"),
            ("{'a': 1}", "a.json:1:2: not JSON: a key in double quotes should stand here"),
            ("['a']", "a.json:1:2: not JSON: a text stands in double quotes"),
            ("{\"a\" 1}", "a.json:1:6: not JSON: a colon should stand after the key a"),
            ("[1 2]", "a.json:1:4: not JSON: a comma or ] should stand here"),
            ("[", "a.json:1:2: not JSON: the file ends where a value should stand"),
            ("[NaN]", "a.json:1:2: not JSON: a value should stand here (a text stands in double quotes)"),
            ("[01]", "a.json:1:2: not JSON: the number is not written as JSON has it"),
            ("[1.]", "a.json:1:2: not JSON: the number is not written as JSON has it"),
            ("[-]", "a.json:1:2: not JSON: the number is not written as JSON has it"),
            (
                "[1e999]",
                "a.json:1:2: not JSON: the number does not fit into 64 bits (put it in quotes when it is a text)"
            ),
            ("[\"a\nb\"]", "a.json:1:4: not JSON: a control character stands in a text"),
            ("[\"ab", "a.json:1:2: not JSON: a text has no closing quote"),
            ("[\"\\x\"]", "a.json:1:3: not JSON: the backslash begins no JSON escape"),
            ("[\"\\ud800\"]", "a.json:1:3: not JSON: \\u stands before four hexadecimal digits of a character"),
            ("[\u{0}]", "a.json:1:2: not JSON: a value should stand here (a text stands in double quotes)"),
        ])
    func refusals(text: String, expected: String) { #expect(decode(text).failure?.description == expected) }

    @Test("a duplicate key is told with both places")
    func duplicateKey() {
        let found = decode("{\"a\": 1,\n \"a\": 2}").documents.flatMap(\.diagnostics)
        #expect(
            found.map(\.description) == [
                "a.json:2:2: the key a is a duplicate; it stands at 1:2 already (remove one of them)"
            ])
    }

    @Test("what is nested too deeply is refused", arguments: ["[", "{\"a\":", "[[{\"a\":"], [4_096, 1_000_000])
    func deepNesting(mark: String, size: Int) {
        let text = String(repeating: mark, count: size / mark.utf8.count)
        #expect(decode(text).failure?.message == "not JSON: more than 64 levels stand inside one another")
    }

    @Test("an empty file holds no document")
    func empty() {
        #expect(decode(" \n").documents.isEmpty)
        #expect(decode(" \n").failure == nil)
    }
}
