import Kinds
import Model
import Testing

@testable import Importing

/// What things are called in manifests.
struct NamesTests {
    @Test(
        "AWS's names become kebab case",
        arguments: [
            ("/ecs/demoApi_v2", "ecs-demo-api-v2"), ("Web_App", "web-app"), ("api", "api"),
            ("APIGateway", "apigateway"),
            ("--a--", "a"), ("日本", "unnamed"), ("v1.2/x", "v1-2-x"),
        ])
    func kebab(_ text: String, _ expected: String) { #expect(Names.kebab(text) == expected) }

    @Test("two things of a kind never share a name, and Neap's own name goes before AWS's")
    func unique() {
        var stack = LiveStack()
        for (name, tags) in [("a_b", [:]), ("a.b", [:]), ("old", ["neap:resource": "LogGroup/api"])] {
            let live = Live(spec: .emptyObject, tags: tags)
            stack.things.append(LiveThing(id: ResourceID("LogGroup", name), awsName: name, live: live))
        }
        let names = Names(stack)
        #expect(stack.things.map(names.name) == ["a-b", "a-b-2", "api"])
    }
}
