import Model
import Simulation

/// What the placeholders of a request's expressions stand for. Every one that is given has to be used.
struct ExpressionNames {
    private let names: [String: Value]
    private let values: [String: Value]
    private var used: Set<String> = []

    init(_ request: LocalRequest) {
        names = request["expressionAttributeNames"]?.object ?? [:]
        values = request["expressionAttributeValues"]?.object ?? [:]
    }

    /// The name behind `#name`.
    mutating func name(_ alias: String, _ kind: String) throws(Refusal) -> String {
        guard let name = names[alias]?.string else {
            throw LocalDynamoDB.invalid(
                "Invalid \(kind): An expression attribute name used in the document path is not defined; attribute name: \(alias)"
            )
        }
        used.insert(alias)
        return name
    }

    /// The value behind `:value`.
    mutating func value(_ alias: String, _ kind: String) throws(Refusal) -> Value {
        guard let value = values[alias] else {
            throw LocalDynamoDB.invalid(
                "Invalid \(kind): An expression attribute value used in expression is not defined; attribute value: \(alias)"
            )
        }
        try DynamoAttribute.check(value, of: alias)
        used.insert(alias)
        return value
    }

    /// Throws DynamoDB's refusal of a placeholder that no expression uses.
    func checkUse() throws(Refusal) {
        for (what, given) in [("Names", names), ("Values", values)] {
            let unused = given.keys.filter { !used.contains($0) }.sorted()
            guard unused.isEmpty else {
                throw LocalDynamoDB.invalid(
                    "Value provided in ExpressionAttribute\(what) unused in expressions: keys: {\(unused.joined(separator: ", "))}"
                )
            }
        }
    }
}

/// A place in an item: `a`, `#a.b[0]`.
struct DocumentPath: Hashable {
    enum Step: Hashable {
        case name(String)
        case index(Int)
    }

    let root: String
    let steps: [Step]

    init(_ tokens: inout ExpressionTokens, _ names: inout ExpressionNames) throws(Refusal) {
        root = try Self.name(&tokens, &names)
        var steps: [Step] = []
        while true {
            if case .index(let index)? = tokens.next {
                _ = try tokens.pop()
                steps.append(.index(index))
            } else if tokens.takes(".") {
                steps.append(.name(try Self.name(&tokens, &names)))
            } else {
                break
            }
        }
        self.steps = steps
    }

    private static func name(_ tokens: inout ExpressionTokens, _ names: inout ExpressionNames) throws(Refusal) -> String
    {
        switch tokens.next {
        case .word(let name):
            _ = try tokens.pop()
            return name
        case .alias(let alias):
            _ = try tokens.pop()
            return try names.name(alias, tokens.kind)
        default: throw tokens.unexpected
        }
    }

    /// The attribute there; nil when there is none.
    func value(in item: Value) -> Value? {
        steps.reduce(item[root]) { value, step in
            switch step {
            case .name(let name): return value?["m"]?[name]
            case .index(let index):
                let items = value?["l"]?.list ?? []
                return items.indices.contains(index) ? items[index] : nil
            }
        }
    }

    /// Writes an attribute there, or takes it away. Throws DynamoDB's refusal when what is above it is missing.
    func set(_ value: Value?, in item: inout Value) throws(Refusal) {
        guard let last = steps.last else {
            item[root] = value
            return
        }
        guard var top = item[root] else { throw Self.unknown }
        try Self.set(value, in: &top, steps.dropLast()[...], last)
        item[root] = top
    }

    private static func set(
        _ value: Value?, in attribute: inout Value, _ steps: ArraySlice<Step>, _ last: Step
    ) throws(Refusal) {
        guard let step = steps.first else { return try put(value, in: &attribute, at: last) }
        var inner = try child(attribute, step)
        try set(value, in: &inner, steps.dropFirst(), last)
        try put(inner, in: &attribute, at: step)
    }

    private static func child(_ attribute: Value, _ step: Step) throws(Refusal) -> Value {
        switch step {
        case .name(let name):
            guard let found = attribute["m"]?[name] else { throw unknown }
            return found
        case .index(let index):
            guard let items = attribute["l"]?.list, items.indices.contains(index) else { throw unknown }
            return items[index]
        }
    }

    private static func put(_ value: Value?, in attribute: inout Value, at step: Step) throws(Refusal) {
        switch step {
        case .name(let name):
            guard var members = attribute["m"] else { throw unknown }
            members[name] = value
            attribute = ["m": members]
        case .index(let index):
            guard var items = attribute["l"]?.list else { throw unknown }
            if let value {
                // Beyond the end an item is put behind the last one.
                if items.indices.contains(index) { items[index] = value } else { items.append(value) }
            } else if items.indices.contains(index) {
                items.remove(at: index)
            }
            attribute = ["l": .list(items)]
        }
    }

    private static let unknown = LocalDynamoDB.invalid(
        "The document path provided in the update expression is invalid for update")
}

/// Which attributes are shown.
struct Projection {
    private var paths: [DocumentPath] = []

    /// Nil when there is no expression.
    init?(_ text: String?, _ names: inout ExpressionNames) throws(Refusal) {
        guard let text else { return nil }
        var tokens = try ExpressionTokens(text, "ProjectionExpression")
        repeat { paths.append(try DocumentPath(&tokens, &names)) } while tokens.takes(",")
        guard tokens.next == nil else { throw tokens.unexpected }
    }

    /// The chosen attributes; what stands below another keeps its place in maps, and its order in lists.
    func apply(to item: Value) -> Value {
        paths.reduce(into: Value.emptyObject) { shown, path in
            guard let value = path.value(in: item) else { return }
            shown[path.root] = path.steps.reversed().reduce(value) { inner, step in
                switch step {
                case .name(let name): ["m": [name: inner]]
                case .index: ["l": [inner]]
                }
            }
        }
    }
}
