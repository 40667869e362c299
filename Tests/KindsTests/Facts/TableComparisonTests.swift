import Model
import Testing

@Suite("Comparing a table with a schema")
struct TableComparisonTests {
    private static let table = """
        # A comment.
        cfn-lint 1.0
        AWS::Thing createOnly /Name /Zone /Speed
        AWS::Thing conditionalCreateOnly /Mode
        AWS::Thing readOnly /Arn /Serial
        AWS::Thing writeOnly /Secret
        AWS::Thing default /Limit 3
        AWS::Thing members / Arn Colour Limit Mode Name Parts Secret Serial Speed Zone
        AWS::Thing members /Parts/* Id Weight
        AWS::Thing required /Parts/* Id
        AWS::Other createOnly /Colour
        """

    private static let part = Shape("Part", .structure(Members([Member("id", .string)])))
    private static let names = ["name", "zone", "speed", "mode", "serial", "secret", "limit"]
    private static let schema = KindSchema(
        kind: "Thing",
        shape: Shape(
            "Thing",
            .structure(
                Members(names.map { Member($0, .string) } + [Member("pieces", .list(of: ShapeReference(part)))]))),
        rules: [
            FieldRule("/mode", .replaces), FieldRule("/limit", .replaces, absent: 2),
            FieldRule("/zone", .noRestart),
        ], nameMember: "name", createOnly: ["speed", "zone"], summary: "")

    private func comparison(_ spellings: [FieldPath: FieldPath]) throws -> TableComparison {
        TableComparison(
            schema: Self.schema, source: ResourceTypes.Source("Thing"), facts: try CloudFormationFacts(Self.table),
            spellings: spellings)
    }

    @Test("each kind of difference is found, and nothing else")
    func differences() throws {
        let found = try comparison(["/Parts": "/pieces"]).differences.map(\.description).sorted()
        #expect(
            found == [
                "Thing createOnly /zone", "Thing default /limit", "Thing missing /colour",
                "Thing missing /pieces/*/weight", "Thing readOnly /serial", "Thing replaces /limit",
                "Thing required /pieces/*/id", "Thing writeOnly /secret",
            ])
    }

    @Test("a member under another name is missing until its spelling is listed")
    func spelling() throws {
        let missing = try comparison([:]).differences.filter { $0.topic == .missing }.map(\.path).sorted()
        #expect(missing == ["/colour", "/parts"])
    }

    @Test("a spelling that says nothing new, or of nothing, is idle")
    func idle() throws {
        let spellings: [FieldPath: FieldPath] = ["/Zone": "/zone", "/Gone": "/a", "/Parts": "/pieces"]
        #expect(try comparison(spellings).idleSpellings == ["/Gone", "/Zone"])
    }

    @Test("a listed difference stands for itself, or with a star for its topic")
    func standing() {
        let found = TableDifference(kind: "Thing", topic: .createOnly, path: "/zone")
        #expect(found.stands(for: found))
        #expect(TableDifference(kind: "Thing", topic: .createOnly, path: "/*").stands(for: found))
        #expect(!TableDifference(kind: "Thing", topic: .readOnly, path: "/*").stands(for: found))
        #expect(!TableDifference(kind: "Other", topic: .createOnly, path: "/zone").stands(for: found))
    }

    @Test(
        "a line without a reason, of an unknown topic or too short is refused",
        arguments: ["Thing createOnly /zone", "Thing createOnly /zone |", "Thing odd /zone | why", "Thing | why"])
    func malformed(_ line: String) {
        #expect(throws: ListedDifferences.Malformed.self) { try ListedDifferences(line) }
    }

    @Test("a fact without a path is refused")
    func shortFact() {
        #expect(throws: CloudFormationFacts.Malformed.self) { try CloudFormationFacts("AWS::Thing createOnly") }
    }
}
