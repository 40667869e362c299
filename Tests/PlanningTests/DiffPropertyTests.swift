import Kinds
import Model
import Planning
import Testing

@Suite("Properties of the difference")
struct DiffPropertyTests {
    @Test("what is live as declared differs in nothing", arguments: 0..<200)
    func reflexive(_ seed: UInt64) {
        var specs = RandomSpecs(seed: seed)
        let spec = specs.next()
        let found = Thing.changes(spec, spec, stated: Set(StatedFields.of(spec, by: Thing.schema)))
        #expect(found.changes.isEmpty)
        #expect(found.required.isEmpty)
        #expect(found.kept.isEmpty)
    }

    @Test("the same input gives the same changes, each path once and in order", arguments: 0..<200)
    func deterministic(_ seed: UInt64) {
        var specs = RandomSpecs(seed: seed)
        let (old, new, live) = (specs.next(), specs.next(), specs.next())
        let stated = Set(StatedFields.of(old, by: Thing.schema))
        let first = Thing.changes(new, live, stated: stated)
        let again = Thing.changes(new.rebuilt, live.rebuilt, stated: stated)
        #expect(first.changes == again.changes)
        #expect(first.kept == again.kept)
        let paths = first.changes.map(\.path)
        #expect(paths == paths.sorted())
        #expect(Set(paths).count == paths.count)
    }

    @Test("once every change is made nothing differs, but for elements that go one by one", arguments: 0..<200)
    func convergent(_ seed: UInt64) {
        var specs = RandomSpecs(seed: seed)
        let (old, new, live) = (specs.next(), specs.next(), specs.next())
        let stated = Set(StatedFields.of(old, by: Thing.schema))
        let changes = Thing.changes(new, live, stated: stated).changes
        let merged = ResourceChange(
            .sample("Thing/a", new), live: Live(spec: live), changes: changes, region: "", accountID: ""
        ).merged
        let left = Thing.changes(new, merged, stated: stated).changes.map(\.path)
        #expect(left.filter { $0.parts.count == 1 || !["owners", "hooks"].contains($0.parts[0]) }.isEmpty)
    }

    @Test("what differs in nothing has the same members where it states any", arguments: 0..<200)
    func sound(_ seed: UInt64) {
        var specs = RandomSpecs(seed: seed)
        let (new, live) = (specs.next(), specs.next())
        let changed = Set(Thing.changes(new, live).changes.compactMap(\.path.parts.first))
        for name in ["size", "count", "zone", "secret"] where new[name] != nil {
            #expect(changed.contains(name) == (new[name] != live[name]))
        }
    }
}

/// Small specs of `Thing`, the same for the same seed.
struct RandomSpecs {
    private var state: UInt64

    init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    /// The next spec: each member is there or not.
    mutating func next() -> Value {
        var members: [String: Value] = [:]
        for name in ["size", "count", "keepers"] { members[name] = maybe { .integer($0.below(4)) } }
        for name in ["zone", "mode", "must", "secret", "amount"] { members[name] = maybe { $0.word() } }
        members["ratio"] = maybe { $0.below(2) == 0 ? .integer($0.below(3)) : Value(.number(0.5)) }
        for name in ["tags", "labels", "secrets"] { members[name] = maybe { .object($0.map()) } }
        for name in ["groups", "owners", "steps"] {
            members[name] = maybe { .list($0.map().keys.sorted().map { .string($0) }) }
        }
        for name in ["items", "hooks"] { members[name] = maybe { .list($0.elements()) } }
        for name in ["options", "settings"] {
            members[name] = maybe { ["a": .integer($0.below(3)), "nested": .object($0.map())] }
        }
        return .object(members)
    }

    private mutating func maybe(_ value: (inout RandomSpecs) -> Value) -> Value? { below(3) == 0 ? nil : value(&self) }
    private mutating func word() -> Value { .string(["a", "b", "1k", "1000", "auto", ""][below(6)]) }

    private mutating func map() -> [String: Value] {
        var members: [String: Value] = [:]
        for _ in 0..<below(4) { members[["c", "d", "e~/f"][below(3)]] = word() }
        return members
    }

    private mutating func elements() -> [Value] {
        map().sorted { $0.key < $1.key }.map { ["name": .string($0.key), "value": $0.value] }
    }

    /// SplitMix64.
    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}

extension Value {
    /// An equal value whose dictionaries were filled the other way round.
    var rebuilt: Value {
        if let items = list { return .list(items.map(\.rebuilt)) }
        guard object != nil else { return self }
        var copy: [String: Value] = [:]
        for (name, member) in sortedMembers.reversed() { copy[name] = member.rebuilt }
        return .object(copy)
    }
}
