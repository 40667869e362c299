/// A template's tree: members keep the order in which they are written.
enum TemplateNode: Sendable, Equatable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([TemplateNode])
    case members([Member])

    /// A name and what stands under it.
    struct Member: Sendable, Equatable {
        var name: String
        var node: TemplateNode

        init(_ name: String, _ node: TemplateNode) {
            self.name = name
            self.node = node
        }
    }

    /// What a parameter, a resource or one of AWS's own words is.
    static func ref(_ name: String) -> TemplateNode { ["Ref": .text(name)] }

    /// A text with `${…}` in it.
    static func sub(_ text: String) -> TemplateNode { ["Fn::Sub": .text(text)] }

    /// An attribute of a resource.
    static func attribute(_ resource: String, _ name: String) -> TemplateNode {
        ["Fn::GetAtt": .list([.text(resource), .text(name)])]
    }

    /// The node where `condition` holds, nothing elsewhere.
    static func when(_ condition: String, _ node: TemplateNode) -> TemplateNode {
        ["Fn::If": .list([.text(condition), node, .ref("AWS::NoValue")])]
    }

    /// One text as it is, several as a list.
    static func texts(_ texts: [String]) -> TemplateNode {
        texts.count == 1 ? .text(texts[0]) : .list(texts.map { .text($0) })
    }
}

extension TemplateNode: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral {
    init(dictionaryLiteral elements: (String, TemplateNode)...) {
        self = .members(elements.map { Member($0.0, $0.1) })
    }
    init(arrayLiteral elements: TemplateNode...) { self = .list(elements) }
    init(stringLiteral value: String) { self = .text(value) }
}

extension TemplateNode: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    init(integerLiteral value: Int) { self = .number(value) }
    init(booleanLiteral value: Bool) { self = .flag(value) }
}
