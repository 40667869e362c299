import Model
import Planning
import Testing

@Suite("Fields that a manifest no longer states")
struct DiffWithdrawalTests {
    @Test("a withdrawn field returns to AWS's default")
    func toDefault() {
        let found = Thing.changes([:], ["mode": "fast"], stated: ["/mode"]).changes
        #expect(found == [FieldChange("/mode", live: "fast", desired: "auto", effect: .noRestart, reason: .withdrawn)])
    }

    @Test("a withdrawn field without a default goes away")
    func goesAway() {
        let found = Thing.changes([:], ["labels": ["a": "b"]], stated: ["/labels/a"]).changes
        #expect(found.map(\.desired) == [nil])
        #expect(found.map(\.path) == ["/labels/a"])
    }

    @Test(
        "a withdrawn field that is at its default, empty or gone is no change",
        arguments: [["mode": "auto"], [:], ["mode": .null]] as [[String: Value]])
    func nothingToDo(_ live: [String: Value]) {
        #expect(Thing.changes([:], live.value, stated: ["/mode"]).changes.isEmpty)
    }

    @Test("withdrawal is withdrawal also when the hash says that nothing changed")
    func reason() {
        let found = Thing.changes([:], ["mode": "fast"], stated: ["/mode"], unchanged: true).changes
        #expect(found.map(\.reason) == [.withdrawn])
    }

    @Test("a field that keeps its value when withdrawn is told of, and is no change")
    func keep() {
        let found = Thing.changes([:], ["keepers": 3], stated: ["/keepers"])
        #expect(found.kept == ["/keepers"])
        #expect(found.changes.isEmpty)
        #expect(Thing.changes([:], [:], stated: ["/keepers"]).kept.isEmpty)
    }

    @Test("a field that has to be stated is named")
    func required() {
        let found = Thing.changes([:], ["must": "x"], stated: ["/must"])
        #expect(found.required == ["/must"])
        #expect(found.changes.isEmpty)
    }

    @Test("a field that was never stated is not withdrawn")
    func neverStated() {
        #expect(Thing.changes([:], ["mode": "fast"], stated: []).changes.isEmpty)
        #expect(Thing.changes([:], ["mode": "fast"], stated: nil).changes.isEmpty)
    }

    @Test("a withdrawn element of a shared list goes, somebody else's stays")
    func sharedKeyed() {
        let live: Value = ["hooks": [["name": "ours"], ["name": "theirs"]]]
        for desired in [["hooks": []], [:]] as [Value] {
            let found = Thing.changes(desired, live, stated: ["/hooks/ours"]).changes
            #expect(found.map(\.path) == ["/hooks/ours"])
            #expect(found.map(\.desired) == [nil])
        }
    }

    @Test("a withdrawn element of a shared set is not wanted any more, somebody else's is")
    func sharedSet() {
        let found = Thing.changes(
            ["owners": ["ada"]], ["owners": ["ada", "ben", "eve"]], stated: ["/owners/ada", "/owners/ben"])
        #expect(found.changes.map(\.path) == ["/owners"])
        #expect(found.changes.map(\.desired) == [["ada", "eve"]])
    }

    @Test("a shared set that is withdrawn whole loses exactly what was stated")
    func wholeSharedSet() {
        let found = Thing.changes([:], ["owners": ["ada", "eve"]], stated: ["/owners/ada"]).changes
        #expect(found.map(\.path) == ["/owners/ada"])
        #expect(found.map(\.live) == ["ada"])
    }

    @Test("a withdrawn member of an object that still stands is told once")
    func once() {
        let found = Thing.changes(["options": ["a": 1]], ["options": ["a": 1, "b": 5]], stated: ["/options/b"])
        #expect(found.changes.map(\.path) == ["/options/b"])
        #expect(found.changes.map(\.desired) == [1])
    }
}

@Suite("Objects that are written whole")
struct DiffWholeTests {
    @Test("a live member that is neither stated nor AWS's default is a change")
    func extra() {
        let live: Value = ["options": ["a": 1, "b": 5, "nested": ["c": "x"]]]
        let found = Thing.changes(["options": ["a": 1]], live).changes
        #expect(found.map(\.path) == ["/options/b", "/options/nested/c"])
        #expect(found.map(\.desired) == [1, nil])
    }

    @Test("defaults and empty values that AWS fills in are no change")
    func filled() {
        let live: Value = ["options": ["a": 1, "b": 1, "nested": ["c": .null, "d": ""]]]
        #expect(Thing.changes(["options": ["a": 1, "nested": ["d": ""]]], live).changes.isEmpty)
        #expect(Thing.changes(["options": ["a": 1]], ["options": ["a": 1, "nested": [:]]]).changes.isEmpty)
    }

    @Test("AWS's default as a floating-point number is AWS's default")
    func filledNumber() {
        #expect(Thing.changes(["options": ["a": 1]], ["options": ["a": 1, "b": 1.0]]).changes.isEmpty)
    }

    @Test("an object that is not written whole keeps what others put there")
    func notWhole() {
        #expect(Thing.changes(["settings": ["a": 1]], ["settings": ["a": 1, "b": 5]]).changes.isEmpty)
    }

    @Test("an ignored member of a whole object stays")
    func ignored() {
        let live: Value = ["options": ["a": 1, "b": 5]]
        #expect(Thing.changes(["options": ["a": 1]], live, ignore: ["/options/b"]).changes.isEmpty)
    }
}
