import Model
import Testing

@testable import Manifest

@Suite struct MergePatchLawTests {
    private let node = ManifestNode(KindTable([]), "Anything")

    private func merged(_ base: Value, _ patch: Value) -> Value {
        var merge = MergePatch()
        return merge.merged(base, patch, node)
    }

    @Test("merging the difference of two trees into one gives the other, over many trees")
    func difference() {
        var random = SeededNumbers(seed: 29)
        for _ in 0..<1_000 {
            let (a, b) = (Self.tree(3, &random), Self.tree(3, &random))
            #expect(merged(a, Self.difference(a, b)) == b)
            #expect(merged(a, a) == a)
            #expect(merged(a, .emptyObject) == a)
        }
    }

    @Test("null takes away, lists are replaced, and what is no mapping is replaced by one")
    func examples() {
        #expect(merged(["a": 1, "b": 2], ["a": .null]) == ["b": 2])
        #expect(merged(["a": [1, 2]], ["a": [3]]) == ["a": [3]])
        #expect(merged(["a": "x"], ["a": ["b": 1, "c": .null]]) == ["a": ["b": 1]])
        #expect(merged(["a": ["b": 1]], ["a": "x"]) == ["a": "x"])
    }

    private static func tree(_ depth: Int, _ random: inout SeededNumbers) -> Value {
        var members: [String: Value] = [:]
        for name in ["a", "b", "c"] where random.next(3) > 0 {
            switch random.next(depth > 0 ? 4 : 3) {
            case 0: members[name] = .integer(random.next(3))
            case 1: members[name] = .string("s\(random.next(2))")
            case 2: members[name] = .list([.integer(random.next(2))])
            default: members[name] = tree(depth - 1, &random)
            }
        }
        return .object(members)
    }

    /// The patch that makes `b` of `a`.
    private static func difference(_ a: Value, _ b: Value) -> Value {
        guard let old = a.object, let new = b.object else { return b }
        var patch: [String: Value] = [:]
        for name in old.keys where new[name] == nil { patch[name] = .null }
        for (name, value) in new where old[name] != value {
            patch[name] = old[name].map { difference($0, value) } ?? value
        }
        return .object(patch)
    }
}
