import Model

/// What an unquoted YAML scalar means by the core schema of YAML 1.2.2, section 10.3.
enum CoreScalar {
    /// Why a number can not be taken.
    enum Refusal: Error {
        case tooLarge, notFinite
    }

    /// `NO` is text, `0o17` is 15, `12:30` is text; refuses what is no finite number or does not fit 64 bits.
    static func content(of text: String) throws(Refusal) -> Value.Content {
        guard let first = text.utf8.first else { return .null }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return try number(text) ?? .string(text)
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
            UInt8(ascii: "f"), UInt8(ascii: "F"):
            return word(text)
        default: return .string(text)
        }
    }

    /// True when `text` without its quotes would be what is expected.
    static func fits(_ text: String, _ expected: String) -> Bool {
        do throws(Refusal) {
            switch try content(of: text) {
            case .integer: return expected == "an integer" || expected == "a number"
            case .number: return expected == "a number"
            case .bool: return expected == "true or false"
            default: return false
            }
        } catch {
            return false
        }
    }

    private static func word(_ text: String) -> Value.Content {
        switch text {
        case "~", "null", "Null", "NULL": .null
        case "true", "True", "TRUE": .bool(true)
        case "false", "False", "FALSE": .bool(false)
        default: .string(text)
        }
    }

    private static func number(_ text: String) throws(Refusal) -> Value.Content? {
        if let radix = radix(of: text) {
            guard let number = Int(text.dropFirst(2), radix: radix) else { throw .tooLarge }
            return .integer(number)
        }
        var digits = text[...]
        if digits.first == "-" || digits.first == "+" { digits = digits.dropFirst() }
        if [".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"].contains(digits) { throw .notFinite }
        guard let form = DecimalForm(digits.utf8) else { return nil }
        if form == .integer {
            guard let number = Int(text) else { throw .tooLarge }
            return .integer(number)
        }
        guard let number = Double(text) else { return nil }
        guard number.isFinite else { throw .notFinite }
        return .number(number)
    }

    private static func radix(of text: String) -> Int? {
        let digits = text.dropFirst(2).utf8
        guard !digits.isEmpty else { return nil }
        if text.hasPrefix("0o"), digits.allSatisfy({ (0x30...0x37).contains($0) }) { return 8 }
        if text.hasPrefix("0x"), digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) { return 16 }
        return nil
    }
}

/// Whether unsigned digits are written as an integer or as a floating-point number; nil when they are neither.
enum DecimalForm {
    case integer, floating

    init?(_ text: Substring.UTF8View) {
        var rest = text[...]
        let whole = DecimalForm.digits(&rest)
        var fraction = 0
        var isFloating = false
        if rest.first == UInt8(ascii: ".") {
            isFloating = true
            rest = rest.dropFirst()
            fraction = DecimalForm.digits(&rest)
        }
        guard whole + fraction > 0 else { return nil }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            isFloating = true
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard DecimalForm.digits(&rest) > 0 else { return nil }
        }
        guard rest.isEmpty else { return nil }
        self = isFloating ? .floating : .integer
    }

    private static func digits(_ rest: inout Substring.UTF8View) -> Int {
        let run = rest.prefix { (0x30...0x39).contains($0) }.count
        rest = rest.dropFirst(run)
        return run
    }
}
