import Model
import Testing

@testable import Reconciler

/// Attempts that ended while another revision was sent, or while nobody looked.
struct ClosedRolloutsTests {
    private let path = "rollouts/api/2.yaml"

    /// Revision 2 was under way; 3 was sent, and AWS says this of 2.
    private func closed(_ history: [Value]) throws -> Value {
        var (stack, turn) = try Stack.rollingOut()
        stack.history = [Stack.recorded(2, "IN_PROGRESS")]
        turn = try stack.turn(after: turn)
        stack.memory = try stack.written(turn)
        (stack.image, stack.liveImage, stack.liveRevision) = ("1.8.1", "1.8.1", 3)
        stack.commit.id = "d4a81b70d07f5538e1a6c92b7d3f40e8a5b61c27"
        stack.now += 30
        stack.rollout = nil
        stack.deployments = [Stack.deployment(3, running: 1, state: "IN_PROGRESS")]
        stack.history = [Stack.recorded(3, "IN_PROGRESS", number: 2)] + history
        stack.memory = try stack.written(try stack.turn())
        #expect(stack.memory.rolloutFiles["rollouts/api/3.yaml"]?["attempts"]?.list?.count == 1)
        let attempts = try #require(stack.memory.rolloutFiles[path]?["attempts"]?.list)
        #expect(attempts.count == 1)
        #expect(StatusTree(try stack.input(try stack.turn())).changes[path] == nil)
        return try #require(attempts.first)
    }

    @Test("one that a newer revision displaced is superseded")
    func superseded() throws {
        let attempt = try closed([Stack.recorded(2, "STOPPED")])
        #expect(attempt["result"] == "superseded")
        #expect(attempt["duration"] == "30s")
        #expect(attempt["state"] == nil)
        #expect(try closed([])["result"] == "superseded")
    }

    @Test("one that was rolled back or went live before anybody looked again is told as that")
    func unseen() throws {
        #expect(try closed([Stack.recorded(2, "ROLLBACK_SUCCESSFUL", back: 1)])["result"] == "rolledBack")
        #expect(try closed([Stack.recorded(2, "SUCCESSFUL")])["result"] == "live")
    }
}
