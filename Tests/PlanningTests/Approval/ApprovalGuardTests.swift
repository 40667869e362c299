import Kinds
import Model
import Testing

@testable import Planning

@Suite("Changes that a person approves in Git")
struct ApprovalGuardTests {
    /// A box with `base`, where changes of these effects need approval, live with `base: a`.
    private func input(_ base: Value = "b", _ effects: Set<Effect> = Set(Effect.allCases)) -> PlanInput {
        let box = Resource.sample("Box/a", ["base": base]) { $0.approval = effects }
        return PlanInput.of([box], live: ["Box/a": Live(spec: ["base": "a"])])
    }

    private func digest(_ input: PlanInput) throws -> String {
        guard case .blocked(.approvalRequired, let message) = input.planned.action("Box/a") else {
            Issue.record("it needs no approval")
            return ""
        }
        let text = try #require(message.split(separator: "`").last)
        return String(text.dropFirst("Neap-Approve: ".count))
    }

    private func granted(_ input: PlanInput, by commits: [(String, [String])]) -> ResourcePlan.Action? {
        input.with { $0.approvals = Approvals(commits.map { .init(commit: $0.0, trailers: $0.1) }) }
            .planned.action("Box/a")
    }

    @Test("it waits with a digest, and goes once a commit names that")
    func waits() throws {
        let input = input()
        let digest = try digest(input)
        #expect(ChangeDigest.isDigest(digest))
        #expect(input.planned.steps == [])
        #expect(granted(input, by: [("c3", []), ("c2", ["0123456789abcdef, \(digest.uppercased())"])]) == .update)
        #expect(granted(input, by: [("c2", ["0123456789abcdef"])]) != .update)
    }

    @Test("another value, another old value and another effect are other changes; time and commit are not")
    func changed() throws {
        let first = try digest(input("b"))
        #expect(try digest(input("c")) != first)
        let other = PlanInput.of(
            [.sample("Box/a", ["base": "b"]) { $0.approval = Set(Effect.allCases) }],
            live: ["Box/a": Live(spec: ["base": "x"])])
        #expect(try digest(other) != first)
        #expect(try digest(input("b").with { $0.now = 5 }) == first)
    }

    @Test("an approval that was used up does not let the same change through once more")
    func spent() throws {
        let input = input().with {
            $0.memory[.of("Box/a")] = AppliedRecord(commit: "c2", specHash: "", stated: [])
        }
        let digest = try digest(input)
        #expect(granted(input, by: [("c3", [digest]), ("c2", []), ("c1", [])]) == .update)
        #expect(granted(input, by: [("c3", []), ("c2", []), ("c1", [digest])]) != .update)
        #expect(granted(input, by: [("c9", []), ("c8", [digest])]) == .update, "the commit is too far back to be seen")
    }

    @Test("effects that need none go, nothing to do needs none, and what is new needs it only where everything does")
    func effects() {
        #expect(input("b", [.deletes]).planned.action("Box/a") == .update)
        #expect(input("a").planned.action("Box/a") == ResourcePlan.Action.none)
        let new = { (effects: Set<Effect>) in
            PlanInput.of([.sample("Box/a", ["base": "b"]) { $0.approval = effects }]).planned.action("Box/a")
        }
        #expect(new([.deletes, .rollsTasks]) == .create)
        #expect(new(Set(Effect.allCases)) != .create)
    }

    @Test("a reference counts by what is written there, so that the digest stays once it is made")
    func references() throws {
        func input(_ hash: String, made: Bool) -> PlanInput {
            let service = Resource.sample("Service/api", ["taskDefinition": .output("arn", of: "TaskDefinition/api")]) {
                $0.approval = [.rollsTasks]
            }
            let definition = Resource.sample("TaskDefinition/api", ["family": "api"])
            var input = PlanInput.of(
                [service, definition],
                live: [
                    "Service/api": Live(spec: ["taskDefinition": "api:1"]),
                    "TaskDefinition/api": Live(spec: ["family": "api"], outputs: made ? ["arn": "api:2"] : [:]),
                ])
            input.specHashes[.of("TaskDefinition/api")] = hash
            return input
        }
        func digest(_ input: PlanInput) throws -> Substring {
            guard case .blocked(.approvalRequired, let message) = Planner().plan(input).action("Service/api") else {
                Issue.record("it needs no approval")
                return ""
            }
            return try #require(message.split(separator: " ").last)
        }
        let before = try digest(input("x", made: false))
        #expect(try digest(input("x", made: true)) == before)
        #expect(try digest(input("y", made: true)) != before)
    }
}
