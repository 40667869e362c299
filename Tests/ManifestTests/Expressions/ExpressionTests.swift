import Model
import Testing

@testable import Manifest

@Suite struct ExpressionTests {
    static let values: Value = [
        "image": ["repository": "example.com/api", "tag": "1.7.4"], "count": 4, "half": 0.5, "on": true, "off": false,
        "names": ["a", "b"], "labels": ["team": "core", "tier-name": "web"], "unset": .null, "empty": "",
        "partly": ["a": 1, "b": .null],
    ]

    static func value(_ text: String) throws(ExpressionProblem) -> Value {
        var lexer = ExpressionLexer(Array("\(text) }}".utf8), from: 0)
        let expression = try ExpressionParser.expression(try lexer.tokens())
        var budget = RenderBudget()
        return try expression.value(in: Scope([("values", values), ("release", ["name": "api"])]), &budget)
    }

    @Test(
        "an expression has the value that the page on the language says",
        arguments: [
            ("values.image.tag", "1.7.4"), ("values.count", 4), ("values.half", Value(.number(0.5))),
            ("values['image']['tag']", "1.7.4"), ("values.names[1]", "b"), ("values.labels.tier-name", "web"),
            ("'it''s'", "it's"), ("-3", -3), ("null", .null), ("values.unset", .null),
            ("values.count == 4", true), ("values.count == 4.0", true), ("values.count != 4", false),
            ("values.count >= 4 && values.half < 1", true), ("values.on || values.off", true), ("!values.on", false),
            ("!(values.on && values.off)", true), ("values.off && values.nothing", false),
            ("true || false && false", true), ("values.unset == null", true), ("values.image != null", true),
            ("default(values.unset, 'x')", "x"), ("default(values.unset.deeper, 5)", 5),
            ("default(values.empty, 'x')", ""), ("length(values.names)", 2), ("length('äö')", 2),
            ("contains(values.names, 'b')", true), ("contains(values.labels, 'team')", true),
            ("contains('abc', 'bc')", true), ("startsWith('abc', 'ab')", true), ("endsWith('abc', 'bc')", true),
            ("lower('AB')", "ab"), ("upper('ab')", "AB"), ("trim('  a b\n')", "a b"),
            ("replace('a.b.c', '.', '-')", "a-b-c"),
            ("split('a,b', ',')", ["a", "b"]), ("join('-', values.names)", "a-b"),
            ("format('{0}:{1}{{}}', values.image.repository, values.count)", "example.com/api:4{}"),
            ("string(4)", "4"), ("integer('4')", 4), ("keys(values.labels)", ["team", "tier-name"]),
            ("concat(values.names, values.names)", ["a", "b", "a", "b"]),
            ("merge(values.labels, values.image).tag", "1.7.4"), ("iif(values.on, 1, 2)", 1),
            ("length(values.partly)", 1), ("keys(values.partly)", ["a"]), ("contains(values.partly, 'b')", false),
            ("json(values.partly)", #"{"a":1}"#), ("merge(values.image, values.partly).a", 1),
            ("json(values.image)", #"{"repository":"example.com/api","tag":"1.7.4"}"#),
        ] as [(String, Value)])
    func values(_ text: String, _ expected: Value) throws {
        #expect(try Self.value(text) == expected)
    }

    @Test(
        "what is wrong is said, with what to do",
        arguments: [
            ("values.imgae.tag", "values has no imgae", "did you mean image?"),
            ("values.unset.tag", "values.unset is not set, so it has no tag", "ask for values.unset != null first"),
            ("nothing", "nothing is named nothing", "there are: values, release"),
            ("values.count && true", "a condition is true or false, not an integer", "compare it: value == …"),
            (
                "values.count == '4'", "an integer is compared with a string",
                "texts, numbers and truth values of one type are compared"
            ),
            (
                "values.names == values.names", "a list is compared with a list",
                "texts, numbers and truth values of one type are compared"
            ),
            ("values.image.tag < 2", "< compares numbers, not a string", nil),
            ("lenght('a')", "no function is named lenght", "did you mean length?"),
            ("length()", "length does not take 0 arguments", "length(text or list or mapping)"),
            ("values.", "a name should stand after the dot", nil), ("", "an expression ends too early", nil),
            ("values values", "values stands after the end of an expression", nil),
            ("\"a\"", "\" has no meaning in an expression", "texts stand in single quotes: 'text'"),
            ("'a", "a text in an expression has no closing quote", nil),
            ("1 < 2 < 3", "comparisons do not follow one another", "join them by &&"),
            ("values.names[7]", "values.names has 2 elements, none at 7", nil),
            ("lower(values.count)", "lower takes a text, not an integer", "lower(text)"),
            ("format('{1}', 'a')", "format's pattern has a brace without its argument", "format('{0}-{1}', a, b)"),
            ("values.count + 1", "+ has no meaning in an expression", nil),
        ] as [(String, String, String?)])
    func problems(_ text: String, _ message: String, _ hint: String?) {
        let problem = #expect(throws: ExpressionProblem.self) { try Self.value(text) }
        #expect(problem?.message == message)
        #expect(problem?.hint == hint)
    }

    @Test("nothing of a value stands in a problem")
    func secrets() {
        for text in [
            "integer(values.image.tag)", "values.image.tag == 4", "values.image.tag.deeper", "!values.image.tag",
        ] {
            let problem = #expect(throws: ExpressionProblem.self) { try Self.value(text) }
            #expect(problem?.message.contains("1.7.4") == false)
        }
    }

    @Test("parentheses, words and texts have bounds")
    func bounds() {
        let deep = String(repeating: "(", count: 40) + "1" + String(repeating: ")", count: 40)
        #expect(throws: ExpressionProblem.self) { try Self.value(deep) }
        #expect(throws: ExpressionProblem.self) { try Self.value("true" + String(repeating: " && true", count: 300)) }
        let long = String(repeating: "a", count: 4_000)
        #expect(throws: ExpressionProblem.self) { try Self.value("replace('\(long)\(long)', 'a', '\(long)')") }
        let costly =
            "contains('\(String(repeating: "a", count: 100_000))', '\(String(repeating: "a", count: 50_000))b')"
        #expect(throws: ExpressionProblem.self) { try Self.value(costly) }
    }

    @Test("any text is an expression or says what is wrong, over many texts")
    func anything() {
        var random = SeededNumbers(seed: 11)
        let words = [
            "values", ".", "image", "[", "]", "(", ")", "'", "a", "1", "==", "&&", "!", ",", "default", "{{", "\\", "é",
            "\n",
        ]
        var good = 0
        for _ in 0..<5_000 {
            let text = (0..<random.next(12)).map { _ in words[random.next(words.count)] }.joined()
            do throws(ExpressionProblem) {
                _ = try Self.value(text)
                good += 1
            } catch {
                #expect(!error.message.isEmpty)
            }
        }
        #expect(good > 10)
    }

    @Test("&&, || and ! follow the laws of logic, over many expressions")
    func logic() throws {
        var random = SeededNumbers(seed: 5)
        func term(_ depth: Int) -> (text: String, truth: Bool) {
            if depth == 0 { return random.next(2) == 0 ? ("true", true) : ("values.off", false) }
            let (a, b) = (term(depth - 1), term(depth - 1))
            switch random.next(3) {
            case 0: return ("(\(a.text) && \(b.text))", a.truth && b.truth)
            case 1: return ("(\(a.text) || \(b.text))", a.truth || b.truth)
            default: return ("!\(a.text)", !a.truth)
            }
        }
        for _ in 0..<300 {
            let term = term(4)
            #expect(try Self.value(term.text) == .bool(term.truth))
        }
    }
}

/// Numbers that are the same for the same seed.
struct SeededNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// 0 to `bound`, without it.
    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
