@testable import Simulation

/// One to three random hours of a random account, drawn from a seed.
struct WholeStory {
    var stack: WholeStack
    private var laws = WorldLaws()

    init(seed: UInt64) throws { stack = try WholeStack(seed: seed) }

    /// Plays it; what was broken on the way, each once.
    mutating func play() -> [String] {
        laws.restart(stack.world)
        for _ in 0..<stack.chance.draw(15...40) {
            let pause = Span.seconds(stack.chance.draw(1...300))
            laws.watch(&stack.world, for: pause)
            stack.happen()
            laws.restart(stack.world)
        }
        stack.heal()
        laws.restart(stack.world)
        laws.watch(&stack.world, for: .minutes(20))
        laws.lookAtRest(stack.world)
        return laws.broken
    }
}
