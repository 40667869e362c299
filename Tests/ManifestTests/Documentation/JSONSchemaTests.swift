import Manifest
import Model
import Testing

@Suite struct JSONSchemaTests {
    private let writer = JSONSchemaWriter(kinds: TestKinds.all)

    private func schema(_ kind: String) throws -> Value {
        let text = try #require(writer.text(of: kind))
        let decoded = DecodedFile.decode(Array(text.utf8), file: "schema.json")
        #expect(decoded.failure == nil)
        return try #require(decoded.documents.first?.value)
    }

    @Test("a kind's schema says types, words, ranges, defaults and that nothing else may stand there")
    func kind() throws {
        let schema = try schema("TargetGroup")
        #expect(schema["$schema"] == "http://json-schema.org/draft-07/schema#")
        #expect(schema["required"] == ["apiVersion", "kind", "metadata"])
        #expect(schema["additionalProperties"] == false)
        let spec = try #require(schema["properties"]?["spec"])
        #expect(spec["additionalProperties"] == false)
        let properties = try #require(spec["properties"])
        #expect(
            properties["port"] == [
                "type": "integer", "minimum": 1, "maximum": 65_535, "default": 80,
                "description": "The port that targets get unless they say their own. A change replaces it.",
            ])
        #expect(properties["protocol"] == ["enum": ["HTTP", "HTTPS", "TCP"]])
        #expect(properties["vpc"] == properties["vpcId"])
        #expect(properties["vpcId"]?["anyOf"]?.list?.count == 2)
        #expect(properties["attributes"]?["additionalProperties"] == ["type": ["string", "number", "boolean"]])
        #expect(schema["properties"]?["policy"]?["properties"]?["onRollback"] == nil)
        let approval = schema["properties"]?["policy"]?["properties"]?["approval"]
        #expect(approval?["anyOf"]?.list?.first == ["const": "required"])
    }

    @Test("what AWS demands is demanded, unless the spec stands in a file; what only AWS sets is not offered")
    func demands() throws {
        let spec = try #require(try schema("TaskDefinition")["properties"]?["spec"])
        #expect(
            spec["anyOf"] == [["required": ["file"]], ["allOf": [["anyOf": [["required": ["containerDefinitions"]]]]]]])
        #expect(spec["properties"]?["revision"] == nil)
        #expect(spec["properties"]?["file"] != nil)
        #expect(
            try schema("Service")["properties"]?["spec"]?["properties"]?["taskDefinition"]?["anyOf"]?.list?.count == 2)
    }

    @Test("one schema covers all kinds, and is the same text every time")
    func all() throws {
        let decoded = DecodedFile.decode(Array(writer.text().utf8), file: "schema.json")
        let schema = try #require(decoded.documents.first?.value)
        #expect(
            schema["definitions"]?.sortedMembers.map(\.name)
                == [
                    "AutoScalingGroup", "Cluster", "Environment", "LoadBalancer", "Overlay", "Release", "Service",
                    "TargetGroup", "TaskDefinition",
                ])
        #expect(schema["allOf"]?.list?.count == 9)
        #expect(schema["properties"]?["kind"]?["enum"]?.list?.count == 9)
        #expect(writer.text() == JSONSchemaWriter(kinds: TestKinds.all.reversed()).text())
        #expect(writer.text(of: "Listener") == nil)
    }

    @Test("what a field is for stands in its description, with its unit and what it refers to")
    func notes() throws {
        let table = NoteTable("TargetGroup/port [number]: The port.\nprotocol: What is spoken.\nvpcId: The network.")
        let writer = JSONSchemaWriter(kinds: TestKinds.all, notes: table)
        let text = try #require(writer.text(of: "TargetGroup"))
        let schema = DecodedFile.decode(Array(text.utf8), file: "schema.json").documents.first?.value
        let properties = schema?["properties"]?["spec"]?["properties"]
        #expect(properties?["protocol"]?["description"]?.string?.hasPrefix("What is spoken.") == true)
        #expect(properties?["vpcId"]?["description"]?.string?.hasPrefix("The network. A VPC by its name.") == true)
        // The table of the kind comes first, the unit is nobody else's to say.
        let port = properties?["port"]?["description"]?.string
        #expect(port == "The port that targets get unless they say their own. In number. A change replaces it.")
    }

    @Test("a folder of schemas has a file for each kind and one for all")
    func files() {
        let files = writer.files()
        #expect(files.count == 10)
        #expect(files["neap.json"] == writer.text())
        #expect(files["Service.json"] == writer.text(of: "Service"))
    }
}
