import Model

/// `policy`, of a manifest or of an environment, over what already holds.
struct PolicyReader {
    /// What holds.
    var policy: Policy
    /// `dependsOn` as written.
    var dependsOn: [(id: ResourceID, place: Place?)] = []

    /// Reads what `fields` state; `kind` is nil for an environment's defaults.
    mutating func read(_ fields: inout FieldReader, kind: String?) {
        if let adopt = fields.bool("adopt") { policy.adopt = adopt }
        if let suspend = fields.bool("suspend") { policy.suspend = suspend }
        if let deletion = fields.word("deletionPolicy", Policy.Deletion.self) { policy.deletionPolicy = deletion }
        if let drift = fields.word("drift", Policy.Drift.self) { policy.drift = drift }
        readAllow(&fields)
        readOperation(&fields, kind: kind)
        guard kind != nil else { return }
        policy.ignore = pointers("ignore", &fields) ?? policy.ignore
        policy.unchecked = pointers("unchecked", &fields) ?? policy.unchecked
        readDependsOn(&fields)
    }

    private mutating func readAllow(_ fields: inout FieldReader) {
        guard let value = fields.take("allow") else { return }
        guard let members = value.object else {
            fields.report("expected a mapping of rule ids to reasons, found \(value.typeName)", value.place, "allow")
            return
        }
        for (rule, reason) in members {
            let text = reason.string ?? ""
            if text.allSatisfy(\.isWhitespace) {
                fields.report("\(rule) is allowed without a reason", reason.keyPlace, "allow")
            } else {
                policy.allow[rule] = text
            }
        }
    }

    private mutating func readOperation(_ fields: inout FieldReader, kind: String?) {
        if let value = fields.take("approval") { readApproval(value, &fields) }
        if let windows = fields.mappings("windows", WindowReader.read) { policy.windows = windows }
        let isService = kind == nil || kind == "Service"
        for name in ["onRollback", "rolloutTimeout", "allSpot"] where !isService {
            if let value = fields.take(name) { fields.report("only a Service has \(name)", value.keyPlace, name) }
        }
        guard isService else { return }
        if let word = fields.word("onRollback", Policy.OnRollback.self) { policy.onRollback = word }
        if let word = fields.word("allSpot", Policy.AllSpot.self) { policy.allSpot = word }
        if let time = fields.duration("rolloutTimeout", in: 60...86_400) { policy.rolloutTimeout = time }
    }

    /// `required`, or the effects that it is required for.
    private mutating func readApproval(_ value: Value, _ fields: inout FieldReader) {
        if value.string == "required" { return policy.approval = Set(Effect.allCases) }
        let words = Effect.allCases.map(\.word)
        guard let items = value.list else {
            return fields.report(
                "expected required or a list of effects", hint: words.joined(separator: ", "), value.place, "approval")
        }
        policy.approval = []
        for item in items {
            if let effect = Effect.allCases.first(where: { $0.word == item.string }) {
                policy.approval.insert(effect)
            } else {
                let hint = item.string.flatMap { Nearest.hint(for: $0, among: words) } ?? words.joined(separator: ", ")
                fields.report("\(item.scalarText ?? item.typeName) is no effect", hint: hint, item.place, "approval")
            }
        }
    }

    private func pointers(_ name: String, _ fields: inout FieldReader) -> [FieldPath]? {
        fields.strings(name)?.compactMap { text, place in
            if text.hasPrefix("/"), text.count > 1 { return FieldPath(pointer: text) }
            fields.report("\(text) is no JSON pointer", hint: "begin with a slash: /desiredCount", place, name)
            return nil
        }
    }

    private mutating func readDependsOn(_ fields: inout FieldReader) {
        for (text, place) in fields.strings("dependsOn") ?? [] {
            if let id = ResourceID(parsing: text), !id.name.isEmpty {
                dependsOn.append((id, place))
            } else {
                fields.report("\(text) is no Kind/name", hint: "such as Service/api", place, "dependsOn")
            }
        }
    }
}
