import Model

/// What a place in a JSON or CBOR message is read as.
enum WireShape {
    /// AWS's shape says.
    case known(Shape)
    /// A member that AWS's model lacks: kept, names in lower camel case like all others.
    case unknown
    /// Free JSON: kept as it is.
    case document

    init(_ shape: Shape) {
        if case .document = shape.form { self = .document } else { self = .known(shape) }
    }

    var dropsNulls: Bool { if case .document = self { false } else { true } }

    /// The name in lower camel case and the shape of an object's key.
    func member(_ key: String) -> (String, WireShape) {
        guard case .known(let shape) = self else { return (isDocument ? key : key.lowerCamel, self) }
        switch shape.form {
        case .structure(let members):
            guard let member = members.byWireName(key) else { return (key.lowerCamel, .unknown) }
            return (member.name, WireShape(member.shape))
        case .map(_, let value, _, _, _): return (key, WireShape(value.shape))
        default: return (key, .document)
        }
    }

    /// What a list's items are.
    var element: WireShape {
        guard case .known(let shape) = self else { return self }
        if case .list(let element, _, _) = shape.form { return WireShape(element.shape) }
        return .document
    }

    /// A scalar in the type that the shape says.
    func scalar(_ value: Value) -> Value {
        guard case .known(let shape) = self else { return value }
        switch (shape.form, value.content) {
        case (.number, .integer(let number)), (.timestamp, .integer(let number)): return Value(.number(Double(number)))
        case (.number, .string(let text)): return Numbers.number(text).map { Value(.number($0)) } ?? value
        case (.timestamp, .string(let text)): return Timestamps.seconds(text).map { Value(.number($0)) } ?? value
        case (.blob, .string(let text)): return Base64.decode(text).map { Value(.bytes($0)) } ?? value
        default: return value
        }
    }

    private var isDocument: Bool { if case .document = self { true } else { false } }
}

extension Members {
    /// The member of this name on the wire.
    func byWireName(_ name: String) -> Member? {
        if let member = self[name], member.wireName == name { return member }
        if let member = self[name.lowerCamel], member.wireName == name { return member }
        return first { $0.wireName == name }
    }
}
