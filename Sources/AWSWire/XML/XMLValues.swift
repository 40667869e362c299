import Model

/// Reply elements to values and back, as a shape says.
enum XMLValues {
    /// The value of `element`; members that the shape lacks are kept under their names in lower camel case.
    static func value(_ element: XMLElement, _ shape: Shape) -> Value {
        switch shape.form {
        case .structure(let members): structure(element.children, members)
        case .list(let item, _, _): .list(element.children.map { value($0, item.shape) })
        case .map: map(element.children, shape)
        case .document: unknown(element)
        default: scalar(element.text, shape.form)
        }
    }

    /// The members of a structure among `children`.
    static func structure(_ children: [XMLElement], _ members: Members) -> Value {
        var rest = Dictionary(grouping: children, by: \.name)
        var object: [String: Value] = [:]
        for member in members {
            guard let found = rest.removeValue(forKey: member.wireName) else { continue }
            object[member.name] = self.member(found, member.shape)
        }
        for (name, elements) in rest { object[name.lowerCamel] = unknown(elements) }
        return .object(object)
    }

    private static func member(_ elements: [XMLElement], _ shape: Shape) -> Value {
        switch shape.form {
        case .list(let item, _, flattened: true): .list(elements.map { value($0, item.shape) })
        case .map(_, _, _, _, flattened: true): map(elements, shape)
        default: elements.first.map { value($0, shape) } ?? .null
        }
    }

    private static func map(_ entries: [XMLElement], _ shape: Shape) -> Value {
        guard case .map(_, let item, let keyName, let valueName, _) = shape.form else { return .emptyObject }
        var object: [String: Value] = [:]
        for entry in entries {
            guard let key = entry.child(keyName) else { continue }
            object[key.text] = value(entry.child(valueName) ?? XMLElement(name: valueName), item.shape)
        }
        return .object(object)
    }

    private static func scalar(_ text: String, _ form: Shape.Form) -> Value {
        let trimmed = String(text.drop(while: \.isWhitespace))
        return switch form {
        case .integer: Int(trimmed).map { .integer($0) } ?? .string(text)
        case .number: Numbers.number(trimmed).map { Value(.number($0)) } ?? .string(text)
        case .boolean: trimmed == "true" ? true : trimmed == "false" ? false : .string(text)
        case .timestamp: Timestamps.seconds(trimmed).map { Value(.number($0)) } ?? .string(text)
        case .blob: Base64.decode(trimmed).map { Value(.bytes($0)) } ?? .string(text)
        default: .string(text)
        }
    }

    private static let listItems: Set = ["item", "member"]

    private static func unknown(_ elements: [XMLElement]) -> Value {
        elements.count == 1 ? elements.first.map(unknown) ?? .null : .list(elements.map(unknown))
    }

    private static func unknown(_ element: XMLElement) -> Value {
        if element.children.isEmpty { return .string(element.text) }
        if element.children.allSatisfy({ listItems.contains($0.name) }) { return .list(element.children.map(unknown)) }
        let members = Dictionary(grouping: element.children, by: \.name).map { ($0.key.lowerCamel, unknown($0.value)) }
        return .object(Dictionary(members) { first, _ in first })
    }
}

extension XMLValues {
    /// The elements that stand for `value` under `name`; several for a flattened list.
    static func elements(_ name: String, _ value: Value, _ shape: Shape) -> [XMLElement] {
        switch shape.form {
        case .list(let item, _, flattened: true):
            return (value.list ?? []).flatMap { elements(name, $0, item.shape) }
        case .list(let item, let itemName, _):
            let items = (value.list ?? []).flatMap { elements(itemName, $0, item.shape) }
            return [XMLElement(name: name, children: items)]
        case .map(_, _, _, _, flattened: true): return entries(name, value, shape)
        case .map: return [XMLElement(name: name, children: entries("entry", value, shape))]
        case .structure(let members): return [XMLElement(name: name, children: children(value, members))]
        default: return [XMLElement(name: name, text: QueryText.scalar(value, shape.form))]
        }
    }

    /// The members of a structure, in AWS's order.
    static func children(_ value: Value, _ members: Members) -> [XMLElement] {
        members.flatMap { member in
            guard let inner = value[member.name], !inner.isNull else { return [XMLElement]() }
            return elements(member.wireName, inner, member.shape)
        }
    }

    private static func entries(_ name: String, _ value: Value, _ shape: Shape) -> [XMLElement] {
        guard case .map(_, let item, let keyName, let valueName, _) = shape.form else { return [] }
        return value.sortedMembers.map { member in
            let key = XMLElement(name: keyName, text: member.name)
            return XMLElement(name: name, children: [key] + elements(valueName, member.value, item.shape))
        }
    }
}
