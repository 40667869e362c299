import Model

/// Conditions of a rule: AWS takes and gives two spellings, `values` and `<field>Config.values`; the latter is ours.
enum Conditions {
    static let rules: [FieldRule] = configs.values.sorted().flatMap { config in
        ["values", "regexValues"].map { FieldRule(FieldPath(["conditions", "*", config, $0]), elements: .set) }
    }

    /// Every condition by its configuration alone.
    static let normal: @Sendable (Value) -> Value = { value in
        guard let items = value.list else { return value }
        return Value(.list(items.map(canonical)), at: value.place, key: value.keyPlace)
    }

    private static let configs = [
        "host-header": "hostHeaderConfig", "path-pattern": "pathPatternConfig", "http-header": "httpHeaderConfig",
        "query-string": "queryStringConfig", "http-request-method": "httpRequestMethodConfig",
        "source-ip": "sourceIpConfig",
    ]

    private static func canonical(_ item: Value) -> Value {
        guard let field = item["field"]?.string, let config = configs[field] else { return item }
        var condition = item
        for member in ["values", "regexValues"] {
            if let plain = item[member]?.list, !plain.isEmpty, item[config]?[member] == nil {
                condition[config] = laid(item[member], as: member, over: condition[config])
            }
            condition[member] = nil
        }
        return condition
    }

    private static func laid(_ values: Value?, as member: String, over config: Value?) -> Value {
        var copy = config ?? .emptyObject
        copy[member] = values
        return copy
    }
}
