import Model

/// A kind's table held against CloudFormation's schema of the same resource.
struct TableComparison {
    let schema: KindSchema
    let source: ResourceTypes.Source
    let facts: CloudFormationFacts
    /// CloudFormation's paths to ours, where it is not only a matter of capitals.
    let spellings: [FieldPath: FieldPath]

    /// Everything that the two say differently.
    var differences: Set<TableDifference> {
        Set(createOnly + replaces + readOnly + writeOnly + missing + defaults + required)
    }

    /// Spellings that CloudFormation does not have, or that the plain rule gives too.
    var idleSpellings: [FieldPath] {
        let there = Set(paths("members"))
        return spellings.filter { theirs, ours in !there.contains(theirs) || plain(theirs) == ours }.keys.sorted()
    }

    private var createOnly: [TableDifference] {
        found(.createOnly, paths("createOnly").filter(isMember).filter { schema.effect(at: ours($0)) != .replaces })
    }

    /// Members that the table calls replacing: those that only creation has, and those that a rule says it of.
    private var replaces: [TableDifference] {
        let allowed = Set((paths("createOnly") + paths("conditionalCreateOnly")).map(ours))
        let rules = schema.rules.filter { $0.effect == .replaces }.map(\.path)
        return found(.replaces, (schema.createOnly.map { FieldPath([$0]) } + rules).filter { !allowed.contains($0) })
    }

    private var readOnly: [TableDifference] {
        found(.readOnly, paths("readOnly").filter(isMember).filter { !schema.isReadOnly(ours($0)) })
    }

    private var writeOnly: [TableDifference] { found(.writeOnly, paths("writeOnly").filter(isMember)) }

    /// The uppermost members that the kind has not; names are the manifest's own.
    private var missing: [TableDifference] {
        let readOnly = Set(paths("readOnly"))
        let gone = paths("members").filter { path in
            shape(at: ours(parent(path))) != nil && shape(at: ours(path)) == nil && !readOnly.contains(path)
        }
        return found(.missing, gone)
    }

    private var defaults: [TableDifference] {
        let stated = facts.defaults(of: source.type).compactMap { entry in
            below(entry.path).map { (path: $0, value: entry.value) }
        }
        return found(.other, stated.filter { isMember($0.path) && absent($0.path) != $0.value }.map(\.path))
    }

    private var required: [TableDifference] {
        found(.required, paths("required").filter(isMember).filter { !isRequired(ours($0)) })
    }

    private func absent(_ path: FieldPath) -> Value? { schema.rule(at: ours(path))?.absent }

    private func isRequired(_ path: FieldPath) -> Bool {
        let members = shape(at: FieldPath(Array(path.parts.dropLast())))?.members
        return path.parts.last.flatMap { members?[$0]?.required } == true || schema.onRemoval(at: path) == .required
    }

    private func found(_ topic: TableDifference.Topic, _ paths: [FieldPath]) -> [TableDifference] {
        paths.map { path in
            TableDifference(kind: schema.kind, topic: topic, path: topic == .replaces ? path : ours(path))
        }
    }

    /// The paths of `topic` below the kind's root, in CloudFormation's spelling.
    private func paths(_ topic: String) -> [FieldPath] { facts.paths(topic, of: source.type).compactMap(below) }

    private func below(_ path: FieldPath) -> FieldPath? {
        guard source.root.covers(path), path != source.root else { return nil }
        return FieldPath(Array(path.parts.dropFirst(source.root.parts.count)))
    }

    /// True for what the kind has too, its name apart: another name is another resource.
    private func isMember(_ path: FieldPath) -> Bool {
        let ours = ours(path)
        return shape(at: ours) != nil && ours.parts != schema.nameMember.map { [$0] }
    }

    private func shape(at path: FieldPath) -> Shape? { path.parts.reduce(Optional(schema.shape)) { $0?.child($1) } }

    private func parent(_ path: FieldPath) -> FieldPath { FieldPath(Array(path.parts.dropLast())) }

    /// CloudFormation's path in Neap's spelling.
    private func ours(_ path: FieldPath) -> FieldPath { spellings[path] ?? plain(path) }

    /// The same by the rule for member names alone, below a parent that may have another name.
    private func plain(_ path: FieldPath) -> FieldPath {
        path.parts.last.map { ours(parent(path)).appending($0.lowerCamel) } ?? path
    }
}
