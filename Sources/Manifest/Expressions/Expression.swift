import Model

/// What stands between `${{` and `}}`: pure, and over nothing but the values that it is given.
indirect enum Expression: Sendable {
    case literal(Value)
    /// `values`, `release`, or what an `each` names.
    case name(String)
    case member(Expression, String)
    /// An element of a list by its number, or an entry of a mapping by its key.
    case element(Expression, Expression)
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case comparison(Comparison, Expression, Expression)
    case call(ExpressionFunction, [Expression])

    /// How two values are held against each other.
    enum Comparison: String, Sendable, CaseIterable {
        case equal = "=="
        case different = "!="
        case less = "<"
        case atMost = "<="
        case greater = ">"
        case atLeast = ">="
    }

    /// The expressions that this one is made of.
    var parts: [Expression] {
        switch self {
        case .literal, .name: []
        case .member(let base, _), .not(let base): [base]
        case .element(let a, let b), .and(let a, let b), .or(let a, let b), .comparison(_, let a, let b): [a, b]
        case .call(_, let arguments): arguments
        }
    }
}

/// Why an expression has no value. Never holds a value's text: it may be a secret.
struct ExpressionProblem: Error, Sendable {
    let message: String
    var hint: String?
    /// Where the value was written that does not fit; nil when none is to blame.
    var place: Place?
    /// True for what is merely not set, so that `default` may step in.
    var isUnset = false
}
