import Model

extension ResourceChange {
    /// An output of the resource: as AWS gave it, or known once it is made.
    func output(_ name: String) -> Value { live?.outputs[name] ?? .reference(resource.id, name) }

    /// The spec's members for a creating request, without `removed` and the tags, which every operation takes its own way.
    func stated(without removed: Set<String> = []) -> [String: Value] {
        (spec.object ?? [:]).filter { $0.key != "tags" && !removed.contains($0.key) && !$0.value.isNull }
    }

    /// The members of these names that change.
    func touched(_ names: some Sequence<String>) -> [String] {
        let wanted = Set(names)
        return touchedMembers.filter(wanted.contains)
    }

    /// The call that carries the changes of the top-level members `names`.
    func step(
        _ service: String, _ operation: String, _ input: [String: Value], of names: [String],
        captures: [String: FieldPath] = [:], requires: [PlannedCall.Requirement] = []
    ) -> PlannedCall {
        PlannedCall(
            AWSCall(service, operation, .object(input)), effect(of: names), summary: names.joined(separator: ", "),
            captures: captures, requires: requires)
    }

    /// The calls that write and take away tags, for the changes below `tags`.
    func tagSteps(
        _ service: String, set: (String, ([String: String]) -> Value), remove: (String, ([String]) -> Value)
    ) -> [PlannedCall] {
        let (wanted, gone) = tagChanges
        var steps: [PlannedCall] = []
        if !wanted.isEmpty { steps.append(PlannedCall(AWSCall(service, set.0, set.1(wanted)), summary: "tags")) }
        if !gone.isEmpty { steps.append(PlannedCall(AWSCall(service, remove.0, remove.1(gone)), summary: "tags")) }
        return steps
    }

    /// The changes below `attributes` as AWS's pairs, at most 20 a call; what has no value to go back to stays.
    func attributeSteps(_ operation: String, _ input: [String: Value]) -> [PlannedCall] {
        let changed = changes.filter { $0.path.parts.first == "attributes" && $0.path.parts.count == 2 }
        let pairs = changed.compactMap { change in change.desired?.scalarText.map { (change.path.parts[1], $0) } }
        return Self.attributeCalls(operation, input, Dictionary(pairs) { _, last in last })
    }

    /// The calls that give a new thing the attributes that its manifest states.
    func newAttributeSteps(_ operation: String, _ input: [String: Value]) -> [PlannedCall] {
        Self.attributeCalls(operation, input, TagStyle.read(spec["attributes"]))
    }

    private static func attributeCalls(
        _ operation: String, _ input: [String: Value], _ attributes: [String: String]
    ) -> [PlannedCall] {
        (TagStyle.list(attributes).list ?? []).chunked(by: 20).map { pairs in
            let whole = input.merging(["attributes": .list(pairs)]) { $1 }
            return PlannedCall(AWSCall("elbv2", operation, .object(whole)), summary: "attributes")
        }
    }
}

extension Array {
    /// The elements in runs of at most `size`.
    func chunked(by size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
