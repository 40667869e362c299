import Model
import Testing

@testable import Kinds

@Suite("How a group is taken away")
struct GroupDeletionTests {
    private let group = Resource.sample("AutoScalingGroup", "spot", ["minSize": 1, "maxSize": 4])

    private func live(_ detail: [String: Value] = [:], _ spec: [String: Value] = [:]) -> Live {
        let bounds: [String: Value] = ["minSize": 1, "maxSize": 4, "desiredCapacity": 2]
        return Live(
            spec: .object(bounds.merging(spec) { $1 }), detail: .object(bounds.merging(detail) { $1 }))
    }

    private static let instances: Value = [
        ["instanceId": "i-1", "lifecycleState": "InService", "protectedFromScaleIn": true],
        ["instanceId": "i-2", "lifecycleState": "InService", "protectedFromScaleIn": false],
        ["instanceId": "i-3", "lifecycleState": "Terminating:Wait", "protectedFromScaleIn": true],
    ]

    private func operations(_ live: Live) -> [String] {
        AutoScalingGroup.deletion(of: group, live: live).preparation.map(\.call.operation)
    }

    @Test(
        "protection is taken from the instances that have it, then the bounds go to 0, and it waits until they are gone"
    )
    func emptied() throws {
        let live = live(["instances": Self.instances], ["newInstancesProtectedFromScaleIn": true])
        let deletion = AutoScalingGroup.deletion(of: group, live: live)
        #expect(deletion.preparation.map(\.call.operation) == ["SetInstanceProtection", "UpdateAutoScalingGroup"])
        #expect(deletion.preparation.first?.call.input["instanceIds"] == ["i-1"])
        let update = try #require(deletion.preparation.last?.call.input)
        #expect([update["minSize"], update["maxSize"], update["desiredCapacity"]] == [0, 0, 0])
        #expect(update["newInstancesProtectedFromScaleIn"] == false)
        #expect(deletion.calls.map(\.call.operation) == ["DeleteAutoScalingGroup"])
        #expect(deletion.calls.first?.call.input["forceDelete"] == false)
        #expect(deletion.calls.first?.requires.map(\.values) == [["0"]])
        #expect(deletion.state == ["instances": 3])
    }

    @Test("an empty group needs no preparing")
    func empty() {
        let bounds: [String: Value] = ["minSize": 0, "maxSize": 0, "desiredCapacity": 0, "instances": []]
        #expect(operations(live(bounds, bounds)) == [])
    }

    @Test(
        "a refresh that starts instances is stopped first, one that has ended or is being stopped is let be",
        arguments: [
            ("InProgress", true), ("Pending", true), ("Baking", true), ("RollbackInProgress", true),
            ("Cancelling", false), ("Successful", false), ("Failed", false), ("RollbackSuccessful", false),
        ])
    func refresh(_ status: String, _ isStopped: Bool) {
        let refresh: Value = ["instanceRefreshId": "r-1", "status": .string(status)]
        let made = operations(live(["instances": [], "refresh": refresh]))
        #expect(made == (isStopped ? ["CancelInstanceRefresh"] : []) + ["UpdateAutoScalingGroup"])
    }

    @Test("instances that nobody drains are let go, each by its own call")
    func abandoned() {
        let deletion = AutoScalingGroup.deletion(
            of: group, live: live(["instances": [], "abandoned": ["i-1", "i-2"]]))
        let released = deletion.preparation.filter { $0.call.operation == "CompleteLifecycleAction" }
        #expect(released.map { $0.call.input["instanceId"] } == ["i-1", "i-2"])
        #expect(
            released.allSatisfy {
                $0.call.input["lifecycleHookName"] == "ecs-managed-draining-termination-hook"
                    && $0.call.input["lifecycleActionResult"] == "CONTINUE"
            })
    }

    @Test("what is protected from all deletion is refused, with what to change")
    func protected() {
        let deletion = AutoScalingGroup.deletion(
            of: group, live: live([:], ["deletionProtection": "prevent-all-deletion"]))
        #expect(deletion.refusal == "deletionProtection is prevent-all-deletion: set it to none first")
    }
}
