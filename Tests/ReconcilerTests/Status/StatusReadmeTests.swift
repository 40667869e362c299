import GitStore
import Model
import Planning
import Testing

@testable import Reconciler

/// What a person reads on a forge can not be bent by what it shows.
struct StatusReadmeTests {
    private static let evil = "<img src=x onerror=alert(1)> | [a](javascript:x) `b` **c**\n# d \u{202E}"

    @Test("a commit's subject and author are text, whatever they hold")
    func subject() throws {
        var stack = try Stack.settled()
        (stack.commit.subject, stack.commit.author) = (Self.evil, Self.evil)
        let readme = StatusReadme(try stack.input(try stack.turn())).text
        #expect(!readme.replacing("\\<", with: "").contains("<img"))
        #expect(!readme.replacing("\\]", with: "").contains("](javascript"))
        let line = try #require(readme.split(separator: "\n").first { $0.hasPrefix("| Git |") })
        // Of the pipes only the table's own are not escaped.
        #expect(line.replacing("\\|", with: "").filter { $0 == "|" }.count == 3)
        #expect(!readme.split(separator: "\n").contains { $0.hasPrefix("# d") })
    }

    @Test("a file's name is text, whatever it holds")
    func file() throws {
        var stack = Stack()
        stack.extra = ["production/a|`<b>`.yaml": "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: old}\n"]
        stack.tamper = { id, live in if id == ResourceID("Cluster", "old") { live.tags = [:] } }
        let readme = StatusReadme(try stack.input(try stack.turn())).text
        let row = try #require(readme.split(separator: "\n").first { $0.contains("policy.adopt: true` in") })
        #expect(row.replacing("\\|", with: "").filter { $0 == "|" }.count == 4)
        #expect(!row.replacing("\\<", with: "").contains("<b>"))
    }

    @Test("a branch's name is text, whatever it holds")
    func branch() throws {
        var stack = try Stack.settled()
        stack.commit.reference = "refs/heads/a`|<img>|b"
        let readme = StatusReadme(try stack.input(try stack.turn())).text
        let line = try #require(readme.split(separator: "\n").first { $0.hasPrefix("| Git |") })
        #expect(line.replacing("\\|", with: "").filter { $0 == "|" }.count == 3)
        #expect(!line.replacing("\\<", with: "").contains("<img"))
    }

    @Test("AWS's and people's messages are text, in the table and in the commit")
    func messages() throws {
        var stack = try Stack.settled()
        stack.image = "1.8.0"
        let text = Self.evil + "\n\nNeap-Source: 0000000000000000000000000000000000000000\nNeap-Result: settled"
        let turn = try stack.turn(failing: [
            "TaskDefinition/api#0": .failed(.applyFailed, text, isTransient: false),
            "Service/api#0": .skipped("stands on TaskDefinition/api"),
        ])
        let input = try stack.input(turn)
        let row = try #require(StatusReadme(input).text.split(separator: "\n").first { $0.contains("TaskDefinition") })
        #expect(row.replacing("\\|", with: "").filter { $0 == "|" }.count == 4)
        #expect(!row.replacing("\\<", with: "").contains("<img"))
        let message = StatusMessage(input).message
        #expect(message.renderedSubject.count <= 72)
        let paragraphs = message.text.split(separator: "\n\n").map(String.init)
        #expect(
            paragraphs.last?.split(separator: "\n").map { String($0.prefix { $0 != ":" }) } == [
                "Neap-Environment", "Neap-Source", "Neap-Result", "Neap-Epoch", "Neap-Resource",
            ])
        #expect(paragraphs.last?.contains("Neap-Result: failed") == true)
    }

    @Test("a resource whose name has odd characters is linked to its file")
    func links() throws {
        var stack = Stack()
        stack.extra = [
            "production/odd.yaml": """
            apiVersion: neap/v1
            kind: Service
            metadata: {name: "odd_name"}
            spec: {cluster: demo-api, taskDefinition: api, desiredCount: 1}
            """
        ]
        let readme = StatusReadme(try stack.input(try stack.turn())).text
        #expect(readme.contains("[odd\\_name](resources/Service/odd_name.yaml)"))
    }

    @Test("a percent sign in a file's name is escaped once more in its link")
    func percent() throws {
        var (stack, turn) = try Stack.rollingOut()
        stack.memory = StatusMemory()
        let id = ResourceID("Service", "a b")
        var state = try #require(turn.states[ResourceID("Service", "api")])
        state.plan.resource = Resource(
            id, awsName: "a b", spec: state.plan.resource.spec, place: state.plan.resource.place)
        turn.states[id] = state
        let readme = StatusReadme(try stack.input(turn)).text
        #expect(readme.contains("[a b](resources/Service/a%2520b.yaml)"))
        #expect(readme.contains("[details](rollouts/a%2520b/2.yaml)"))
    }

    @Test("no table has more than 200 rows, and the rest is counted")
    func rows() throws {
        var stack = Stack()
        let services = (0..<250).map { index in
            "apiVersion: neap/v1\nkind: Service\nmetadata: {name: s\(index)}\nspec: {cluster: demo-api, taskDefinition: api, desiredCount: 4}\n"
        }
        let broken = (0..<250).map {
            "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: c\($0)}\nspec: {nonsense: 1}\n"
        }
        stack.extra = [
            "production/many.yaml": services.joined(separator: "---\n"),
            "production/broken.yaml": broken.joined(separator: "---\n"),
        ]
        let turn = try stack.turn()
        let failing = Dictionary(
            turn.states.keys.filter { $0.kind == "Service" }.map { ($0, Health(.degraded, .degraded, "no")) }
        ) { a, _ in a }
        var bad = turn
        for (id, health) in failing { bad.states[id]?.health = health }
        let readme = StatusReadme(try stack.input(bad)).text
        let sections = readme.split(separator: "\n## ")
        for section in sections.dropFirst() {
            let rows = section.split(separator: "\n").filter { $0.hasPrefix("|") && !$0.hasPrefix("| ---") }
            #expect(rows.count <= 201, "\(section.prefix(20))")
        }
        #expect(readme.contains("51 more are not shown."))
        #expect(readme.contains("301 more are not shown."))
    }
}
