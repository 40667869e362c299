import Model
import Planning
import Testing

@Suite("The fields that a spec states")
struct StatedFieldsTests {
    private static let cases: [(Value, [FieldPath])] = [
        ([:], ["/"]),
        (["size": 1, "labels": ["a": "b", "c/d": "e"]], ["/labels/a", "/labels/c~1d", "/size"]),
        (["labels": [:]], ["/labels"]),
        (["steps": ["a", "b"], "items": [["name": "a"]]], ["/items", "/steps"]),
        (
            ["owners": ["eve", "ada"], "hooks": [["name": "x", "value": "1"]]],
            ["/hooks/x", "/owners/ada", "/owners/eve"]
        ),
        (["owners": []], []),
        (["pair": ["id": "1", "value": "x"]], ["/pair"]),
        (["pair": ["id": "1"]], ["/pair/id"]),
        (["options": ["nested": ["c": "x"]]], ["/options/nested/c"]),
    ]

    @Test(
        "leaves by path: a list is one, a shared one its elements, what AWS demands together is one", arguments: cases)
    func leaves(_ spec: Value, _ fields: [FieldPath]) {
        #expect(StatedFields.of(spec, by: Thing.schema) == fields)
    }

    @Test("the same spec gives the same fields in the same order, places aside")
    func order() {
        let spec: Value = ["b": 1, "a": ["d": 1, "c": 2]]
        let place = Place(file: "a.yaml", line: 1, column: 1)
        #expect(StatedFields.of(spec.at(place), by: Thing.schema) == ["/a/c", "/a/d", "/b"])
    }
}
