import Model
import Testing

@testable import Reconciler

/// Hints that wait to be taken, and waiting for them.
@Suite("Hints")
struct HintsTests {
    private let disk = ResourceID("Disk", "a")

    @Test("a thousand of them are taken as one")
    func joined() async {
        let hints = Hints()
        for number in 0..<1_000 {
            await hints.post(.source)
            await hints.post(.resources([disk, ResourceID("Disk", "\(number % 3)")]))
        }
        let taken = await hints.take()
        #expect(taken.source)
        #expect(taken.resources.count == 4)
        #expect(await hints.take().isEmpty)
    }

    @Test("what they say of AWS can be taken alone, and Git's goes on waiting")
    func ofAWS() async {
        let hints = Hints()
        await hints.post(.source)
        await hints.post(.resources([disk]))
        #expect(await hints.takeOfAWS() == Hints.Taken(resources: [disk]))
        #expect(await hints.take() == Hints.Taken(source: true))
    }

    @Test("whoever waits is woken at once, also by what came before he waited")
    func woken() async {
        let hints = Hints()
        await hints.post(.source)
        await hints.arrive(within: .seconds(600), on: ContinuousClock())
        #expect(await hints.take().source)
        async let arrival: Void = hints.arrive(within: .seconds(600), on: ContinuousClock())
        await hints.post(.resources([disk]))
        await arrival
        #expect(await hints.take().resources == [disk])
    }

    @Test("a wait without hints ends with its time, or with its task")
    func ended() async {
        let clock = JumpingClock()
        await Hints().arrive(within: .seconds(7), on: clock)
        #expect(clock.now.offset == .seconds(7))
        let hints = Hints()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await hints.arrive(within: .seconds(600), on: ContinuousClock()) }
            group.cancelAll()
        }
    }

    @Test("the first hint is followed at once, a storm every five seconds, and the first after it at once again")
    func pace() {
        var pace = HintPace()
        #expect(pace.wait(at: .seconds(10)) == .zero)
        var times: [Duration] = []
        var now = Duration.seconds(10)
        while now < .seconds(40) {
            now += pace.wait(at: now)
            times.append(now)
            pace.follow(at: now)
        }
        #expect(times.prefix(4) == [.seconds(10), .seconds(11), .seconds(13), .seconds(17)])
        #expect(times.count == 9)
        #expect(pace.wait(at: now + .seconds(5)) == .zero)
    }
}
