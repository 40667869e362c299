import GitStore
import Kinds
import Model
import Testing

@testable import Planning
@testable import Reconciler

@Suite("The status files after a deletion")
struct RecentDeletionTests {
    private static let old = ResourceID("Cluster", "old")

    /// A stack whose cluster `old` left Git.
    private func left() throws -> Stack {
        var stack = Stack()
        stack.extra = ["production/old.yaml": "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: old}\n"]
        stack.memory = try stack.written(try stack.turn())
        stack.extra = [:]
        stack.now += 60
        return stack
    }

    /// The status input of a turn in which the cluster stands as `observation`, and `action` was planned of it.
    private func input(
        _ stack: Stack, _ observation: Observation, _ action: ResourcePlan.Action = .delete, name: ResourceID = old
    ) throws -> StatusInput {
        var input = try stack.input(try stack.turn())
        let resource = Resource(
            name, awsName: name.name, spec: [:], place: Place(file: "production/old.yaml", line: 1, column: 1))
        var plan = ResourcePlan(resource: resource, observation: observation, action: action, specHash: "")
        plan.isDeparture = true
        let isGone = observation.isAbsent
        input.departures = [
            name: ResourceState(
                plan: plan, sync: isGone ? .synced : .outOfSync,
                health: isGone ? .healthy : Health(.progressing, .deleting), problem: nil, wasWritten: true)
        ]
        return input
    }

    private func written(_ stack: Stack, _ input: StatusInput) -> StatusMemory {
        stack.memory.writing(StatusTree(input).changes)
    }

    @Test("what is gone is forgotten: no file, no orphan, and the commit says so")
    func forgotten() throws {
        let stack = try left()
        let input = try input(stack, .absent, .none)
        let memory = written(stack, input)
        #expect(memory.files["resources/Cluster/old.yaml"] == nil && memory.resourceFiles[Self.old] == nil)
        #expect(memory.statusFile?["orphans"] == [])
        #expect(memory.deletions == [RecentDeletion(Self.old, at: stack.now)])
        #expect(StatusMessage(input).message.text.contains("Cluster/old: deleted"))
    }

    @Test("what is on its way out, or held, is an orphan still, with the reason")
    func held() throws {
        let stack = try left()
        let moving = written(stack, try input(stack, .departing("its tasks are still draining")))
        #expect(moving.statusFile?["orphans"]?.list?.map { $0["name"] } == ["old"])
        #expect(moving.statusFile?["conditions"]?.list?.first?["status"] == "False")
        let live = Observation.live(Live(spec: [:]))
        let held = written(stack, try input(stack, live, .blocked(.pruneCapped, "too many")))
        let orphan = try #require(held.statusFile?["orphans"]?.list?.first)
        #expect((orphan["reason"], orphan["message"]) == ("PruneCapped", "too many"))
        #expect(held.deletions == [] && held.statusFile?["deleted"] == nil)
        #expect(held.resourceFiles[Self.old]?["orphaned"]?.string == stack.commit.id)
    }

    @Test("its file says until which commit it was wanted, also while it only can not be read")
    func lastWanted() throws {
        var stack = try left()
        let before = stack.memory.observed
        stack.commit.id = "d4a81b70d07f5538e1a6c92b7d3f40e8a5b61c27"
        stack.extra = ["production/old.yaml": "kind: [\n"]
        stack.memory = try stack.written(try stack.turn())
        #expect(stack.memory.resourceFiles[Self.old]?["lastWanted"]?.string == before)
        #expect(stack.memory.resourceFiles[Self.old]?["orphaned"] == nil)
        stack.extra = [:]
        stack.memory = try stack.written(try stack.turn())
        #expect(stack.memory.resourceFiles[Self.old]?["lastWanted"]?.string == before)
        #expect(stack.memory.resourceFiles[Self.old]?["orphaned"]?.string == stack.commit.id)
        #expect(StatusTree(try stack.input(try stack.turn())).changes.isEmpty)
    }

    @Test("the list of deletions loses what is older than an hour when something is added, and never by time alone")
    func list() throws {
        var stack = try left()
        let earlier = [
            RecentDeletion(ResourceID("Alarm", "first"), at: stack.now - 3_600),
            RecentDeletion(ResourceID("Alarm", "second"), at: stack.now - 3_599),
        ]
        stack.memory.deletions = earlier
        #expect(try stack.input(try stack.turn()).deletions == earlier)
        let now = RecentDeletion(Self.old, at: stack.now)
        #expect(try input(stack, .absent, .none).deletions == [earlier[1], now])
    }

    @Test("what was never applied, or has another name now, was not deleted")
    func renamed() throws {
        var stack = try left()
        let arn = stack.memory.resourceFiles[ResourceID("Cluster", "demo-api")]?["arn"]
        stack.memory.resourceFiles[Self.old]?["arn"] = arn
        #expect(try input(stack, .absent, .none).deletions == [])
        #expect(try input(stack, .absent, .none, name: ResourceID("Cluster", "never")).deletions == [])
    }
}
