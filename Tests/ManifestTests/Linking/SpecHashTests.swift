import Manifest
import Model
import Testing

@Suite struct SpecHashTests {
    private let schema = TestKinds.taskDefinition.schema

    @Test("a hash does not depend on order, places or how a number was read")
    func independence() {
        let a: Value = ["cpu": "1", "containerDefinitions": [["name": "x", "memory": 1]]]
        let place = Place(file: "a", line: 1, column: 1)
        let b = Value(
            .object(["containerDefinitions": [["memory": 1.0, "name": "x"]], "cpu": Value(.string("1"), at: place)]))
        #expect(SpecHash.of(a, schema) == SpecHash.of(b, schema))
        #expect(SpecHash.of(a, schema).wholeMatch(of: /sha256:[0-9a-f]{64}/) != nil)
    }

    @Test("a hash is the SHA-256 of the canonical JSON")
    func canonicalJSON() {
        // printf '{"cpu":"${TaskDefinition/a.arn}"}' | sha256sum
        let spec: Value = ["cpu": .reference(ResourceID("TaskDefinition", "a"), "arn")]
        #expect(SpecHash.of(spec, schema) == "sha256:8c567b1f15f56001b093f32f7c3805cc7fe2d1b8ec7fc8baf546ca774c3fc73d")
    }

    @Test("another value gives another hash, a sensitive one does not")
    func difference() {
        func spec(_ image: Value, _ secret: Value) -> Value {
            ["containerDefinitions": [["name": "x", "image": image, "environment": ["A": secret], "mode": secret]]]
        }
        let hash = SpecHash.of(spec("a", "s"), schema)
        #expect(hash != SpecHash.of(spec("b", "s"), schema))
        #expect(hash == SpecHash.of(spec("a", "t"), schema))
    }
}
