import Model
import Planning
import Testing

@Suite("Lists in a difference")
struct DiffListsTests {
    @Test("keyed elements are compared by their keys, whatever their order")
    func keyed() {
        let live: Value = ["items": [["name": "b", "port": 2, "value": "1"], ["name": "a", "port": 1, "value": "1"]]]
        let same: Value = ["items": [["name": "a", "port": 1, "value": "1"], ["name": "b", "port": 2, "value": "1"]]]
        #expect(Thing.changes(same, live).changes.isEmpty)
        let other: Value = [
            "items": [["name": "a", "port": 1, "value": "2"], ["name": "b", "port": 2, "value": "1"]]
        ]
        let found = Thing.changes(other, live).changes
        #expect(found.map(\.path) == [FieldPath(["items", "a/1", "value"])])
        #expect(found.map(\.effect) == [.rollsTasks])
    }

    @Test("a key that is left out is AWS's default")
    func keyDefault() {
        #expect(Thing.changes(["items": [["name": "a"]]], ["items": [["name": "a", "port": 80]]]).changes.isEmpty)
    }

    @Test("elements come and go one by one")
    func comeAndGo() {
        let found = Thing.changes(["items": [["name": "new"]]], ["items": [["name": "old"]]]).changes
        #expect(found.map(\.path) == [FieldPath(["items", "new/80"]), FieldPath(["items", "old/80"])])
        #expect(found.map(\.live) == [nil, ["name": "old"]])
        #expect(found.map(\.desired) == [["name": "new"], nil])
    }

    @Test("elements of a shared list that Git never stated stay")
    func sharedKeyed() {
        let live: Value = ["hooks": [["name": "ours", "value": "1"], ["name": "theirs"]]]
        let found = Thing.changes(["hooks": [["name": "ours", "value": "2"]]], live, stated: ["/hooks/ours"]).changes
        #expect(found.map(\.path) == ["/hooks/ours/value"])
    }

    @Test("a set's order plays no part, its members and their number do")
    func sets() {
        #expect(Thing.changes(["groups": ["a", "b"]], ["groups": ["b", "a"]]).changes.isEmpty)
        #expect(Thing.changes(["groups": ["a", "a"]], ["groups": ["a", "b"]]).changes.map(\.path) == ["/groups"])
        #expect(Thing.changes(["groups": ["a"]], ["groups": ["a", "b"]]).changes.map(\.desired) == [["a"]])
    }

    @Test("a set of objects is compared object by object")
    func setsOfObjects() {
        let a: Value = ["id": "1", "value": "x"]
        let b: Value = ["id": "2", "value": "y"]
        #expect(Thing.changes(["pairs": [a, b]], ["pairs": [b, a]]).changes.isEmpty)
        #expect(Thing.changes(["pairs": [a, a]], ["pairs": [a, b]]).changes.map(\.path) == ["/pairs"])
    }

    @Test("a shared set wants what is stated beside what others put there")
    func sharedSet() {
        #expect(Thing.changes(["owners": ["ada"]], ["owners": ["eve", "ada"]]).changes.isEmpty)
        let found = Thing.changes(["owners": ["ada"]], ["owners": ["eve"]]).changes
        #expect(found.map(\.desired) == [["ada", "eve"]])
    }

    @Test("ordered lists of one length differ element by element, others as a whole")
    func ordered() {
        #expect(
            Thing.changes(["steps": ["a", "b"]], ["steps": ["b", "a"]]).changes.map(\.path) == ["/steps/0", "/steps/1"])
        #expect(Thing.changes(["steps": ["a"]], ["steps": ["a", "b"]]).changes.map(\.path) == ["/steps"])
        #expect(Thing.changes(["steps": ["a", "b"]], ["steps": ["a", "b"]]).changes.isEmpty)
    }

    @Test("an empty list is a list that is not there", arguments: ["groups", "steps", "items", "owners"])
    func empty(_ name: String) {
        #expect(Thing.changes([name: []].value, [:]).changes.isEmpty)
        #expect(Thing.changes([name: []].value, [name: []].value).changes.isEmpty)
    }

    @Test("an emptied list takes its elements away", arguments: [("groups", "/groups"), ("steps", "/steps")])
    func emptied(_ name: String, _ path: String) {
        #expect(Thing.changes([name: []].value, [name: ["x"]].value).changes.map(\.path) == [FieldPath(pointer: path)])
    }

    @Test("an element with an unresolved reference is different")
    func unresolved() {
        let reference = Value.reference(ResourceID("Base", "a"), "id")
        #expect(Thing.changes(["groups": [reference]], ["groups": ["sg-1"]]).changes.map(\.desired) == [[reference]])
    }
}
