import Model

/// Values to the names and types that AWS's JSON has.
enum JSONNames {
    /// The same value under wire names, without nulls.
    static func outgoing(_ value: Value, _ shape: Shape) -> Value {
        switch (shape.form, value.content) {
        case (.structure(let members), .object(let object)): structure(object, members)
        case (.list(let item, _, _), .list(let items)):
            .list(items.lazy.filter { !$0.isNull }.map { outgoing($0, item.shape) })
        case (.map(_, let item, _, _, _), .object(let object)):
            .object(object.filter { !$0.value.isNull }.mapValues { outgoing($0, item.shape) })
        case (.timestamp, .string(let text)): Timestamps.seconds(text).map { Value(.number($0)) } ?? value
        default: value
        }
    }

    private static func structure(_ object: [String: Value], _ members: Members) -> Value {
        var named: [String: Value] = [:]
        for (name, value) in object where !value.isNull {
            if let member = members[name] {
                named[member.wireName] = outgoing(value, member.shape)
            } else {
                named[members.unknownName(name)] = members.startsWithCapitals ? capitalised(value) : value
            }
        }
        return .object(named)
    }

    /// Free members as their neighbours are spelled.
    static func capitalised(_ value: Value) -> Value {
        switch value.content {
        case .list(let items): return .list(items.map(capitalised))
        case .object(let members):
            let pairs = members.map { ($0.key.withFirstCapital, capitalised($0.value)) }
            return .object(Dictionary(pairs) { first, _ in first })
        default: return value
        }
    }
}

extension Members {
    /// True where AWS writes this structure's names with a capital.
    var startsWithCapitals: Bool { first { _ in true }?.awsName.first?.isUppercase ?? false }

    /// The likely wire name of a member that the shape lacks.
    func unknownName(_ name: String) -> String { startsWithCapitals ? name.withFirstCapital : name }
}

extension String {
    var withFirstCapital: String { prefix(1).uppercased() + dropFirst() }
}
