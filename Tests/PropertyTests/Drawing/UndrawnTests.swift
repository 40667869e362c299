import Kinds
import Model
import Testing

@Suite("What is drawn")
struct UndrawnTests {
    @Test("every member of every kind is drawn, or stands in undrawn.txt with the reason")
    func complete() throws {
        let listed = try Listing("undrawn")
        let drawn = Self.drawn()
        let known = FieldCatalogue.members
        let isDrawn = { (leaf: String) in drawn.contains { $0 == leaf || $0.hasPrefix(leaf + "/") } }
        #expect(known.filter { !isDrawn($0) && !listed.covers($0) } == [], "neither drawn nor listed")
        #expect(known.filter { isDrawn($0) && listed.covers($0) } == [], "drawn, and listed as if it were not")
        #expect(
            listed.members.filter { line in !known.contains { $0 == line || $0.hasPrefix(line + "/") } } == [],
            "no member")
    }

    private static func drawn() -> Set<String> {
        (0..<UInt64(150)).reduce(into: []) { found, seed in
            for manifest in DrawnStack(seed: seed).manifests {
                guard let shape = kindsByName[manifest.kind]?.schema.shape else { continue }
                for path in Members.stated(manifest.spec, shape) { found.insert("\(manifest.kind) \(path)") }
            }
        }
    }
}
