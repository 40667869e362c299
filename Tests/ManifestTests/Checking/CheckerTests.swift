import Model
import Testing

@testable import Manifest

@Suite struct CheckerTests {
    private func desired(_ kind: String, _ spec: String, _ policy: String = "") throws -> Desired {
        try MemorySource.demo(["a.yaml": manifest(kind, "a", "\(policy)spec: \(spec)")]).desired()
    }
    private func spec(_ kind: String, _ text: String) throws -> Value {
        let desired = try desired(kind, text)
        #expect(desired.diagnostics.filter { $0.severity == .error } == [])
        return try #require(desired.resources[ResourceID(kind, "a")]?.spec)
    }

    @Test(
        "every mistake is told with place, path and what to do",
        arguments: [
            ("{nome: x}", "4:8", "/nome", "unknown field (did you mean name?)"),
            ("{zzzzzzzzz: x}", "4:8", "/zzzzzzzzz", "unknown field (policy.unchecked keeps what Neap does not know)"),
            ("{port: \"80\"}", "4:14", "/port", "expected an integer, found a string (remove the quotes)"),
            ("{port: eighty}", "4:14", "/port", "expected an integer, found a string"),
            ("{port: 80.5}", "4:14", "/port", "expected an integer, found a number with a fraction"),
            ("{port: 0}", "4:14", "/port", "0 is out of range, AWS takes 1 to 65535"),
            ("{port: null}", "4:8", "/port", "the value is null (remove the line)"),
            ("{name: 12}", "4:14", "/name", "expected a string, found an integer (put it in quotes)"),
            ("{name: true}", "4:14", "/name", "expected a string, found true or false (put it in quotes)"),
            ("{protocol: HTP}", "4:18", "/protocol", "HTP is not one of HTTP, HTTPS, TCP"),
            ("{protocol: http}", "4:18", "/protocol", "http is not one of HTTP, HTTPS, TCP"),
            ("{weight: 1.5}", "4:16", "/weight", "1.5 is out of range, AWS takes 0 to 1"),
            ("{healthCheckPath: ''}", "4:25", "/healthCheckPath", "the text has 0 characters, AWS takes 1 to 16"),
            (
                "{healthCheckPath: /aaaaaaaaaaaaaaaaaa}", "4:25", "/healthCheckPath",
                "the text has 19 characters, AWS takes 1 to 16"
            ),
            (
                "{Port: 1, port: 1}", "4:17", "/",
                "the key port is a duplicate; it stands at 4:8 already (remove one of them)"
            ),
            (
                "{vpcId: vpc-1, vpc: vpc-2}", "4:22", "/",
                "the key vpcId is a duplicate; it stands at 4:8 already (remove one of them)"
            ),
            (
                "{vpc: {}}", "4:13", "/vpc",
                "a lookup has exactly one of tags and ssm (write {tags: {Name: value}} or {ssm: /parameter})"
            ),
            (
                "{vpc: {tags: {a: b}, ssm: /x}}", "4:13", "/vpc",
                "a lookup has exactly one of tags and ssm (write {tags: {Name: value}} or {ssm: /parameter})"
            ),
            ("{vpc: {tags: {a: 1}}}", "4:24", "/vpc/tags/a", "expected a string, found an integer (put it in quotes)"),
            (
                "{vpc: {name: x}}", "4:14", "/vpc/name",
                "unknown field (write {tags: {Name: value}} or {ssm: /parameter})"
            ),
            ("{tags: {a: 1}}", "4:18", "/tags/a", "expected a string, found an integer (put it in quotes)"),
            (
                "{tags: [{key: a, value: b}, {Key: a}]}", "4:35", "/tags/1",
                "the key a is a duplicate; it stands at 4:21 already (remove one of them)"
            ),
            ("{tags: x}", "4:14", "/tags", "expected a mapping or a list of keys and values, found a string"),
            ("{attributes: {a: [1]}}", "4:24", "/attributes/a", "expected a string, found a list"),
            ("[]", "4:7", "/spec", "expected a mapping, found a list"),
        ])
    func mistakes(spec: String, place: String, path: String, message: String) throws {
        let desired = try desired("TargetGroup", spec)
        let expected = "demo/a.yaml:\(place): TargetGroup/a: \(path): \(message)"
        let found = desired.diagnostics.map(\.description)
        #expect(found.map { $0.replacing(/\/(port|Port|vpcId|vpc): the key/, with: "/: the key") } == [expected])
        #expect(desired.invalid == [ResourceID("TargetGroup", "a")])
        #expect(desired.resources.isEmpty)
    }

    @Test("all mistakes of a manifest are told in one run, elements by index, in the order of the file")
    func allMistakes() throws {
        let spec = """

              cpu: 1
              containerDefinitions:
              - image: x
              - {name: b, memory: lots, mod: x}
            """
        let found = try desired("TaskDefinition", spec).diagnostics.map {
            "\($0.path?.description ?? ""): \($0.message)"
        }
        #expect(
            found == [
                "/cpu: expected a string, found an integer",
                "/containerDefinitions/0/name: name is missing",
                "/containerDefinitions/1/memory: expected an integer, found a string",
                "/containerDefinitions/1/mod: unknown field",
            ])
    }

    @Test("of a long list of words the nearest three are told, and the way out")
    func manyWords() {
        let words = (0..<40).map { "size\($0).large" } + ["t3.small"]
        let size = Member("size", ShapeReference(Shape("Size", .enumeration(words))))
        let shape = Shape("Thing", .structure(Members([size])))
        let schema = KindSchema(kind: "Thing", shape: shape, rules: [], nameMember: nil, summary: "")
        var checker = Checker(ResourceID("Thing", "a"))
        _ = checker.canonical(["size": "t3.smal"], SpecNode(schema))
        #expect(checker.found.map(\.message) == ["t3.smal is not one of the 41 words that AWS is known to take"])
        let hint = checker.found.first?.hint ?? ""
        #expect(hint.hasPrefix("the nearest are t3.small, ") && hint.split(separator: ",").count == 3)
        #expect(hint.hasSuffix("; policy.unchecked keeps what Neap does not know"))
    }

    @Test("of a number that does not fit nothing else is said")
    func tooLarge() throws {
        let found = try desired("Service", "{desiredCount: 99999999999999999999999999}").diagnostics
        #expect(found.map(\.message) == ["the number does not fit into 64 bits"])
    }

    @Test("a sensitive value is not repeated in a message")
    func sensitive() throws {
        let found = try desired("TaskDefinition", "{containerDefinitions: [{name: a, mode: hunter2}]}").diagnostics
        #expect(found.map(\.message) == ["the value is not one of host, awsvpc, bridge"] || found.count == 1)
        #expect(!found.map(\.description).joined().contains("hunter2"))
    }

    @Test("two elements that nothing tells apart are one too many")
    func twins() throws {
        let spec = "{family: f, containerDefinitions: [{name: a}, {name: b}, {name: a}]}"
        let lines = try desired("TaskDefinition", spec).diagnostics.map(\.description)
        #expect(
            lines == [
                "demo/a.yaml:4:64: TaskDefinition/a: /containerDefinitions: name a is a duplicate; it stands at 4:42 already "
                    + "(remove one of them)"
            ])
        let unchecked = "policy: {unchecked: [/containerDefinitions]}\n"
        #expect(try desired("TaskDefinition", spec, unchecked).diagnostics.filter { $0.severity == .error } == [])
    }

    @Test("AWS's own spelling, short forms, tag lists and scalar attributes become one form")
    func canonicalForm() throws {
        let spec = try spec(
            "TargetGroup",
            "{Protocol: HTTP, Port: 80, vpc: vpc-1, weight: 1, Tags: [{Key: a, Value: b}, {key: c, value: d}], attributes: [{Key: x, Value: 5}, {key: y, value: true}]}"
        )
        #expect(
            spec == [
                "protocol": "HTTP", "port": 80, "vpcId": "vpc-1", "weight": 1.0, "tags": ["a": "b", "c": "d"],
                "attributes": ["x": "5", "y": "true"],
            ])
        #expect(spec["protocol"]?.keyPlace?.description == "demo/a.yaml:4:8")
    }

    @Test("attributes written as a map take numbers and truth values")
    func attributes() throws {
        #expect(
            try spec("TargetGroup", "{attributes: {a: 5, b: true, c: x, d: 0.5}}")["attributes"] == [
                "a": "5", "b": "true", "c": "x", "d": "0.5",
            ])
    }

    @Test("what is canonical already stays as it is")
    func idempotence() throws {
        let text =
            "{Protocol: HTTP, Port: 80, vpc: {ssm: /vpc}, weight: 1, Tags: [{Key: a, Value: b}], attributes: {a: 1}}"
        let once = try spec("TargetGroup", text)
        let again = try spec(
            "TargetGroup",
            text.replacing("Protocol", with: "protocol").replacing("Port:", with: "port:")
                .replacing("vpc:", with: "vpcId:").replacing("weight: 1", with: "weight: 1.0")
                .replacing("Tags: [{Key: a, Value: b}]", with: "tags: {a: b}").replacing("{a: 1}", with: "{a: '1'}"))
        #expect(once == again)
        #expect(SpecHash.of(once, TestKinds.targetGroup.schema) == SpecHash.of(again, TestKinds.targetGroup.schema))
    }

    @Test("members that only AWS sets are left out with one notice")
    func readOnly() throws {
        let desired = try desired(
            "TaskDefinition",
            "{containerDefinitions: [], revision: 3, status: ACTIVE, tags: {'aws:x': y, 'neap:owner': me, b: c}}")
        #expect(
            desired.diagnostics.map(\.description) == [
                "demo/a.yaml:4:34: TaskDefinition/a: notice: left out, because only AWS sets them: /revision, /status, /tags/aws:x, /tags/neap:owner"
            ])
        let resource = try #require(desired.resources[ResourceID("TaskDefinition", "a")])
        #expect(resource.spec == ["containerDefinitions": [], "tags": ["b": "c"]])
        #expect(!desired.hasErrors)
    }

    @Test("a client token is not the manifest's business, and propagated tags are a map")
    func tokens() throws {
        let desired = try desired(
            "AutoScalingGroup",
            "{MinSize: 1, token: x, VPCZoneIdentifier: [subnet-1], Tags: [{Key: a, Value: b, PropagateAtLaunch: true, ResourceId: x}]}"
        )
        #expect(
            desired.resources.values.first?.spec == [
                "minSize": 1, "vpcZoneIdentifier": ["subnet-1"], "tags": ["a": "b"],
            ])
        #expect(desired.diagnostics.map(\.severity) == [.notice])
    }

    @Test("a rule's normal form comes before the check")
    func normal() throws {
        #expect(try spec("TaskDefinition", "{cpu: 1 vCPU, containerDefinitions: []}")["cpu"] == "1024")
    }

    @Test("the name member is AWS's name and leaves the spec")
    func nameMember() throws {
        let resource = try #require(try desired("Service", "{serviceName: api-live}").resources.values.first)
        #expect(resource.awsName == "api-live")
        #expect(resource.spec == [:])
        #expect(try desired("Service", "{}").resources.values.first?.awsName == "a")
    }

    @Test("what policy.unchecked lists is kept as written")
    func unchecked() throws {
        let desired = try desired(
            "TargetGroup", "{brandNew: {A: 1}, port: 80, protocol: QUIC}",
            "policy: {unchecked: [/brandNew, /protocol]}\n")
        #expect(desired.diagnostics.isEmpty)
        #expect(desired.resources.values.first?.spec == ["brandNew": ["A": 1], "port": 80, "protocol": "QUIC"])
    }

    @Test("a manifest with thousands of unknown fields is refused with the first of them")
    func manyMistakes() throws {
        let members = (0..<20_000).map { "field\($0): 1" }.joined(separator: ", ")
        let desired = try desired("TargetGroup", "{\(members)}")
        #expect((1...200).contains(desired.diagnostics.count))
    }
}
