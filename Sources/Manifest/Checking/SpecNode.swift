import Model

/// A place in a kind's shape with the rule that speaks of it, found once and kept for all manifests of one read.
final class SpecNode {
    /// A way to write a member of a structure.
    struct Spelling {
        /// The member's name in lower camel case.
        let name: String
        let node: SpecNode
    }

    let schema: KindSchema
    let shape: Shape
    /// Below `spec`, elements as `*`.
    let path: FieldPath
    let rule: FieldRule?
    /// What the value refers to; an element without a rule takes its list's, a list itself refers to nothing.
    let target: FieldRule.Target?
    /// True when only AWS sets it.
    let isReadOnly: Bool
    /// True for a list.
    let isList: Bool
    /// True for a map that takes AWS's list of keys and values too.
    let takesPairs: Bool
    /// True for a map whose values may be numbers and truth values.
    let takesScalars: Bool
    /// Every spelling of a member of this structure.
    private(set) lazy var spellings = findSpellings()
    /// Names that AWS demands here.
    private(set) lazy var required: [String] = findRequired()
    /// True when something here or below refers to something.
    private(set) lazy var hasTargets =
        target != nil || schema.rules.contains { $0.target != nil && path.covers($0.path) }
    private lazy var element = make("*")
    private lazy var named: [String: SpecNode] = findNamed()

    /// The top of `schema`.
    convenience init(_ schema: KindSchema) { self.init(schema, schema.shape, FieldPath(), isReadOnly: false) }

    private init(
        _ schema: KindSchema, _ shape: Shape, _ path: FieldPath, isReadOnly: Bool, listTarget: FieldRule.Target? = nil
    ) {
        self.schema = schema
        self.shape = shape
        self.path = path
        self.isReadOnly = isReadOnly
        rule = schema.rule(at: path)
        isList = if case .list = shape.form { true } else { false }
        target = isList ? nil : rule?.target ?? listTarget
        let isMap = if case .map = shape.form { true } else { false }
        takesScalars = isMap && path.parts.last == "attributes"
        takesPairs = takesScalars || (isMap && path.parts.last == "tags")
    }

    /// The node of a member, an element or a map's entry; nil for what the shape does not know.
    func child(_ part: String) -> SpecNode? {
        switch shape.form {
        case .structure: spellings[part]?.node
        case .map: named[part] ?? element
        case .list: element
        default: nil
        }
    }

    /// True for a list whose elements are looked up, and that may be one lookup as a whole.
    var elementTakesLookup: Bool { isList && element?.target?.lookup == true }

    /// The member's name without AWS's `Arn`, `Id` or `Name`, where it refers to something; nil when there is none.
    var shortForm: String? {
        guard let target, let name = path.parts.last, name != "*" else { return nil }
        if let alias = target.alias { return alias }
        let ending = ["Arn", "Id", "Name"].first { name.hasSuffix($0) && name.count > $0.count }
        return ending.map { String(name.dropLast($0.count)) }
    }

    private func make(_ part: String, isReadOnly: Bool = false) -> SpecNode? {
        guard let child = shape.child(part) else { return nil }
        let path = path.appending(part)
        return SpecNode(
            schema, child, path, isReadOnly: isReadOnly || schema.isReadOnly(path),
            listTarget: isList ? rule?.target : nil)
    }

    private func findSpellings() -> [String: Spelling] {
        guard let members = shape.members else { return [:] }
        var found: [String: Spelling] = [:]
        var others: [(String, Spelling)] = []
        for member in members {
            guard let node = make(member.name, isReadOnly: member.isIdempotencyToken) else { continue }
            let spelling = Spelling(name: member.name, node: node)
            found[member.name] = spelling
            others.append((member.awsName, spelling))
            if let short = node.shortForm { others.append((short, spelling)) }
        }
        for (name, spelling) in others where found[name] == nil { found[name] = spelling }
        return found
    }

    private func findRequired() -> [String] {
        guard let members = shape.members else { return [] }
        let name = path.parts.isEmpty ? schema.nameMember : nil
        return members.filter { $0.required && !$0.isIdempotencyToken && $0.name != name }.map(\.name)
    }

    /// A map's entries that have rules of their own.
    private func findNamed() -> [String: SpecNode] {
        let depth = path.parts.count
        let below = schema.rules.filter { $0.path.parts.count > depth && path.covers($0.path) }
        let names = Set(below.map { $0.path.parts[depth] }).subtracting(["*"])
        return Dictionary(uniqueKeysWithValues: names.compactMap { name in make(name).map { (name, $0) } })
    }
}
