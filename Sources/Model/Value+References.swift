extension Value {
    /// Everything that has to be known before this value can be sent.
    public var references: Set<Reference> {
        var found: Set<Reference> = []
        collectReferences(into: &found)
        return found
    }

    private func collectReferences(into found: inout Set<Reference>) {
        switch content {
        case .reference(let reference): found.insert(reference)
        case .list(let items), .joined(let items): for item in items { item.collectReferences(into: &found) }
        case .object(let members): for member in members.values { member.collectReferences(into: &found) }
        default: break
        }
    }

    /// Replaces every reference that `outputs` knows; the others stay, known after apply.
    ///
    /// A reference inside a list that turns out to be a list (a lookup of several subnets) is spliced in.
    public func resolved(_ outputs: [Reference: Value]) -> Value {
        var copy = self
        switch content {
        case .reference(let reference):
            if let known = outputs[reference] { copy.content = known.content }
        case .list(let items): copy.content = .list(items.flatMap { $0.spliced(outputs) })
        case .object(let members): copy.content = .object(members.mapValues { $0.resolved(outputs) })
        case .joined(let parts):
            let known = parts.map { $0.resolved(outputs) }
            let texts = known.compactMap(\.string)
            copy.content = texts.count == parts.count ? .string(texts.joined()) : .joined(known)
        default: break
        }
        return copy
    }

    private func spliced(_ outputs: [Reference: Value]) -> [Value] {
        let known = resolved(outputs)
        if reference != nil, let items = known.list { return items }
        return [known]
    }
}
