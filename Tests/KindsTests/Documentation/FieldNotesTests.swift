import FoundationEssentials
import Kinds
import Model
import Testing

@testable import Manifest

@Suite("What JSON Schema says of the kinds' fields")
struct FieldNotesTests {
    private let writer = JSONSchemaWriter(kinds: allKinds.map { $0.manifest }, notes: NoteTable(FieldNotes.all))

    @Test("every field of every kind, of policies and of environments says what it is for")
    func complete() throws {
        let schema = try #require(
            DecodedFile.decode(Array(writer.text().utf8), file: "neap.json").documents.first?.value)
        let kinds = schema["definitions"]?.sortedMembers ?? []
        #expect(kinds.count > 10)
        #expect(kinds.flatMap { Self.undescribed($0.value, at: $0.name) } == [])
    }

    @Test("every note is of a field, and none is written twice")
    func needed() {
        let table = NoteTable(FieldNotes.all)
        var used: Set<String> = []
        for kind in allKinds where kind.schema.isManifest {
            Self.collect(SpecNode(kind.schema), table, &used, depth: 0)
        }
        #expect(Set(table.paths).subtracting(used).sorted() == [])
        #expect(Set(table.paths).count == table.paths.count)
    }

    @Test("schemas/ holds what neap schema --out writes")
    func committed() throws {
        let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let files = writer.files()
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(root)/schemas").sorted() == files.keys.sorted())
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            let data = try Data(contentsOf: URL(filePath: "\(root)/schemas/\(name)"))
            #expect(String(decoding: data, as: UTF8.self) == text, "\(name) is old; neap schema --out schemas")
        }
    }

    /// Where a property has no description; what may be anything is not gone into.
    private static func undescribed(_ schema: Value, at path: String) -> [String] {
        let members = (schema["properties"]?.sortedMembers ?? []).flatMap { name, member in
            (member["description"] == nil ? ["\(path)/\(name)"] : []) + undescribed(member, at: "\(path)/\(name)")
        }
        let items = schema["items"].map { undescribed($0, at: "\(path)/*") } ?? []
        let choices = (schema["anyOf"]?.list ?? []).flatMap { undescribed($0, at: path) }
        return members + items + choices
    }

    private static func collect(_ node: SpecNode, _ table: NoteTable, _ used: inout Set<String>, depth: Int) {
        guard depth < 24 else { return }
        if let line = table.line(node) { used.insert(line) }
        for name in node.shape.members?.names ?? [] {
            guard let child = node.spellings[name]?.node, !child.isReadOnly else { continue }
            collect(child, table, &used, depth: depth + 1)
        }
        if node.shape.members == nil, let element = node.child("*") { collect(element, table, &used, depth: depth + 1) }
    }
}
