import AWSWire
import Model
import Testing

@Suite("JSON")
struct JSONTests {
    @Test(
        "a text is read as its value",
        arguments: [
            ("null", Value.null), (" true ", true), ("[]", []), ("{}", [:]), ("-0", 0), ("12", 12), ("1.5", 1.5),
            ("9223372036854775807", Value(.integer(.max))), ("-9223372036854775808", Value(.integer(.min))),
            ("9223372036854775808", Value(.number(9_223_372_036_854_775_808))), ("1e3", 1000.0), ("1E-2", 0.01),
            (#""a\"\\\/\b\f\n\r\tÄ""#, "a\"\\/\u{8}\u{C}\n\r\tÄ"), (#""\u0041\u00e4\ud83d\ude00""#, "Aä😀"),
            (#"{"a":[1,{"b":null}],"c":"d"}"#, ["a": [1, ["b": .null]], "c": "d"]), (#"{"a":1,"a":2}"#, ["a": 2]),
        ] as [(String, Value)])
    func reading(_ text: String, _ value: Value) throws {
        #expect(try JSON.parse(Array(text.utf8)) == value)
    }

    @Test(
        "what is not JSON is an error",
        arguments: [
            "", "nul", "tru", "01", "-", "1.", "1e", ".5", "+1", "1 2", "[1,]", "[1", "{\"a\"}", "{\"a\":}", "{a:1}",
            "{\"a\":1,}", "\"a", "\"\\x\"", "\"\\u12\"", "\"\\ud83d\"", "\"\\udc00\"", "\"\u{1}\"", "\"\n\"", "'a'",
            "NaN", "1e999", "// a", "]", "\"\\",
        ])
    func refusing(_ text: String) {
        #expect(throws: JSON.SyntaxError.self) { try JSON.parse(Array(text.utf8)) }
    }

    @Test("bytes that are not UTF-8 are an error")
    func utf8() {
        #expect(throws: JSON.SyntaxError.self) { try JSON.parse([0x22, 0xFF, 0x22]) }
        #expect(throws: JSON.SyntaxError.self) { try JSON.parse([0x22, 0x5C, 0x6E, 0xFF, 0x22]) }
    }

    @Test("nesting has a limit, and is an error beyond it", arguments: ["[", "{\"a\":"])
    func depth(_ opening: String) throws {
        let close = opening == "[" ? "]" : "}"
        func text(_ depth: Int) -> [UInt8] {
            Array((String(repeating: opening, count: depth) + "1" + String(repeating: close, count: depth)).utf8)
        }
        #expect(try JSON.parse(text(JSON.depthLimit)) != .null)
        let error = #expect(throws: JSON.SyntaxError.self) { try JSON.parse(text(JSON.depthLimit + 1)) }
        #expect(error?.reason == "nested deeper than 256")
        #expect(throws: JSON.SyntaxError.self) { try JSON.parse(text(1_000_000)) }
    }

    @Test("keys are written in order, control characters escaped")
    func writing() {
        let value: Value = ["b": [1, 1.5, .null, true], "a": "x\"\\\n\u{1}é", "c": Value(.number(70))]
        let text = String(decoding: JSON.write(value), as: UTF8.self)
        #expect(text == #"{"a":"x\"\\\n\u0001é","b":[1,1.5,null,true],"c":70}"#)
    }

    @Test("what is written is read back", arguments: 0..<50)
    func roundTrip(_ seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        let value = Value.any(&random, depth: 4)
        #expect(try JSON.parse(JSON.write(value)) == value)
    }
}

/// SplitMix64.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

extension Value {
    fileprivate static func any(_ random: inout Seeded, depth: Int) -> Value {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .integer(Int.random(in: .min ... .max, using: &random))
        case 3: return Value(.number(Double.random(in: -1...1, using: &random)))
        case 4: return .string(text(&random))
        case 5: return .list((0..<Int.random(in: 0..<5, using: &random)).map { _ in any(&random, depth: depth - 1) })
        default:
            let pairs = (0..<Int.random(in: 0..<5, using: &random)).map { _ in
                (text(&random), any(&random, depth: depth - 1))
            }
            return .object(Dictionary(pairs) { first, _ in first })
        }
    }

    private static func text(_ random: inout Seeded) -> String {
        let scalars = (0..<Int.random(in: 0..<8, using: &random)).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0..<0x11000, using: &random))
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
