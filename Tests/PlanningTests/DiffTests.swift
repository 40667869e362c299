import Model
import Planning
import Testing

@Suite("The three-way difference")
struct DiffTests {
    @Test("what live and manifest agree on is no change")
    func agreement() {
        #expect(Thing.changes(["size": 1, "mode": "fast"], ["size": 1, "mode": "fast"]).changes.isEmpty)
    }

    @Test("a stated field that differs is declared, with its effect, both values and its place")
    func declared() {
        let place = Place(file: "a.yaml", line: 4, column: 3)
        let size = Value(.integer(2), at: place)
        let found = Thing.changes(["size": size], ["size": 1]).changes
        let change = FieldChange("/size", live: 1, desired: 2, effect: .rollsTasks, reason: .declared, place: place)
        #expect(found == [change])
    }

    @Test("the key's place is told before the value's")
    func keyPlace() {
        let key = Place(file: "a.yaml", line: 4, column: 3)
        let size = Value(.integer(2), at: Place(file: "a.yaml", line: 4, column: 9), key: key)
        #expect(Thing.changes(["size": size], ["size": 1]).changes.map(\.place) == [key])
    }

    @Test("a field that Git says as before but AWS has otherwise is drift")
    func drift() {
        let found = Thing.changes(["size": 2], ["size": 1], stated: ["/size"], unchanged: true).changes
        #expect(found.map(\.reason) == [.drift])
    }

    @Test("a live field that no manifest states is nobody's change")
    func unstated() {
        #expect(Thing.changes(["size": 1], ["size": 1, "mode": "fast", "labels": ["a": "b"]]).changes.isEmpty)
    }

    @Test("a sensitive field is declared, never drift: the hash can not tell", arguments: ["secret", "secrets"])
    func sensitive(_ name: String) {
        let new: Value = name == "secret" ? "new" : ["key": "new"]
        let old: Value = name == "secret" ? "old" : ["key": "old"]
        let found = Thing.changes([name: new].value, [name: old].value, unchanged: true).changes
        #expect(found.map(\.reason) == [.declared])
    }

    @Test("a field that only creation has replaces")
    func createOnly() {
        #expect(Thing.changes(["zone": "b"], ["zone": "a"]).changes.map(\.effect) == [.replaces])
    }

    @Test("ignored fields are neither compared nor withdrawn", arguments: ["/size", "/labels", "/items/*/value"])
    func ignored(_ pointer: String) {
        let desired: Value = ["size": 1, "labels": ["a": "b"], "items": [["name": "x", "value": "1"]]]
        let live: Value = ["size": 2, "labels": ["a": "c"], "items": [["name": "x", "value": "2"]]]
        let all: Set<FieldPath> = ["/size", "/labels/a", FieldPath(["items", "x/80", "value"])]
        let path = FieldPath(pointer: pointer)
        let found = Thing.changes(desired, live, ignore: [path]).changes
        #expect(Set(found.map(\.path)) == all.filter { !path.covers($0) })
        #expect(found.count == 2)
    }

    @Test("an ignored field that the manifest no longer states is left alone")
    func ignoredWithdrawal() {
        #expect(Thing.changes([:], ["size": 2], ignore: ["/size"], stated: ["/size"]).changes.isEmpty)
    }

    @Test("a reference that is not resolved yet counts as different")
    func unresolved() {
        let base = Value.reference(ResourceID("Base", "a"), "arn")
        #expect(Thing.changes(["base": base], ["base": "arn:1"]).changes.map(\.desired) == [base])
        let link = Value(.joined(["x/", base]))
        #expect(Thing.changes(["link": link], ["link": "x/1"]).changes.map(\.path) == ["/link"])
    }

    @Test(
        "a whole number and the same floating-point number are one",
        arguments: [(Value(70), Value(70.0)), (70.0, 70), (0.5, 0.5)])
    func numbers(_ desired: Value, _ live: Value) {
        #expect(Thing.changes(["ratio": desired], ["ratio": live]).changes.isEmpty)
    }

    @Test("numbers that differ by a fraction differ")
    func fractions() {
        #expect(Thing.changes(["ratio": 70], ["ratio": 70.5]).changes.count == 1)
        #expect(Thing.changes(["ratio": 70], ["ratio": "70"]).changes.count == 1)
    }

    @Test("a stated default that AWS leaves out is no change", arguments: ["mode", "timeout"])
    func absent(_ name: String) {
        let stated: Value = name == "mode" ? "auto" : 60
        #expect(Thing.changes([name: stated].value, [:]).changes.isEmpty)
    }

    @Test("an object of which only defaults are stated is no change where AWS has none, anything else in it is")
    func absentObject() {
        #expect(Thing.changes(["options": ["b": 1]], [:]).changes.isEmpty)
        #expect(Thing.changes(["options": ["b": 2]], [:]).changes.map(\.path) == ["/options"])
        #expect(Thing.changes(["options": ["a": 1, "b": 1]], [:]).changes.map(\.path) == ["/options"])
    }

    @Test("another number's spelling of the default is the default")
    func absentNumber() {
        #expect(Thing.changes(["timeout": 60.0], [:]).changes.isEmpty)
        #expect(Thing.changes([:], ["timeout": 60.0], stated: ["/timeout"]).changes.isEmpty)
    }

    @Test("both sides are normalised first, and the change shows what AWS would read back")
    func normal() {
        #expect(Thing.changes(["amount": "2k"], ["amount": "2000"]).changes.isEmpty)
        #expect(Thing.changes(["amount": "2000"], ["amount": "2k"]).changes.isEmpty)
        #expect(Thing.changes(["amount": "3k"], ["amount": "2k"]).changes.map(\.desired) == ["3000"])
    }

    @Test("an object that is not there is one change, an empty one none")
    func objects() {
        #expect(Thing.changes(["labels": ["a": "b", "c": "d"]], [:]).changes.map(\.path) == ["/labels"])
        #expect(Thing.changes(["labels": [:]], [:]).changes.isEmpty)
    }

    @Test("tags that others put there stay")
    func tags() {
        let found = Thing.changes(["tags": ["team": "core"]], ["tags": ["team": "web", "other": "x"]]).changes
        #expect(found.map(\.path) == ["/tags/team"])
    }

    @Test("changes come in the order of their paths")
    func order() {
        let found = Thing.changes(["zone": "b", "size": 2, "labels": ["b": "1", "a": "1"]], ["labels": ["x": "y"]])
        #expect(found.changes.map(\.path) == ["/labels/a", "/labels/b", "/size", "/zone"])
    }
}

@Suite("Fields that others move")
struct DiffClaimTests {
    private let claim = Claim(ResourceID("Thing", "a"), "/count", owner: "Mover/a", band: 2...6)

    @Test("a value inside its owner's band is no change, whatever Git says", arguments: 2...6)
    func inside(_ count: Int) {
        #expect(Thing.changes(["count": 4], ["count": .integer(count)], claims: [claim]).changes.isEmpty)
    }

    @Test("a value outside the band is drift towards the nearer bound", arguments: [(1, 2), (9, 6)])
    func outside(_ count: Int, _ bound: Int) {
        let found = Thing.changes(["count": 4], ["count": .integer(count)], claims: [claim]).changes
        let change = FieldChange(
            "/count", live: .integer(count), desired: .integer(bound), effect: .scalesNow, reason: .drift)
        #expect(found == [change])
    }

    @Test("without a band every value is the owner's business")
    func noBand() {
        let claim = Claim(ResourceID("Thing", "a"), "/count", owner: "AWS", band: nil)
        #expect(Thing.changes(["count": 4], ["count": 900], claims: [claim]).changes.isEmpty)
    }

    @Test("a claimed field that the manifest no longer states stays its owner's")
    func withdrawn() {
        #expect(Thing.changes([:], ["count": 3], claims: [claim], stated: ["/count"]).changes.isEmpty)
    }

    @Test("a claim on one field leaves the others to Git")
    func others() {
        let found = Thing.changes(["count": 4, "size": 2], ["count": 3, "size": 1], claims: [claim]).changes
        #expect(found.map(\.path) == ["/size"])
    }
}

extension [String: Value] {
    /// The members as an object.
    var value: Value { .object(self) }
}
