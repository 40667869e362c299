import Manifest
import Model
import Planning
import Testing

/// What is written is read back as the same thing, whatever it is.
struct YAMLScalarTests {
    private static let nastyTexts: [String] = [
        "", " ", "a ", " a", "null", "Null", "NULL", "~", "true", "False", "yes", "No", "on", "y", "1", "-1", "+1",
        "1.0", "1e3",
        "0x1F", "0o17", "0b1", "1_000", "12:30:45", "2026-11-24", ".inf", "-.inf", "+.inf", ".Inf", ".INF", ".nan",
        ".NaN", ".NAN", "inf",
        "nan", "infinity", "- a", "-", "--", "---", "...", "? a", "?", ": a", ":", "a:", "a: b", "a :b", "a #b", "#a",
        "a#b", "&a", "*a", "!a",
        "!!str a", "|", ">", "%TAG", "@a", "`a`", "'a'", "\"a\"", "a'b", "a\"b", "{a: b}", "[a]", "a, b", "a]b", "a}b",
        "<<", "=", "\\", "\\n",
        "\n", "\r\n", "\t", "\ta", "a\tb", "a\nb", "a\n", "\u{0}", "\u{7}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{A0}",
        "\u{2028}", "\u{2029}",
        "\u{FEFF}", "\u{200B}", "\u{202E}", "\u{E000}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{1F600}", "\u{10FFFF}",
        "é", "e\u{301}", "日本", "a · b → c", "…", "€",
        "arn:aws:ecs:eu-west-1:123456789012:service/demo/api", "{{ .Values.x }}", "${a}", "0123", "1.2.3", "1:2",
        "a\\b\"c", "a: \u{93E}", "a #\u{93E}", " \u{93E}\nb", ":\u{93E}", "a:\u{93E}",
    ]

    private func decoded(_ text: String) -> Value? {
        let file = DecodedFile.decode(Array(text.utf8), file: "a.yaml")
        guard file.failure == nil, file.documents.count == 1, file.documents[0].diagnostics.isEmpty else { return nil }
        return file.documents[0].value
    }

    private func check(_ text: String) {
        let value = Value.string(text)
        let document = YAMLNode.document([
            ("block", .value(value)), ("list", .list([.value(value), .flow([("a", value), ("b", .integer(1))])])),
            ("flow", .flow([("a", value), ("b", .list([value, value]))])),
            ("lines", .block([("x", .lines(text)), ("y", .list([.lines(text)]))])),
            ("nested", .value(["x": ["y": [["z": value]]]])),
            ("keys", .block([(text, .value(.integer(1)))])), ("flowKeys", .flow([(text, .integer(1))])),
        ])
        let expected: Value = [
            "block": value, "list": [value, ["a": value, "b": 1]], "flow": ["a": value, "b": [value, value]],
            "lines": ["x": value, "y": [value]],
            "nested": ["x": ["y": [["z": value]]]], "keys": .object([text: 1]), "flowKeys": .object([text: 1]),
        ]
        let isSame = decoded(document) == expected
        #expect(isSame, "\(text.debugDescription)")
    }

    @Test("a nasty text is the same text when it is read back", arguments: nastyTexts)
    func nasty(_ text: String) { check(text) }

    @Test("texts of random pieces are the same when they are read back", arguments: 1...8)
    func property(_ seed: Int) {
        var random = SplitMix(UInt64(seed))
        for _ in 0..<150 {
            let count = Int.random(in: 1...6, using: &random)
            check((0..<count).map { _ in Self.nastyTexts.randomElement(using: &random) ?? "" }.joined())
        }
    }

    @Test(
        "scalars that are no texts keep their type",
        arguments: [Value.null, true, false, 0, -5, 1.5, 70.0, .integer(.max), .integer(.min), .emptyObject, []]
            as [Value])
    func typed(_ value: Value) {
        let document = YAMLNode.document([("a", .value(value)), ("b", .flow([("c", value)]))])
        let read = decoded(document)
        let isSame = read?["a"] == value || (value.number != nil && read?["a"]?.number == value.number)
        #expect(isSame, "\(document)")
        #expect(read?["a"] == read?["b"]?["c"])
    }

    @Test("a script of several lines stands as it is, and reads as the same")
    func script() {
        for script in ["#!/bin/bash\n\necho a: b # c\n  indented\n", "one\ntwo"] {
            let document = YAMLNode.document([("spec", .block([("userData", .lines(script))]))])
            #expect(document.contains("userData: |") && !document.contains("\\n"))
            #expect(decoded(document)?["spec"]?["userData"]?.string == script)
        }
    }

    @Test("long and deep values are opened and still the same")
    func deep() {
        let long = String(repeating: "word ", count: 60) + "end"
        let value: Value = [
            "list": .list((0..<30).map { ["name": .string("n\($0)"), "values": [1, 2, ["a": .string(long)]]] }),
            "text": .string(long), "lists": [[["a": 1], ["b": [[1], [2]]]], []],
        ]
        for node in [YAMLNode.value(value), YAMLNode.ordered(value, by: ["text", "list"])] {
            let document = YAMLNode.document([("v", node)])
            let isSame = decoded(document)?["v"] == value
            #expect(isSame, "\(document)")
        }
    }

    @Test("a key beyond the length that YAML takes without a mark is read back", arguments: [900, 1_001, 1_024, 5_000])
    func longKeys(_ length: Int) {
        let keys = [String(repeating: "k", count: length), String(repeating: "]\t", count: length / 2)]
        for key in keys {
            let value = Value(.object([key: ["deep": "x: y"], "flat": Value(.object([key: 1]))]))
            for node in [YAMLNode.value(value), .flow([("v", value)]), .list([.value(value)])] {
                let read = decoded(YAMLNode.document([(key, node)]))?[key]
                #expect(read == value || read?["v"] == value || read?.list?.first == value)
            }
        }
    }
}

/// A generator that gives the same numbers for the same seed (SplitMix64, Steele and others 2014).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
