import Foundation
import Kinds
import Model
import Testing

@Suite("What is drawn")
struct UndrawnTests {
    @Test("every member of every kind is drawn, or stands in undrawn.txt with the reason")
    func complete() throws {
        let listed = try Self.listed()
        let drawn = Self.drawn()
        let known = allKinds.filter { $0.schema.isManifest }.flatMap { kind in
            Members.leaves(of: kind.schema).map { "\(kind.schema.kind) \($0)" }
        }
        let isListed = { (leaf: String) in listed.contains { leaf == $0 || leaf.hasPrefix($0 + "/") } }
        let isDrawn = { (leaf: String) in drawn.contains { $0 == leaf || $0.hasPrefix(leaf + "/") } }
        #expect(known.filter { !isDrawn($0) && !isListed($0) } == [], "neither drawn nor listed")
        #expect(known.filter { isDrawn($0) && isListed($0) } == [], "drawn, and listed as if it were not")
        #expect(listed.filter { line in !known.contains { $0 == line || $0.hasPrefix(line + "/") } } == [], "no member")
    }

    private static func listed() throws -> [String] {
        let url = try #require(Bundle.module.url(forResource: "undrawn", withExtension: "txt"))
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: ":", maxSplits: 1)[0].trimmingCharacters(in: .whitespaces) }
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

/// Members as paths, `*` for any element.
private enum Members {
    /// Every member of a kind that a manifest may state and that holds no further members.
    static func leaves(of schema: KindSchema) -> [String] {
        leaves(schema.shape, FieldPath(), schema, depth: 0).sorted()
    }

    private static func leaves(_ shape: Shape, _ path: FieldPath, _ schema: KindSchema, depth: Int) -> [String] {
        switch shape.form {
        case .structure(let members):
            return members.flatMap { member -> [String] in
                let below = path.appending(member.name)
                guard !schema.isReadOnly(below), depth < 12 else { return [] }
                return leaves(member.shape, below, schema, depth: depth + 1)
            }
        case .list(let element, _, _): return leaves(element.shape, path.appending("*"), schema, depth: depth + 1)
        default: return [path.description]
        }
    }

    /// Every path that a spec states, the short forms of names under the long ones.
    static func stated(_ value: Value, _ shape: Shape, _ path: FieldPath = FieldPath()) -> [String] {
        if let items = value.list {
            return items.flatMap { stated($0, shape.child("*") ?? shape, path.appending("*")) }
        }
        guard let members = value.object else { return [path.description] }
        return members.flatMap { name, item -> [String] in
            let long = [name, name + "Arn", name + "Id", name + "Name"].first { shape.members?[$0] != nil } ?? name
            return stated(item, shape.child(long) ?? shape, path.appending(long))
        }
    }
}
