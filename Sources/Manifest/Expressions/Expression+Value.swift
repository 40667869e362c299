import Model

extension Expression {
    /// What the expression is worth in `scope`. A value from a file keeps its place; what is computed takes that of
    /// its first part that has one.
    func value(in scope: Scope, _ budget: inout RenderBudget) throws(ExpressionProblem) -> Value {
        try budget.spend()
        switch self {
        case .literal(let value): return value
        case .name(let name):
            guard let value = scope[name] else {
                let known = scope.all.joined(separator: ", ")
                let hint = Nearest.hint(for: name, among: scope.all) ?? "there are: \(known)"
                throw ExpressionProblem(message: "nothing is named \(name)", hint: hint)
            }
            return value
        case .member(let base, let name): return try member(name, of: base, in: scope, &budget)
        case .element(let base, let index): return try element(index, of: base, in: scope, &budget)
        case .not(let operand):
            let (truth, place) = try operand.truth(in: scope, &budget)
            return Value(.bool(!truth), at: place)
        case .and(let a, let b):
            let (truth, place) = try a.truth(in: scope, &budget)
            if !truth { return Value(.bool(false), at: place) }
            let (other, second) = try b.truth(in: scope, &budget)
            return Value(.bool(other), at: place ?? second)
        case .or(let a, let b):
            let (truth, place) = try a.truth(in: scope, &budget)
            if truth { return Value(.bool(true), at: place) }
            let (other, second) = try b.truth(in: scope, &budget)
            return Value(.bool(other), at: place ?? second)
        case .comparison(let kind, let a, let b):
            let (left, right) = (try a.value(in: scope, &budget), try b.value(in: scope, &budget))
            try budget.spend(looking: left.textSize)
            return Value(.bool(try kind.holds(left, right)), at: left.place ?? right.place)
        case .call(let function, let arguments): return try function.value(of: arguments, in: scope, &budget)
        }
    }

    /// A condition: true or false and nothing else.
    func truth(
        in scope: Scope, _ budget: inout RenderBudget
    ) throws(ExpressionProblem) -> (truth: Bool, place: Place?) {
        let value = try value(in: scope, &budget)
        guard let truth = value.bool else {
            throw ExpressionProblem(
                message: "a condition is true or false, not \(value.typeName)",
                hint: "compare it: \(value.isNull || value.object != nil ? "value != null" : "value == …")",
                place: value.place)
        }
        return (truth, value.place)
    }

    private func member(
        _ name: String, of base: Expression, in scope: Scope, _ budget: inout RenderBudget
    ) throws(ExpressionProblem) -> Value {
        let value = try base.value(in: scope, &budget)
        guard let members = value.object else { throw base.noMapping(value, name) }
        guard let member = members[name] else {
            // The search for the nearest name looks at all of them, letter by letter.
            try budget.spend(looking: 1_024 * members.count)
            throw ExpressionProblem(
                message: "\(base.text) has no \(name)", hint: Nearest.hint(for: name, among: members.keys),
                place: value.place, isUnset: !base.isGiven)
        }
        return member
    }

    /// True for what every chart is told, `release` and its like: none of it can be left out.
    private var isGiven: Bool {
        if case .name(let name) = self { Scope.given.contains(name) } else { false }
    }

    private func noMapping(_ value: Value, _ name: String) -> ExpressionProblem {
        if value.isNull {
            return ExpressionProblem(
                message: "\(text) is not set, so it has no \(name)", hint: "ask for \(text) != null first",
                place: value.place, isUnset: true)
        }
        return ExpressionProblem(
            message: "\(text) is \(value.typeName) and has no \(name)", place: value.place)
    }

    private func element(
        _ index: Expression, of base: Expression, in scope: Scope, _ budget: inout RenderBudget
    ) throws(ExpressionProblem) -> Value {
        let (value, key) = (try base.value(in: scope, &budget), try index.value(in: scope, &budget))
        if let items = value.list, let number = key.integer {
            guard items.indices.contains(number) else {
                throw ExpressionProblem(
                    message: "\(base.text) has \(items.count) elements, none at \(index.text)", place: value.place,
                    isUnset: true)
            }
            return items[number]
        }
        guard let name = key.string, value.object != nil || value.isNull else {
            throw ExpressionProblem(
                message: "\(base.text) is \(value.typeName) and has no element for \(key.typeName)",
                place: value.place ?? key.place)
        }
        guard let member = value[name] else {
            throw ExpressionProblem(
                message: "\(base.text) has no entry for \(index.text)", place: value.place, isUnset: true)
        }
        return member
    }

    /// As a person would write it, for messages.
    var text: String {
        switch self {
        case .name(let name): name
        case .member(let base, let name): "\(base.text).\(name)"
        case .element(let base, let index): "\(base.text)[\(index.text)]"
        case .literal(let value): value.string.map { "'\($0)'" } ?? value.scalarText ?? "null"
        case .call(let function, _): "\(function.rawValue)(…)"
        default: "(…)"
        }
    }
}

extension Expression.Comparison {
    /// Whether it holds. Values of two types are not compared, apart from null: a number that stands in quotes by
    /// mistake must not silently be another one.
    func holds(_ a: Value, _ b: Value) throws(ExpressionProblem) -> Bool {
        switch self {
        case .equal: return try Self.areEqual(a, b)
        case .different: return !(try Self.areEqual(a, b))
        default: break
        }
        guard let x = a.number, let y = b.number else {
            throw ExpressionProblem(
                message: "\(rawValue) compares numbers, not \(a.number == nil ? a.typeName : b.typeName)",
                place: (a.number == nil ? a : b).place ?? a.place ?? b.place)
        }
        return self == .less ? x < y : self == .atMost ? x <= y : self == .greater ? x > y : x >= y
    }

    private static func areEqual(_ a: Value, _ b: Value) throws(ExpressionProblem) -> Bool {
        if a.isNull || b.isNull { return a.isNull && b.isNull }
        if let x = a.number, let y = b.number { return x == y }
        guard a.typeName == b.typeName, a.scalarText != nil else {
            throw ExpressionProblem(
                message: "\(a.typeName) is compared with \(b.typeName)",
                hint: "texts, numbers and truth values of one type are compared", place: a.place ?? b.place)
        }
        return a == b
    }
}

extension Value {
    /// Bytes of text, for what looking at it costs; an element or entry counts as 32.
    var textSize: Int { string?.utf8.count ?? 32 * (list?.count ?? object?.count ?? 0) }
}
