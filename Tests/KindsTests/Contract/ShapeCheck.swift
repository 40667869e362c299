import Model

/// Holds a request against AWS's shape of it.
enum ShapeCheck {
    /// What is wrong: members that AWS does not know, demanded ones that are missing, values of another type.
    static func faults(of value: Value, against shape: Shape, at path: String) -> [String] {
        switch (shape.form, value.content) {
        case (_, .null), (_, .reference), (_, .joined): ["\(path): a value that can not be sent: \(value.content)"]
        case (.structure(let members), .object(let fields)): faults(of: fields, against: members, at: path)
        case (.list(let element, _, _), .list(let items)):
            items.enumerated().flatMap { faults(of: $1, against: element.shape, at: "\(path)/\($0)") }
        case (.map(_, let element, _, _, _), .object(let fields)):
            fields.flatMap { faults(of: $0.value, against: element.shape, at: "\(path)/\($0.key)") }
        case (.enumeration(let words), .string(let text)):
            words.contains(text) ? [] : ["\(path): \(text) is none of AWS's words"]
        case (.string, .string), (.integer, .integer), (.number, .integer), (.number, .number), (.boolean, .bool): []
        case (.timestamp, _), (.blob, _), (.document, _): []
        default: ["\(path): \(value.content) is no \(shape.name)"]
        }
    }

    private static func faults(of fields: [String: Value], against members: Members, at path: String) -> [String] {
        let unknown = fields.keys.filter { members[$0] == nil }.map { "\(path)/\($0): unknown to AWS" }
        let missing = members.filter { $0.required && fields[$0.name] == nil }.map { "\(path)/\($0.name): missing" }
        let below = members.flatMap { member in
            fields[member.name].map { faults(of: $0, against: member.shape, at: "\(path)/\(member.name)") } ?? []
        }
        return unknown + missing + below
    }
}
