import Model
import Simulation

/// What an update does to an item: SET, REMOVE, ADD and DELETE, all of them by what stood there before.
struct UpdateExpression {
    /// What is written.
    indirect enum Term {
        case value(Value)
        case path(DocumentPath)
        case unlessExists(DocumentPath, Term)
        case joined(Term, Term)
        case sum(Term, Term, isDifference: Bool)
    }

    enum Action {
        case set(DocumentPath, Term)
        case remove(DocumentPath)
        case add(DocumentPath, Value)
        case delete(DocumentPath, Value)
    }

    private(set) var actions: [Action] = []

    /// The attributes that are touched, in order.
    var roots: [String] {
        actions.map { action in
            switch action {
            case .set(let path, _), .remove(let path), .add(let path, _), .delete(let path, _): path.root
            }
        }
    }

    /// The item with everything done to it. Throws DynamoDB's refusal of what can not be done.
    func apply(to item: Value) throws(Refusal) -> Value {
        var result = item
        for action in actions {
            switch action {
            case .set(let path, let term): try path.set(try Self.value(term, of: item), in: &result)
            case .remove(let path): if path.value(in: item) != nil { try path.set(nil, in: &result) }
            case .add(let path, let value):
                try path.set(try Self.added(value, to: path.value(in: item)), in: &result)
            case .delete(let path, let value):
                guard let old = path.value(in: item) else { continue }
                try path.set(try Self.without(value, in: old), in: &result)
            }
        }
        return result
    }

    private static func value(_ term: Term, of item: Value) throws(Refusal) -> Value {
        switch term {
        case .value(let value): return value
        case .path(let path):
            guard let found = path.value(in: item) else {
                throw LocalDynamoDB.invalid(
                    "The provided expression refers to an attribute that does not exist in the item")
            }
            return found
        case .unlessExists(let path, let other):
            if let found = path.value(in: item) { return found }
            return try value(other, of: item)
        case .joined(let left, let right):
            guard let first = try value(left, of: item)["l"]?.list, let second = try value(right, of: item)["l"]?.list
            else { throw wrongType }
            return ["l": .list(first + second)]
        case .sum(let left, let right, let isDifference):
            return try sum(try value(left, of: item), try value(right, of: item), isDifference)
        }
    }

    private static func sum(_ left: Value, _ right: Value, _ isDifference: Bool) throws(Refusal) -> Value {
        guard let a = left["n"]?.string.flatMap({ DynamoNumber($0) }),
            let b = right["n"]?.string.flatMap({ DynamoNumber($0) })
        else { throw wrongType }
        return ["n": .string(DynamoNumber(isDifference ? a.value - b.value : a.value + b.value).text)]
    }

    private static func added(_ value: Value, to old: Value?) throws(Refusal) -> Value {
        guard let (type, new) = DynamoAttribute.parts(value), ["n", "ss", "ns", "bs"].contains(type) else {
            throw wrongType
        }
        guard let old else { return value }
        if type == "n" { return try sum(old, value, false) }
        guard let items = old[type]?.list else { throw wrongType }
        return [type: .list(items + (new.list ?? []).filter { !items.contains($0) })]
    }

    /// A set without some of its members; nil when none are left.
    private static func without(_ value: Value, in old: Value) throws(Refusal) -> Value? {
        guard let (type, gone) = DynamoAttribute.parts(value), type.count == 2, let items = old[type]?.list else {
            throw wrongType
        }
        let left = items.filter { !(gone.list ?? []).contains($0) }
        return left.isEmpty ? nil : [type: .list(left)]
    }

    private static let wrongType = LocalDynamoDB.invalid(
        "An operand in the update expression has an incorrect data type")
}

extension UpdateExpression {
    /// Reads an expression; without one nothing is done. Throws DynamoDB's refusal.
    init(_ text: String?, _ names: inout ExpressionNames) throws(Refusal) {
        guard let text else { return }
        var tokens = try ExpressionTokens(text, "UpdateExpression")
        var clauses: Set<String> = []
        while let clause = ["SET", "REMOVE", "ADD", "DELETE"].first(where: { tokens.takes(keyword: $0) }) {
            guard clauses.insert(clause).inserted else {
                throw LocalDynamoDB.invalid(
                    "Invalid UpdateExpression: The \"\(clause)\" section can only be used once in an update expression;"
                )
            }
            repeat { actions.append(try Self.action(clause, &tokens, &names)) } while tokens.takes(",")
        }
        guard tokens.next == nil, !actions.isEmpty else { throw tokens.unexpected }
        guard Set(paths).count == paths.count else {
            throw LocalDynamoDB.invalid(
                "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths"
            )
        }
    }

    private var paths: [DocumentPath] {
        actions.map { action in
            switch action {
            case .set(let path, _), .remove(let path), .add(let path, _), .delete(let path, _): path
            }
        }
    }

    private static func action(
        _ clause: String, _ tokens: inout ExpressionTokens, _ names: inout ExpressionNames
    ) throws(Refusal) -> Action {
        let path = try DocumentPath(&tokens, &names)
        switch clause {
        case "SET":
            try tokens.demand("=")
            return .set(path, try sum(&tokens, &names))
        case "REMOVE": return .remove(path)
        default:
            let value = try value(&tokens, &names)
            return clause == "ADD" ? .add(path, value) : .delete(path, value)
        }
    }

    private static func value(
        _ tokens: inout ExpressionTokens, _ names: inout ExpressionNames
    ) throws(Refusal) -> Value {
        guard case .value(let alias)? = tokens.next else { throw tokens.unexpected }
        _ = try tokens.pop()
        return try names.value(alias, tokens.kind)
    }

    private static func sum(
        _ tokens: inout ExpressionTokens, _ names: inout ExpressionNames
    ) throws(Refusal) -> Term {
        let left = try operand(&tokens, &names)
        if tokens.takes("+") { return .sum(left, try operand(&tokens, &names), isDifference: false) }
        if tokens.takes("-") { return .sum(left, try operand(&tokens, &names), isDifference: true) }
        return left
    }

    private static func operand(
        _ tokens: inout ExpressionTokens, _ names: inout ExpressionNames
    ) throws(Refusal) -> Term {
        if tokens.takes(function: "if_not_exists") {
            let path = try DocumentPath(&tokens, &names)
            try tokens.demand(",")
            let other = try operand(&tokens, &names)
            try tokens.demand(")")
            return .unlessExists(path, other)
        }
        if tokens.takes(function: "list_append") {
            let first = try operand(&tokens, &names)
            try tokens.demand(",")
            let second = try operand(&tokens, &names)
            try tokens.demand(")")
            return .joined(first, second)
        }
        if case .value? = tokens.next { return .value(try value(&tokens, &names)) }
        return .path(try DocumentPath(&tokens, &names))
    }
}
