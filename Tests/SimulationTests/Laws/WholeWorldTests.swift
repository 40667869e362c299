import Foundation
import Testing

@testable import Simulation

@Suite("Random hours of a whole account")
struct WholeWorldTests {
    /// `NEAP_SEEDS` plays more of them.
    private static let seeds = ProcessInfo.processInfo.environment["NEAP_SEEDS"].flatMap { UInt64($0) } ?? 60

    @Test("scheduler, groups and load balancers keep their laws and their accounts, whatever happens")
    func laws() throws {
        for seed in 0..<Self.seeds {
            var story = try WholeStory(seed: seed)
            let broken = story.play()
            #expect(broken.isEmpty, "seed \(seed)")
        }
    }

    @Test("the same seed and commands give the same timeline byte for byte; another seed gives another")
    func same() throws {
        for seed in 0..<max(3, Self.seeds / 40) {
            var stories = try [seed, seed, seed + 1].map { try WholeStory(seed: $0) }
            let texts = stories.indices.map { index in
                _ = stories[index].play()
                return stories[index].stack.world.timeline.text
            }
            #expect(texts[0] == texts[1], "seed \(seed)")
            #expect(texts[0] != texts[2], "seed \(seed)")
        }
    }

    @Test("a copy of a world goes on as the world itself does")
    func snapshot() throws {
        for seed in 0..<max(3, Self.seeds / 40) {
            var story = try WholeStory(seed: seed)
            for _ in 0..<10 {
                story.stack.world.advance(by: .seconds(story.stack.chance.draw(1...300)))
                story.stack.happen()
                var fork = story.stack.world
                fork.advance(by: .minutes(5))
                var again = story.stack.world
                for _ in 0..<300 { again.advance(by: .seconds(1)) }
                #expect(fork.timeline.text == again.timeline.text, "seed \(seed)")
                #expect(fork.queue.count == again.queue.count, "seed \(seed)")
            }
        }
    }
}
