import AWSWire
import Model
import Testing

@Suite("Checking requests")
struct RequestCheckTests {
    private let shape = Fixture.query.shapes["CreateThingInput"]

    private func violations(_ value: Value) -> [String] {
        var value = value
        if value["thingName"] == nil { value["thingName"] = "n" }
        return RequestCheck.violations(of: value, against: shape).map(\.description)
    }

    @Test("a request that AWS takes has none")
    func valid() {
        #expect(
            violations([
                "count": 0, "ratio": 1, "scheme": "with blank%", "subnetIds": ["a"], "settings": ["a": "b"],
                "options": [["name": "o"]], "start": "2015-08-30T12:36:00Z", "data": "AQ==", "enabled": true,
                "free": ["x": [1]],
            ]) == [])
    }

    @Test(
        "each says where and what",
        arguments: [
            (["count": "1"], "/count: expected an integer"), (["count": 101], "/count: has to be at most 100"),
            (["count": -1], "/count: has to be at least 0"), (["count": 1.5], "/count: expected an integer"),
            (["ratio": 1.5], "/ratio: has to be at most 1"), (["ratio": "x"], "/ratio: expected a number"),
            (
                ["scheme": "nope"],
                "/scheme: AWS does not know \"nope\"; AWS knows internal, internet-facing, with blank%"
            ),
            (["thingName": ""], "/thingName: has 0 characters, AWS takes at least 1"),
            (["thingName": "123456789"], "/thingName: has 9 characters, AWS takes at most 8"),
            (["thingName": .null], "/thingName: is required"),
            (["subnetIds": ["a", "b", "c", "d"]], "/subnetIds: has 4 elements, AWS takes at most 3"),
            (["subnetIds": "a"], "/subnetIds: expected a list"),
            (["subnetIds": [1]], "/subnetIds/0: expected a string"),
            (["options": []], "/options: has 0 elements, AWS takes at least 1"),
            (["options": [["name": "o"], [:]]], "/options/1/name: is required"),
            (["options": [["name": "o", "nam": 1]]], "/options/0/nam: AWS's model has no such member"),
            (["settings": ["a": "", "b": "", "c": ""]], "/settings: has 3 entries, AWS takes at most 2"),
            (["settings": ["a": 1]], "/settings/a: expected a string"),
            (["settings": ["a/b~c": 1]], "/settings/a~1b~0c: expected a string"),
            (["start": "soon"], "/start: expected a time"), (["data": "?"], "/data: expected base64"),
            (["enabled": "true"], "/enabled: expected true or false"),
            (["options": [1]], "/options/0: expected an object"),
        ] as [(Value, String)])
    func violation(_ value: Value, _ text: String) { #expect(violations(value) == [text]) }

    @Test("what is not known yet is not looked at")
    func references() { #expect(violations(["count": .reference(ResourceID("Thing", "a"), "count")]) == []) }

    @Test("a sensitive value never stands in the text")
    func sensitive() {
        let shape = Shape("Secret", .enumeration(["a"]), sensitive: true)
        let found = RequestCheck.violations(of: "hunter2", against: shape).map(\.message)
        #expect(found == ["a word that AWS does not know; AWS knows a"])
    }
}
