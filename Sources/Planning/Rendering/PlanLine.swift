import Kinds
import Model

/// One line of a plan: what changes, from what to what, and what that costs.
struct PlanLine {
    var depth: Int
    /// `+`, `~`, `-/+`, `-`, `=` or `.`.
    var sign: String
    var label: String
    var value = ""
    var effect = ""

    var head: String { String(repeating: "    ", count: depth) + "\(sign) \(label)" }
}

extension ResourcePlan {
    /// The sign in front of the resource.
    var sign: String {
        switch action {
        case .create: isReplacement ? "+/-" : "+"
        case .replace: "-/+"
        case .update: "~"
        case .delete: "-"
        case .blocked: "!"
        case .none: isReportedDrift || !changes.isEmpty ? "~" : " "
        }
    }

    /// The lines below the resource's own.
    func lines(by schema: KindSchema) -> [PlanLine] {
        if isDeparture { return [deletionLine] }
        if action == .create {
            return replacementLines(by: schema) + Self.created(resource.spec, 1, at: FieldPath(), by: schema)
        }
        var lines = ChangeTree(changes, by: schema).nodes.flatMap { Self.lines($0, 1, by: schema) }.map(counted)
        lines += owned.compactMap(ownedLine)
        lines += kept.map {
            PlanLine(depth: 1, sign: ".", label: $0.parts.joined(separator: "."), value: "kept as it is in AWS")
        }
        if let revision = observation.live?.outputs["revision"]?.scalarText, isChange {
            lines.append(PlanLine(depth: 1, sign: "=", label: "revision \(revision) -> a new one"))
        }
        return lines
    }

    /// What brings a new one about, and which one it takes the place of.
    private func replacementLines(by schema: KindSchema) -> [PlanLine] {
        guard isReplacement else { return [] }
        let old = replaced.map(\.awsName).joined(separator: ", ")
        let name = PlanLine(
            depth: 1, sign: "=", label: "name", value: "\(resource.awsName), beside \(old)",
            effect: Effect.replaces.rawValue)
        return [name] + ChangeTree(changes, by: schema).nodes.flatMap { Self.lines($0, 1, by: schema) }
    }

    /// `deletes`, with what it is in AWS.
    private var deletionLine: PlanLine {
        let arn = observation.live?.outputs["arn"]?.string
        let value = observation.isDeparting ? "AWS is taking it away" : arn ?? resource.awsName
        let why = Predecessor.successor(of: id) == nil ? "no longer in Git" : "was replaced"
        return PlanLine(
            depth: 1, sign: "-", label: why, value: value, effect: Effect.deletes.rawValue)
    }

    /// `rolls tasks (4 of 4)`, where the resource knows how many it has.
    private func counted(_ line: PlanLine) -> PlanLine {
        let rolls = [Effect.rollsTasks, .rollsInstances].map(\.rawValue)
        guard rolls.contains(line.effect), let count = rolledCount else { return line }
        var line = line
        line.effect += " (\(count) of \(count))"
        return line
    }

    private func ownedLine(_ claim: Claim) -> PlanLine? {
        guard let value = observation.live?.spec[claim.path], resource.spec[claim.path] != nil else { return nil }
        let band = claim.band.map { " (\($0.lowerBound) to \($0.upperBound))" } ?? ""
        let shown = claim.reach == .split ? "weights" : value.inlineText
        return PlanLine(
            depth: 1, sign: ".", label: claim.path.parts.joined(separator: "."),
            value: "\(shown), owned by \(claim.owner)\(band)")
    }

    private static func lines(_ node: ChangeTree.Node, _ depth: Int, by schema: KindSchema) -> [PlanLine] {
        var line = PlanLine(depth: depth, sign: "~", label: node.label)
        if let change = node.change {
            line.sign =
                change.live == nil ? "+" : change.desired == nil ? "-" : change.effect == .replaces ? "-/+" : "~"
            line.value = change.text(by: schema, label: node.label)
            line.effect = change.reason == .drift ? "\(change.effect.rawValue), drift" : change.effect.rawValue
        }
        return [line] + node.children.flatMap { lines($0, depth + 1, by: schema) }
    }

    /// What a new resource states, leaf by leaf; lists of scalars on one line.
    private static func created(_ value: Value, _ depth: Int, at path: FieldPath, by schema: KindSchema) -> [PlanLine] {
        value.sortedMembers.flatMap { name, member -> [PlanLine] in
            let here = path.appending(name)
            let line = PlanLine(depth: depth, sign: "+", label: name)
            if let members = member.object, !members.isEmpty, !schema.isSensitive(here) {
                return [line] + created(member, depth + 1, at: here, by: schema)
            }
            if let items = member.list, items.contains(where: { $0.object != nil }) {
                return [line]
                    + items.enumerated().flatMap { index, item -> [PlanLine] in
                        let key = elementName(item, index, at: here, by: schema)
                        let head = PlanLine(depth: depth + 1, sign: "+", label: key)
                        return [head] + created(item, depth + 2, at: here.appending(String(index)), by: schema)
                    }
            }
            var leaf = line
            let isLater = member.reference != nil && member.reference?.resource.kind != "Lookup"
            leaf.value =
                Masking.masked(member, at: here, by: schema).inlineText + (isLater ? " (known after apply)" : "")
            return [leaf]
        }
    }

    private static func elementName(_ item: Value, _ index: Int, at path: FieldPath, by schema: KindSchema) -> String {
        guard case .keyed(let members) = schema.rule(at: path)?.elements else { return String(index + 1) }
        let names = members.compactMap { item[$0].map { $0.string ?? $0.inlineText } }
        return names.isEmpty ? String(index + 1) : names.joined(separator: "/")
    }
}

extension FieldChange {
    /// `old -> new`, masked where the table says so; a long common beginning is left out.
    func text(by schema: KindSchema, label: String) -> String {
        let old = live.map { Masking.masked($0, at: path, by: schema).inlineText }
        let new = desired.map { Masking.masked($0, at: path, by: schema).inlineText }
        switch (old, new) {
        case (let old?, let new?):
            let (a, b) = Self.shortened(old, new)
            return "\(a) -> \(b)"
        case (nil, let new?): return path.parts.last == label && desired?.object?.count == 1 ? "" : new
        case (let old?, nil): return old
        case (nil, nil): return ""
        }
    }

    private static func shortened(_ a: String, _ b: String) -> (String, String) {
        guard a.count + b.count > 50, let slash = a.commonPrefix(with: b).lastIndex(of: "/") else { return (a, b) }
        let cut = a.distance(from: a.startIndex, to: slash)
        return cut > 3 ? ("..." + a.dropFirst(cut), "..." + b.dropFirst(cut)) : (a, b)
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
