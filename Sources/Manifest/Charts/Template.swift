import Model

/// A value of a template, with its expressions read: rendering walks this and parses nothing.
indirect enum TemplateNode: Sendable {
    /// Holds no expression, and is the same in every release: so many values, so many bytes of text.
    case constant(Value, nodes: Int, text: Int)
    /// One expression and nothing else; the result keeps its type.
    case hole(Expression, TemplateSite)
    /// A text with expressions inside.
    case text([TextPiece], TemplateSite)
    case mapping([TemplateEntry], TemplateSite)
    case list([TemplateItem], TemplateSite)
}

extension TemplateNode {
    /// What holds no expression.
    static func constant(_ value: Value) -> TemplateNode {
        var (nodes, text) = (0, 0)
        value.weigh(&nodes, &text)
        return .constant(value, nodes: nodes, text: text)
    }

    /// True when every release gets the same.
    var isConstant: Bool { if case .constant = self { true } else { false } }

    /// Where it stands.
    var place: Place? {
        switch self {
        case .constant(let value, _, _): value.place
        case .hole(_, let site), .text(_, let site), .mapping(_, let site), .list(_, let site): site.place
        }
    }
}

extension Value {
    /// Adds how many values this is, and how many bytes of text they hold.
    func weigh(_ nodes: inout Int, _ text: inout Int) {
        nodes += 1
        switch content {
        case .string(let string): text += string.utf8.count
        case .list(let items): for item in items { item.weigh(&nodes, &text) }
        case .object(let members): for member in members.values { member.weigh(&nodes, &text) }
        default: break
        }
    }
}

/// Where something of a template stands.
struct TemplateSite: Sendable {
    let place: Place?
    var keyPlace: Place?
}

/// A part of a text.
enum TextPiece: Sendable {
    case text(String)
    case hole(Expression)
}

/// What a mapping is made of, in the order in which it is written.
enum TemplateEntry: Sendable {
    case member(String, Place?, TemplateNode)
    case choice([TemplateBranch])
    case each(TemplateLoop)

    /// True for a condition or repetition.
    var isDirective: Bool { if case .member = self { false } else { true } }
}

/// What a list is made of.
enum TemplateItem: Sendable {
    case item(TemplateNode)
    case choice([TemplateBranch])
    case each(TemplateLoop)
}

/// `${{ if … }}:`, `${{ elseif … }}:` or `${{ else }}:`.
struct TemplateBranch: Sendable {
    /// Nil for `else`.
    let condition: Expression?
    let site: TemplateSite
    let body: TemplateNode
}

/// `${{ each x in … }}:`.
struct TemplateLoop: Sendable {
    let variable: String
    let list: Expression
    let site: TemplateSite
    let body: TemplateNode
}

/// A file of a chart's `templates/`.
struct Template: Sendable {
    let path: String
    let documents: [TemplateNode]
}
