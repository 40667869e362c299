import Model
import Planning
import Testing

@Suite("A value on one line")
struct ValueTextTests {
    private static let cases: [(Value, String)] = [
        (.null, "null"), (true, "true"), (4, "4"), (70.0, "70"), (0.5, "0.5"), ("plain", "plain"),
        ("/ecs/api", "/ecs/api"), ("", "\"\""), ("true", "\"true\""), ("7", "\"7\""), ("1e3", "\"1e3\""),
        (" x", "\" x\""), ("a: b", "\"a: b\""), ("a:b", "a:b"), ("say \"hi\"", "\"say \\\"hi\\\"\""),
        ("a\nb\t", "\"a\\nb\\t\""), ("\u{1B}[31m", "\"\\u001b[31m\""), ("a\u{9B}31m", "\"a\\u009b31m\""),
        (["a", 1], "[a, 1]"), (["b": 1, "a": ["c"]], "{a: [c], b: 1}"), (Value(.bytes([1, 2])), "(2 bytes)"),
        (.output("arn", of: "TaskDefinition/api"), "TaskDefinition/api"),
        (.reference(ResourceID("Lookup", "Subnet?Tier=private"), "ids"), "(looked up: Subnet?Tier=private)"),
        (Value(.joined(["service/", .output("name", of: "Cluster/demo"), "/api"])), "service/Cluster/demo/api"),
    ]

    @Test("is YAML's flow style, with references by name and no control characters", arguments: cases)
    func inline(_ value: Value, _ text: String) { #expect(value.inlineText == text) }
}

@Suite("Masking")
struct MaskingTests {
    @Test("every value below a sensitive field is masked, names and what is not known yet are not")
    func below() {
        let spec: Value = [
            "secret": "x", "size": 1, "secrets": ["a": "x", "b": .output("arn", of: "Base/a"), "c": ["x", 1]],
        ]
        let masked: Value = [
            "secret": "(masked)", "size": 1,
            "secrets": ["a": "(masked)", "b": .output("arn", of: "Base/a"), "c": ["(masked)", "(masked)"]],
        ]
        #expect(Masking.masked(spec, by: Thing.schema) == masked)
    }

    @Test("a value is masked by where it stands")
    func place() {
        #expect(Masking.masked("x", at: "/secret", by: Thing.schema) == "(masked)")
        #expect(Masking.masked("x", at: "/zone", by: Thing.schema) == "x")
        #expect(
            Masking.masked(Value(.joined(["x", .output("a", of: "Base/a")])), at: "/secret", by: Thing.schema)
                == "(masked)")
    }

    @Test("a request is masked also where its spec stands one member down")
    func request() {
        let call = AWSCall("fake", "Put", ["secret": "x", "data": ["secret": "x", "size": 1]])
        #expect(
            Masking.masked(call, of: Thing.schema, shape: nil)
                == ["secret": "(masked)", "data": ["secret": "(masked)", "size": 1]])
    }
}
