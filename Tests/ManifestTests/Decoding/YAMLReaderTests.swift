import Manifest
import Model
import Testing

@Suite struct YAMLReaderTests {
    private func decode(_ text: String) -> DecodedFile { DecodedFile.decode(Array(text.utf8), file: "a.yaml") }
    private func problems(_ text: String) -> [String] {
        let decoded = decode(text)
        return (decoded.documents.flatMap(\.diagnostics) + [decoded.failure].compactMap { $0 }).map(\.description)
    }

    @Test(
        "plain scalars mean what YAML 1.2's core schema says",
        arguments: [
            ("NO", "NO"), ("yes", "yes"), ("off", "off"), ("y", "y"), ("12:30:45", "12:30:45"), ("1_000", "1_000"),
            ("0o17", 15), ("0x1F", 31), ("017", 17), ("+5", 5), ("-3", -3), ("1.5", 1.5), (".5", 0.5), ("1e3", 1000.0),
            ("1.", 1.0), ("true", true), ("False", false), ("tRUE", "tRUE"), ("~", .null), ("null", .null), ("", .null),
            ("nULL", "nULL"), ("\"1\"", "1"), ("'true'", "true"), ("\"\"", ""), ("2026-01-02", "2026-01-02"),
            ("0o18", "0o18"), ("1e", "1e"), ("-", [.null]), ("9223372036854775807", 9_223_372_036_854_775_807),
            ("arn:aws:iam::123:role/x", "arn:aws:iam::123:role/x"), ("|-\n  a\n  b", "a\nb"), (">-\n  a\n  b", "a b"),
            ("\"\\u00e9\"", "é"),
        ] as [(String, Value)])
    func plainScalars(text: String, expected: Value) throws {
        let separator = text == "-" ? "\n" : " "
        let decoded = decode("key:\(separator)\(text)\n")
        #expect(decoded.failure == nil)
        let value = try #require(decoded.documents.first?.value["key"])
        #expect(value == expected)
    }

    @Test(
        "what is no good YAML is refused with its place",
        arguments: [
            ("a: 1\na: 2\n", "a.yaml:2:1: the key a is a duplicate; it stands at 1:1 already (remove one of them)"),
            ("a: {b: 1, b: 2}", "a.yaml:1:11: the key b is a duplicate; it stands at 1:5 already (remove one of them)"),
            (
                "a: !!str 1",
                "a.yaml:1:4: tags such as tag:yaml.org,2002:str are not read (quote a text, leave other values bare)"
            ),
            ("a: !x {}", "a.yaml:1:4: tags such as !x are not read (quote a text, leave other values bare)"),
            (
                "a: &a {b: 1}\nc: {<<: *a}",
                "a.yaml:2:5: merge keys are not read (write the members out, or give single values an anchor)"
            ),
            ("a: .inf", "a.yaml:1:4: the number is not finite (put it in quotes when it is a text)"),
            ("a: -.NaN", "a.yaml:1:4: the number is not finite (put it in quotes when it is a text)"),
            ("a: 1e999", "a.yaml:1:4: the number is not finite (put it in quotes when it is a text)"),
            (
                "a: 9223372036854775808",
                "a.yaml:1:4: the number does not fit into 64 bits (put it in quotes when it is a text)"
            ),
            ("a: *b", "a.yaml:1:4: the alias *b names no anchor that stands before it"),
            ("a: &a [*a]", "a.yaml:1:8: the alias *a names no anchor that stands before it"),
            ("a: &x 1\n---\nb: *x", "a.yaml:3:4: the alias *x names no anchor that stands before it"),
            ("{[a]: 1}", "a.yaml:1:2: a key has to be a plain text"),
            ("?\n: 1", "a.yaml:1:2: a key is missing before the colon"),
            (
                "a: @b",
                "a.yaml:1:4: not YAML: found character that cannot start any token (a text that begins with @, ` or % stands in quotes)"
            ),
            (
                "a:\n\tb: 1",
                "a.yaml:2:1: not YAML: found character that cannot start any token (indent with spaces, not with tabs)"
            ),
            (
                "a: b: c",
                "a.yaml:1:5: not YAML: mapping values are not allowed in this context (a text that holds \": \" stands in quotes)"
            ),
            ("a: 1\nb: \u{0}", "a.yaml:2:4: not YAML: control characters are not allowed"),
            (
                "a: [1, 2",
                "a.yaml:2:1: not YAML: did not find expected ',' or ']' (while parsing a flow sequence that begins in line 1)"
            ),
        ])
    func refusals(text: String, expected: String) { #expect(problems(text) == [expected]) }

    @Test("places count characters from 1, for keys and values, after a byte order mark and with Windows line ends")
    func places() throws {
        let decoded = decode("\u{FEFF}é: 1\r\nlist:\r\n  - ü: [x, \"y\"]\r\n")
        let value = try #require(decoded.documents.first?.value)
        #expect(value["é"]?.place?.description == "a.yaml:1:4")
        let item = try #require(value["list"]?.list?.first)
        #expect(item["ü"]?.keyPlace?.description == "a.yaml:3:5")
        #expect(item["ü"]?.list?.last?.place?.description == "a.yaml:3:12")
        #expect(item == ["ü": ["x", "y"]])
    }

    @Test("several documents are read, and those that hold only comments left out")
    func documents() {
        #expect(
            decode("# nothing\n---\na: 1\n---\n# nothing\n---\nb: 2\n").documents.map(\.value) == [["a": 1], ["b": 2]])
        #expect(decode("").documents.isEmpty)
    }

    @Test("anchors and aliases are read")
    func aliases() { #expect(decode("a: &x {b: [1]}\nc: *x\nd: *x\n").documents.first?.value["d"] == ["b": [1]]) }

    @Test("a hundred aliases are read and no more, counted as expanded")
    func aliasLimit() {
        func list(_ count: Int) -> String {
            "a: &a x\nb: [" + Array(repeating: "*a", count: count).joined(separator: ", ") + "]"
        }
        #expect(decode(list(100)).documents.first?.value["b"]?.list?.count == 100)
        #expect(decode(list(101)).failure?.message == "the file holds more than 100 aliases, counted as expanded")
    }

    @Test("an alias bomb is refused, as a value and as a key", arguments: ["", "? *a9\n: x\n"])
    func aliasBomb(end: String) {
        var text = "a0: &a0 lol\n"
        for level in 1...9 {
            let items = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
            text += "a\(level): &a\(level) [\(items)]\n"
        }
        let decoded = decode(text + end)
        #expect(decoded.documents.isEmpty)
        #expect(
            decoded.failure?.description == "a.yaml:4:10: the file holds more than 100 aliases, counted as expanded")
    }

    @Test(
        "what is nested too deeply is refused",
        arguments: ["[", "{", "- ", "? ", "[a: ", "&a [", "{a: "], [4_096, 1_000_000])
    func deepNesting(mark: String, size: Int) {
        let text = String(repeating: mark, count: size / mark.utf8.count)
        #expect(decode(text).failure != nil)
    }

    @Test("sixty-four levels are read and no more, aliases counted as what they stand for")
    func depth() {
        func nested(_ levels: Int, _ core: String = "") -> String {
            String(repeating: "[", count: levels) + core + String(repeating: "]", count: levels)
        }
        #expect(decode(nested(64)).failure == nil)
        #expect(decode(nested(65)).failure?.message == "more than 64 levels stand inside one another")
        #expect(decode("a: &a \(nested(30))\nb: \(nested(33, "*a"))").failure == nil)
        #expect(
            decode("a: &a \(nested(30))\nb: \(nested(34, "*a"))").failure?.message
                == "more than 64 levels stand inside one another")
    }

    @Test("fifty thousand values are read and no more")
    func nodes() {
        func list(_ count: Int) -> String { "[" + String(repeating: "a, ", count: count) + "]" }
        #expect(decode(list(49_999)).documents.first?.value.list?.count == 49_999)
        #expect(decode(list(50_000)).failure?.message == "the file holds more than 50000 values")
        // Five lists of 9,999 values each and four aliases of them are too many, although the text is short.
        #expect(
            decode("a: &a \(list(9_999))\nb: [*a, *a, *a, *a, *a]").failure?.message
                == "the file holds more than 50000 values")
    }

    @Test("a file of more than a mebibyte, or not in UTF-8, is refused")
    func size() {
        let large = DecodedFile.decode([UInt8](repeating: 0x20, count: 2 << 20), file: "a.yaml")
        #expect(large.failure?.description == "a.yaml:1:1: the file has 2097152 bytes, at most 1048576 are read")
        let latin = DecodedFile.decode([0x61, 0x3A, 0x20, 0xE9], file: "a.yaml")
        #expect(latin.failure?.description == "a.yaml:1:1: the file is not UTF-8 (save it as UTF-8)")
    }
}
