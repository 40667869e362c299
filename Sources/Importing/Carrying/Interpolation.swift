import Model

/// `${NAME}` in texts, as Compose and Copilot put variables into their files. Variables that were named on the command
/// line are put in, else the default that the text itself gives; a variable that nobody gives a value stays as it is
/// written.
struct Interpolation {
    /// Compose's defaults and bare names; Copilot knows braces alone.
    enum Dialect { case compose, copilot }

    let variables: [String: String]
    let dialect: Dialect

    /// A file's top with variables put in; what was assumed, and what stays, is noted.
    func applied(to top: ForeignNode, _ ledger: inout CarryLedger) -> Value {
        let value = top.value
        switch value.content {
        case .string(let text):
            var found = Found()
            let new = expanded(text, &found)
            if Self.isTold(top, new) { note(found, top, &ledger) }
            return new == text ? value : Value(.string(new), at: value.place, key: value.keyPlace)
        case .list:
            return Value(.list(top.items.map { applied(to: $0, &ledger) }), at: value.place, key: value.keyPlace)
        case .object:
            let members = top.members.map { ($0.name, applied(to: $0.node, &ledger)) }
            return Value(
                .object(Dictionary(members) { _, last in last }), at: value.place, key: value.keyPlace)
        default: return value
        }
    }

    /// What a text was made of.
    struct Found {
        var defaults: [String] = []
        var missing: [String] = []
    }

    /// False for a container's variable that looks like a secret, of which its own line is told, and for what only means
    /// something where an anchor brings it in.
    private static func isTold(_ node: ForeignNode, _ text: String) -> Bool {
        if node.member.hasPrefix("x-") { return false }
        return variable(node.member, text).map { !CarriedEnvironment.isSecret($0.name, $0.value) } ?? true
    }

    /// A container's variable at a path such as `services.api.environment.MODE`; nil for anything else.
    private static func variable(_ path: String, _ text: String) -> (name: String, value: String)? {
        guard let mark = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
        let parent = path[..<mark]
        guard ["environment", "variables"].contains(where: { parent.hasSuffix($0) }) else { return nil }
        if path[mark] == "." { return (String(path[path.index(after: mark)...]), text) }
        let name = text.prefix { $0 != "=" }
        return (String(name), String(text.dropFirst(name.count + 1)))
    }

    private func note(_ found: Found, _ node: ForeignNode, _ ledger: inout CarryLedger) {
        for name in found.defaults {
            ledger.noteOnce(
                node, "\(name) has no value here: its default is written (--variable \(name)=… gives another)")
        }
        for name in found.missing {
            ledger.noteOnce(
                node, "${\(name)} stays as it is written: give its value with --variable \(name)=…, or write it")
        }
    }

    /// The text with variables put in.
    func expanded(_ text: String, _ found: inout Found) -> String {
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "$") {
            result += rest[..<mark]
            let after = rest[rest.index(after: mark)...]
            if dialect == .compose, after.first == "$" {
                (result, rest) = (result + "$", after.dropFirst())
            } else if after.first == "{", let end = Self.closing(after) {
                let body = after[after.index(after: after.startIndex)..<end]
                result += braced(body, &found)
                rest = after[after.index(after: end)...]
            } else if dialect == .compose, let name = Self.name(after) {
                result += value(of: name, found: &found) ?? "$\(name)"
                rest = after.dropFirst(name.count)
            } else {
                (result, rest) = (result + "$", after)
            }
        }
        return result + rest
    }

    /// Where the brace that `text` begins with is closed.
    private static func closing(_ text: Substring) -> Substring.Index? {
        var depth = 0
        for index in text.indices {
            if text[index] == "{" { depth += 1 }
            if text[index] == "}" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    private static func name(_ text: Substring) -> String? {
        let name = text.prefix { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
        return name.first.map { !$0.isNumber } == true ? String(name) : nil
    }

    /// `NAME`, `NAME:-default`, `NAME-default`, `NAME:?why`, `NAME?why`, `NAME:+other` or `NAME+other`.
    private func braced(_ body: Substring, _ found: inout Found) -> String {
        let whole = "${\(body)}"
        guard let name = Self.name(body) else { return whole }
        let rest = body.dropFirst(name.count)
        if rest.isEmpty { return value(of: name, found: &found) ?? whole }
        guard dialect == .compose else { return whole }
        let isStrict = rest.first == ":"
        let sign = isStrict ? rest.dropFirst() : rest
        let given = variables[name].flatMap { isStrict && $0.isEmpty ? nil : $0 }
        switch sign.first {
        case "-":
            if given == nil { found.defaults.append(name) }
            return given ?? expanded(String(sign.dropFirst()), &found)
        case "+":
            if given == nil { found.defaults.append(name) }
            return given == nil ? "" : expanded(String(sign.dropFirst()), &found)
        case "?":
            if given == nil { found.missing.append(name) }
            return given ?? "${\(name)}"
        default: return whole
        }
    }

    private func value(of name: String, found: inout Found) -> String? {
        if variables[name] == nil { found.missing.append(name) }
        return variables[name]
    }

    /// The name in a text that is nothing but a variable without a value; nil for any other.
    static func onlyName(_ text: String) -> String? {
        guard text.hasPrefix("${"), text.hasSuffix("}") else { return nil }
        let body = text.dropFirst(2).dropLast()
        return name(body).flatMap { $0.count == body.count ? $0 : nil }
    }
}
