import Foundation
import Testing

@testable import Simulation

@Suite("Random hours")
struct ECSPropertyTests {
    /// `NEAP_SEEDS` plays more of them.
    private static let seeds = ProcessInfo.processInfo.environment["NEAP_SEEDS"].flatMap { UInt64($0) } ?? 100

    @Test("bounds, room, ports and accounts hold through random rollouts, crashes, drains and losses")
    func laws() throws {
        for seed in 0..<Self.seeds {
            var story = try ECSStory(seed: seed)
            let broken = try story.run().broken
            #expect(broken.isEmpty, "seed \(seed)")
        }
    }

    @Test("the same seed tells the same story, line by line; another seed tells another")
    func same() throws {
        var stories = try [11, 11, 12].map { try ECSStory(seed: $0) }
        let lines = try stories.indices.map { try stories[$0].run().lines }
        #expect(lines[0] == lines[1])
        #expect(lines[0] != lines[2])
        #expect(lines[0].count > 20)
    }
}
