import Model
import Planning
import Testing

@testable import Reconciler

/// What holds an environment back, wherever it stands.
struct ReconcileTargetTests {
    private let cluster = ResourceID("Cluster", "main")

    private func input(tags: [String: String], _ change: (inout ReconcileTarget) -> Void = { _ in }) -> PlanInput {
        var observations = Observations()
        observations.record(cluster, .live(Live(spec: [:], tags: tags)))
        var target = World.chain.target
        change(&target)
        return target.planInput(observations)
    }

    @Test("a tag of a cluster is the brake while Git can not be asked, and its value says why")
    func brake() {
        #expect(input(tags: ["team": "core"]).suspended == nil)
        #expect(
            input(tags: ["neap:suspended": "the database moves"]).suspended
                == "suspended by the tag neap:suspended of Cluster/main: the database moves")
    }

    @Test("what operators asked for and nobody can read holds everything back")
    func unreadable() {
        let held = input(tags: [:]) { $0.controlProblem = ControlError("is not one mapping") }
        #expect(held.suspended?.hasSuffix("nothing is written until it is mended") == true)
    }

    @Test("a suspension of the environment holds what has left Git too")
    func departed() {
        let gone = Resource(
            ResourceID("Disk", "gone"), awsName: "gone", spec: [:], place: Place(file: "a.yaml", line: 1, column: 1))
        let held = input(tags: [:]) {
            $0.departed = Departed([gone.id: gone])
            $0.control = ControlFile().adding(.init(nil, at: 1, by: "Ada", why: ""))
        }
        #expect(held.heldBack[gone.id]?.hasPrefix("suspended by Ada") == true)
    }

    @Test("an approval is something new, as a commit is and what operators ask for")
    func asks() {
        let before = World.chain.target
        var after = before
        #expect(after.asksTheSame(as: before))
        after.approvals = Approvals([.init(commit: before.source.id, digests: ["3f2a9c1b77d04e12"])])
        #expect(!after.asksTheSame(as: before))
        after = before
        after.control = ControlFile().adding(.init(nil, at: 1, by: "Ada", why: ""))
        #expect(!after.asksTheSame(as: before))
        after = before
        after.controlProblem = ControlError("is not one mapping")
        #expect(!after.asksTheSame(as: before))
    }
}
