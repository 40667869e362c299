/// The functions of expressions: each gives the same for the same arguments, everywhere and always.
enum ExpressionFunction: String, Sendable, CaseIterable {
    case concat, contains, `default`, endsWith, format, iif, integer, join, json, keys, length, lower, merge, replace
    case split, startsWith, string, trim, upper

    /// How many arguments it takes.
    var arity: ClosedRange<Int> {
        switch self {
        case .integer, .json, .keys, .length, .lower, .string, .trim, .upper: 1...1
        case .contains, .endsWith, .join, .split, .startsWith: 2...2
        case .iif, .replace: 3...3
        case .concat, .default, .merge: 2...16
        case .format: 1...16
        }
    }

    /// How it is written.
    var example: String {
        switch self {
        case .concat: "concat(list, list)"
        case .contains: "contains(text or list or mapping, what)"
        case .default: "default(value, instead)"
        case .endsWith: "endsWith(text, ending)"
        case .format: "format('{0}-{1}', a, b)"
        case .iif: "iif(condition, value, otherwise)"
        case .integer: "integer(text)"
        case .join: "join(separator, list)"
        case .json: "json(value)"
        case .keys: "keys(mapping)"
        case .length: "length(text or list or mapping)"
        case .lower: "lower(text)"
        case .merge: "merge(mapping, mapping)"
        case .replace: "replace(text, what, by)"
        case .split: "split(text, separator)"
        case .startsWith: "startsWith(text, beginning)"
        case .string: "string(value)"
        case .trim: "trim(text)"
        case .upper: "upper(text)"
        }
    }
}
