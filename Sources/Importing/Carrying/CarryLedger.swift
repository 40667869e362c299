import Model

/// What becomes of every value of the files that are imported: it is carried over, left behind with a line that says
/// so, or it has no meaning on ECS. What none of them was said of is left behind, so that nothing goes missing in
/// silence.
struct CarryLedger: Sendable {
    /// What became of one value.
    enum Verdict: Sendable { case carried, left, meaningless }

    /// By where values are written: the same text under an anchor may be read several times.
    private var verdicts: [Place: Verdict] = [:]
    /// What a person has to see to, in the order of finding.
    private(set) var left: [LeftBehind] = []
    /// Where secrets stand of which was told.
    private var secrets: Set<Place> = []

    /// Everything in `node` has found its place.
    mutating func carry(_ node: ForeignNode?) { mark(node?.value, .carried) }

    /// Nothing in `node` means anything where services run on ECS.
    mutating func pass(_ node: ForeignNode?) { mark(node?.value, .meaningless) }

    /// `node` is not carried over, or not whole; `remedy` says what to do instead.
    mutating func leave(_ node: ForeignNode?, _ remedy: String) {
        guard let node else { return }
        mark(node.value, .left)
        note(node, remedy)
    }

    /// The same of a value that was read already, and must not be written.
    mutating func withhold(_ node: ForeignNode, _ remedy: String) {
        if let place = node.value.place { verdicts[place] = .left }
        note(node, remedy)
    }

    /// The same of a secret, which is told once where several services share it.
    mutating func withhold(secret node: ForeignNode, _ remedy: String) {
        if let place = node.value.place { verdicts[place] = .left }
        if let place = node.place, !secrets.insert(place).inserted { return }
        note(node, remedy)
    }

    /// `node` and all in it is left behind, because of what its member `name` says.
    mutating func leave(_ node: ForeignNode, because name: String, _ remedy: String) {
        mark(node.value, .left)
        note(name, remedy, at: node[name]?.place ?? node.place)
    }

    /// A line that is told once where several services share `node`.
    mutating func noteOnce(_ node: ForeignNode, _ remedy: String) {
        let isTold = left.contains { $0.place != nil && $0.place == node.place && $0.remedy == remedy }
        if !isTold { note(node, remedy) }
    }

    /// `node` is carried over, but a person should know how.
    mutating func note(_ node: ForeignNode, _ remedy: String) {
        note(node.member, remedy, at: node.place)
    }

    /// Something that no single member says.
    mutating func note(_ member: String, _ remedy: String, at place: Place? = nil) {
        let entry = LeftBehind(place: place, member: member, remedy: remedy)
        if !left.contains(entry) { left.append(entry) }
    }

    /// Leaves behind everything of a file's `top` that nothing was said of.
    mutating func leaveTheRest(of top: ForeignNode) {
        for node in rest(of: top) {
            leave(node, "is not known to this import; see what it means, and write it by hand")
        }
    }

    /// What became of the value that is written at `place`.
    func verdict(at place: Place) -> Verdict? { verdicts[place] }

    /// The largest parts of `node` of which nothing was said.
    private func rest(of node: ForeignNode) -> [ForeignNode] {
        guard let known = isKnown(node.value) else { return [node] }
        if known { return [] }
        return node.members.flatMap { rest(of: $0.node) } + node.items.flatMap { rest(of: $0) }
    }

    /// True when all of it is known, nil when nothing is. An empty mapping or list, and what says nothing, is known.
    private func isKnown(_ value: Value) -> Bool? {
        let parts = value.object.map { Array($0.values) } ?? value.list ?? []
        guard !parts.isEmpty else {
            let saysNothing = value.isNull || value.object != nil || value.list != nil
            return saysNothing || value.place.map { verdicts[$0] != nil } == true ? true : nil
        }
        let known = parts.map { isKnown($0) }
        if known.allSatisfy({ $0 == true }) { return true }
        return known.allSatisfy { $0 == nil } ? nil : false
    }

    private mutating func mark(_ value: Value?, _ verdict: Verdict) {
        guard let value else { return }
        for part in value.list ?? [] { mark(part, verdict) }
        for part in (value.object ?? [:]).values { mark(part, verdict) }
        guard value.list == nil, value.object == nil, let place = value.place else { return }
        // What was said first of a part stays said of it.
        if verdicts[place] == nil || verdict == .carried { verdicts[place] = verdict }
    }
}
