import Manifest
import Model
import Testing

@testable import Importing

/// A new image changes these bytes and no others.
struct ImageEditTests {
    private static let service = """
        kind: Service
        metadata: {name: api}
        spec: {cluster: "arn:aws:ecs:eu-west-1:1:cluster/demo", taskDefinition: api}
        """

    private func definition(_ containers: String) -> String {
        """
        # Comments stay.
        apiVersion: neap/v1
        kind: TaskDefinition
        metadata: {name: api}
        spec:
          containerDefinitions:
        \(containers)
        ---
        apiVersion: neap/v1
        \(Self.service)
        """
    }

    private func edited(
        _ files: [String: String], _ target: String = "Service/api", _ images: String...
    ) throws -> (text: String?, edit: ImageEdit) {
        let id = try #require(ResourceID(parsing: target))
        let assignments = images.compactMap { ImageAssignment(parsing: $0) }
        #expect(assignments.count == images.count)
        let edit = try ImageEdit(DemoFiles(files), environment: nil, target: id, assignments)
        return (edit.files.values.first.map { String(decoding: $0, as: UTF8.self) }, edit)
    }

    @Test(
        "plain, quoted and flowing texts are rewritten in their own style, and nothing else is",
        arguments: [
            "    - name: api\n      image: api:1   # why\n      memory: 64",
            "    - name: api\n      memory: 64\n      image: 'api:1'",
            "    - {name: api, image: \"api:1\", memory: 64}",
            "    - {name: api, memory: 64, image: api:1}",
            "    - name: ümläut\n      image: side:1\n      memory: 64\n    - {name: \"api\",  image:    api:1 , memory: 64}",
        ])
    func styles(_ containers: String) throws {
        let before = definition(containers).replacing("ümläut", with: "side")
        let (text, edit) = try edited(["demo/api.yaml": before], "Service/api", "api=repository/api:1.8.0")
        #expect(text == before.replacing("api:1", with: "repository/api:1.8.0"))
        #expect(edit.changes.map(\.old) == ["api:1"])
        #expect(edit.changes.map(\.new) == ["repository/api:1.8.0"])
    }

    @Test("characters of several bytes before it do not move it")
    func wide() throws {
        let before = definition(
            "    - {name: api, environment: [{name: A, value: \"ä€😀\"}], image: 'api:1', memory: 64}")
        let (text, _) = try edited(["demo/api.yaml": before], "Service/api", "api=api:2")
        #expect(text == before.replacing("api:1", with: "api:2"))
    }

    @Test("inline definitions, manifests in JSON and files in AWS's own shape are edited where the image stands")
    func forms() throws {
        let inline = """
            apiVersion: neap/v1
            kind: Service
            metadata: {name: api}
            spec:
              taskDefinition:
                family: api
                containerDefinitions: [{name: api, image: "api:1", memory: 64}]
            """
        #expect(
            try edited(["demo/api.yaml": inline], "Service/api", "api=api:2").text
                == inline.replacing("api:1", with: "api:2"))
        let json =
            #"{"taskDefinition": {"family": "api", "containerDefinitions": [{"name": "api", "image": "api:1", "memory": 64}]}}"#
        let files = [
            "demo/api.yaml":
                "apiVersion: neap/v1\nkind: TaskDefinition\nmetadata: {name: api}\nspec: {file: definition.json}\n---\napiVersion: neap/v1\n\(Self.service)",
            "demo/definition.json": json,
        ]
        let (text, edit) = try edited(files, "Service/api", "api=api:2")
        #expect(text == json.replacing("api:1", with: "api:2"))
        #expect(edit.changes.first?.place.file == "demo/definition.json")
        #expect(try edited(files, "TaskDefinition/api", "api:2").text == text, "one container needs no name")
    }

    @Test("several containers are edited at once, and what says so already is left as it is")
    func several() throws {
        let before = definition(
            "    - {name: api, image: api:1, memory: 64}\n    - {name: side, image: side:1, memory: 64}")
        let (text, edit) = try edited(["demo/api.yaml": before], "Service/api", "api=api:22", "side=side:2")
        #expect(text == before.replacing("api:1,", with: "api:22,").replacing("side:1", with: "side:2"))
        #expect(edit.changes.count == 2)
        let again = try edited(["demo/api.yaml": text ?? ""], "Service/api", "api=api:22", "side=side:2")
        #expect(again.edit.changes.isEmpty && again.text == nil)
    }

    @Test(
        "what can not be rewritten alone is refused",
        arguments: [
            (
                "    - {name: api, image: &image api:1, memory: 64}\n    - {name: side, image: *image, memory: 64}",
                "anchor"
            ),
            ("    - name: api\n      image: >-\n        api:1\n      memory: 64", "no text on one line"),
            ("    - {name: api, image: \"api\\u003a1\", memory: 64}", "escapes"),
        ])
    func refused(_ containers: String, _ word: String) throws {
        do {
            _ = try edited(["demo/api.yaml": definition(containers)], "Service/api", "api=api:2")
            Issue.record("it was edited")
        } catch EditError.refused(let place, let why) {
            #expect(place?.file == "demo/api.yaml")
            #expect(why.contains(word))
        }
    }

    @Test("what is not there is answered with what is")
    func missing() throws {
        let files = ["demo/api.yaml": definition("    - {name: api, image: api:1, memory: 64}")]
        #expect(throws: EditError.notFound(ResourceID("Service", "aqi"), "did you mean api?")) {
            try edited(files, "Service/aqi", "api=api:2")
        }
        #expect(throws: EditError.usage("TaskDefinition/api has no container web; there are: api")) {
            try edited(files, "Service/api", "web=api:2")
        }
        let pinned = files.mapValues { $0.replacing("taskDefinition: api", with: "taskDefinition: \"api:7\"") }
        do {
            _ = try edited(pinned, "Service/api", "api=api:2")
            Issue.record("it was edited")
        } catch EditError.refused(_, let why) {
            #expect(why.hasSuffix("does not hold: api:7 is pinned, and no manifest's"))
        }
    }

    @Test(
        "an image is a reference, and nothing that needs quotes",
        arguments: ["api=", "api=a b", "=api:1", "api='x'", "a=b=c"])
    func assignments(_ text: String) { #expect(ImageAssignment(parsing: text) == nil) }
}
