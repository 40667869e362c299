import Model
import Simulation

/// Conditions of rules: what AWS demands of them, and both spellings of those that have two (aws-facts 4.9).
enum ConditionRules {
    /// The conditions as AWS shows them.
    static func expanded(_ conditions: [Value]) throws(Refusal) -> [Value] {
        var expanded: [Value] = []
        for condition in conditions { expanded.append(try shown(condition)) }
        return expanded
    }

    private static func shown(_ condition: Value) throws(Refusal) -> Value {
        let field = condition["field"]?.string ?? ""
        switch field {
        case "host-header": return try twice(condition, field, "hostHeaderConfig")
        case "path-pattern": return try twice(condition, field, "pathPatternConfig")
        case "http-header": try checkHeader(condition)
        case "http-request-method": try checkMethod(condition)
        case "query-string": try checkQuery(condition)
        case "source-ip":
            let values = try config(condition, field, "SourceIpConfig")["values"]?.list ?? []
            guard !values.isEmpty else { throw .validation("A 'source-ip' value must be specified") }
        default:
            throw .validation(
                "Condition field '\(field)' must be one of '[path-pattern, host-header, http-header, "
                    + "http-request-method, query-string, source-ip]'")
        }
        return condition
    }

    /// Fields that have `values` from AWS's first days beside a config of their own.
    private static func twice(_ given: Value, _ field: String, _ name: String) throws(Refusal) -> Value {
        let patterns = given[name]?["regexValues"]?.list ?? given["regexValues"]?.list ?? []
        let old = given["values"]?.list ?? []
        let values = old.isEmpty ? given[name]?["values"]?.list ?? [] : old
        guard !(values + patterns).isEmpty else { throw .validation("A condition value must be specified") }
        guard old.count <= 1 else {
            throw .validation("The '\(field)' field contains too many values; the limit is '1'")
        }
        for value in values { try checkLength(value.string, field, 128) }
        var shown: Value = ["field": .string(field)]
        var config: Value = .emptyObject
        if !values.isEmpty {
            shown["values"] = .list(values)
            config["values"] = .list(values)
        }
        if !patterns.isEmpty { config["regexValues"] = .list(patterns) }
        shown[name] = config
        return shown
    }

    private static func checkHeader(_ condition: Value) throws(Refusal) {
        let config = try config(condition, "http-header", "HttpHeaderConfig")
        try checkLength(config["httpHeaderName"]?.string, "HttpHeaderName", 40)
        for value in config["values"]?.list ?? [] { try checkLength(value.string, "http-header", 128) }
    }

    private static func checkMethod(_ condition: Value) throws(Refusal) {
        let values = try config(condition, "http-request-method", "HttpRequestMethodConfig")["values"]?.list ?? []
        for value in values.compactMap(\.string) {
            try checkLength(value, "http-request-method", 40)
            guard value.utf8.allSatisfy(isMethodByte) else {
                throw .validation(
                    "The 'http-request-method' value is invalid; the allowed characters are A-Z, hyphen and "
                        + "underscore")
            }
        }
    }

    private static func checkQuery(_ condition: Value) throws(Refusal) {
        for pair in try config(condition, "query-string", "QueryStringConfig")["values"]?.list ?? [] {
            guard pair["value"] != nil else {
                throw .validation("A 'Value' must be specified in 'QueryStringKeyValuePair'")
            }
            try checkLength(pair["key"]?.string, "Key", 128)
            try checkLength(pair["value"]?.string, "Value", 128)
        }
    }

    private static func config(_ condition: Value, _ field: String, _ name: String) throws(Refusal) -> Value {
        guard let config = condition[name.prefix(1).lowercased() + name.dropFirst()] else {
            throw .validation("A '\(name)' must be specified with '\(field)'")
        }
        return config
    }

    private static func checkLength(_ text: String?, _ noun: String, _ limit: Int) throws(Refusal) {
        guard (text ?? "").count > limit else { return }
        throw .validation("The '\(noun)' value is too long; the limit is '\(limit)'")
    }

    private static func isMethodByte(_ byte: UInt8) -> Bool {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}
