@testable import Controller

/// One drawn schedule: controllers with clocks of their own, a table that answers late or not at all, processes that are
/// stopped, killed and asked to end. Time is seconds of nobody's clock.
struct LeaseSchedule {
    /// What is broken on purpose, so that the check is seen to fail.
    enum Mutation: String, CaseIterable, Sendable {
        /// A holder believes in the whole lease that others wait for.
        case noReserveForClocks
        /// A write begins while anything is left of the term.
        case noDeadline
        /// A write may take all that is left of the term.
        case noMargin
        /// A write without an answer is taken for done.
        case noReadBack
        /// A term counts from the reply and not from the request.
        case countsFromReply
        /// The table takes every write.
        case noCondition
        /// The clock stands still while the process is stopped.
        case clockStopsWithProcess
        /// Leases are timed by the wall clock.
        case wallClock
        /// A clock goes three times as fast as another.
        case clockBeyondBound
    }

    /// A write to AWS, from its beginning to its last possible effect.
    struct Span: Hashable {
        let player: Int
        let generation: Int
        let epoch: Int
        let begin: Double
        let end: Double
    }

    static let lease = Duration.seconds(30)
    static let length = 600.0
    /// From here on nothing goes wrong any more, so that somebody has to hold the lease at the end.
    static let quiet = 420.0

    let mutation: Mutation?
    var chance: LeaseChance
    var players: [LeasePlayer] = []
    var table: LeaseItem?
    var now = 0.0
    private(set) var spans: [Span] = []
    private(set) var terms: Set<Int> = []
    private var queue: [(at: Double, event: Event)] = []
    private var nonces = 0

    enum Event {
        case turn(Int, Int)
        case arrives(LeaseCall)
        case answers(LeaseCall, LeaseCall.Answer)
        case timesOut(LeaseCall)
        case writes(Int, Int)
        case stops(Int)
        case dies(Int)
        case releases(Int)
        case wallSteps(Int)
    }

    init(seed: UInt64, mutation: Mutation? = nil) {
        self.mutation = mutation
        chance = LeaseChance(seed: seed)
        let slow = chance.pick([0.5, 1.0])
        let fast = slow * (mutation == .clockBeyondBound ? 3 : 2)
        for number in 0..<chance.draw(2...4) {
            let rate = chance.pick([slow, fast, chance.between(slow, fast)])
            players.append(LeasePlayer(number, rate: rate, offset: chance.between(0, 1e5), timing: timing))
            plan(number)
        }
    }

    private var timing: LeaseTiming {
        var timing = LeaseTiming(lease: Self.lease)
        switch mutation {
        case .noReserveForClocks: timing.term = timing.lease
        case .noDeadline: (timing.deadline, timing.margin) = (.zero, .zero)
        case .noMargin: timing.margin = .zero
        default: break
        }
        return timing
    }

    /// What will happen to a process.
    private mutating func plan(_ number: Int) {
        at(chance.between(0, 2), .turn(number, 0))
        at(chance.between(0, 2), .writes(number, 0))
        for _ in 0..<chance.draw(1...6) {
            let event: Event = chance.pick([
                .stops(number), .stops(number), .dies(number), .releases(number), .wallSteps(number),
            ])
            at(chance.between(0, Self.quiet - 100), event)
        }
    }

    private mutating func at(_ time: Double, _ event: Event) { queue.append((time, event)) }

    /// Plays it to its end.
    mutating func play() {
        while let next = queue.indices.min(by: { queue[$0].at < queue[$1].at }) {
            let (time, event) = queue.remove(at: next)
            guard time < Self.length else { break }
            now = time
            handle(event)
        }
        now = Self.length
    }

    /// Two writes of different terms or processes at the same time; nil when there are none.
    var collision: (Span, Span)? {
        let sorted = spans.sorted { $0.begin < $1.begin }
        for (index, span) in sorted.enumerated() {
            for other in sorted[(index + 1)...] {
                if other.begin >= span.end - 1e-6 { break }
                if other.player != span.player || other.generation != span.generation { return (span, other) }
            }
        }
        return nil
    }

    /// Whether some process holds the lease now.
    var hasHolder: Bool { players.contains { $0.machine.holding(at: clock($0)) != nil } }

    private func clock(_ player: LeasePlayer) -> Duration {
        player.clock(at: now, isWall: mutation == .wallClock, stopsWithProcess: mutation == .clockStopsWithProcess)
    }
}

extension LeaseSchedule {
    private mutating func handle(_ event: Event) {
        switch event {
        case .turn(let number, let generation): turn(number, generation, event)
        case .arrives(let call): arrive(call)
        case .answers(let call, let reply): answer(call, reply, event)
        case .timesOut(let call): answer(call, .none, event)
        case .writes(let number, let generation): write(number, generation, event)
        case .stops(let number):
            let until = now + chance.pick([chance.between(1, 20), chance.between(20, 90)])
            players[number].stop(from: now, until: until)
        case .dies(let number): restart(number)
        case .releases(let number): release(number)
        case .wallSteps(let number): players[number].wallStep += chance.pick([-7_200, 7_200])
        }
    }

    /// Puts what would happen in a stopped process off to when it goes on; true when it did.
    private mutating func isPutOff(_ number: Int, _ event: Event) -> Bool {
        guard players[number].stoppedUntil > now else { return false }
        at(players[number].stoppedUntil + chance.between(0, 0.01), event)
        return true
    }

    private mutating func turn(_ number: Int, _ generation: Int, _ event: Event) {
        guard players[number].generation == generation, !isPutOff(number, event), players[number].call == nil else {
            return
        }
        nonces += 1
        let action = players[number].machine.next(
            at: clock(players[number]), nonce: "n\(nonces)", wall: Int(now + players[number].wallStep))
        if case .wait(let pause) = action {
            let seconds = pause / .seconds(1) / players[number].rate
            at(now + max(0.001, min(seconds, 5)), .turn(number, generation))
        } else {
            send(action, from: number)
        }
    }

    private mutating func send(_ action: LeaseMachine.Action, from number: Int) {
        nonces += 1
        let player = players[number]
        let call = LeaseCall(
            id: nonces, player: number, generation: player.generation, action: action, sent: clock(player))
        players[number].call = call.id
        if !loses(5) { at(now + delay(), .arrives(call)) }
        at(now + players[number].machine.timing.call / .seconds(1) / player.rate, .timesOut(call))
    }

    private mutating func loses(_ percent: Int) -> Bool { now < Self.quiet && chance.has(percent) }

    private mutating func delay() -> Double {
        guard now < Self.quiet else { return 0.01 }
        return chance.pick([0.001, 0.001, chance.between(0.001, 0.2), chance.between(0, 1), chance.between(0, 40)])
    }

    private mutating func arrive(_ call: LeaseCall) {
        let answer: LeaseCall.Answer
        switch call.action {
        case .write(let write):
            let isFree = table?.nonce == write.expected || mutation == .noCondition
            if isFree { table = write.item }
            answer = .ended(isFree ? .applied : .refused)
        default: answer = .item(table)
        }
        if !loses(10) { at(now + delay(), .answers(call, answer)) }
    }

    private mutating func answer(_ call: LeaseCall, _ answer: LeaseCall.Answer, _ event: Event) {
        let number = call.player
        guard players[number].generation == call.generation, players[number].call == call.id,
            !isPutOff(number, event)
        else { return }
        players[number].call = nil
        let local = clock(players[number])
        switch (call.action, answer) {
        case (.write(let write), .ended(let ending)):
            let sent = mutation == .countsFromReply ? local : call.sent
            players[number].machine.wrote(write, sent: sent, ending, at: local)
        case (.write(let write), _):
            let ending: LeaseMachine.Ending = mutation == .noReadBack ? .applied : .unknown
            players[number].machine.wrote(write, sent: call.sent, ending, at: local)
        case (_, .item(let item)): players[number].machine.read(item, at: local)
        default: players[number].machine.failedToRead(at: local)
        }
        if let hold = players[number].machine.holding(at: local) { terms.insert(hold.item.epoch) }
        if players[number].isLeaving { restart(number) } else { at(now, .turn(number, call.generation)) }
    }

    /// Kills the process; another one takes its place some time later.
    private mutating func restart(_ number: Int) {
        players[number].restart(timing: timing)
        let later = now + chance.between(0, 60)
        at(later, .turn(number, players[number].generation))
        at(later, .writes(number, players[number].generation))
    }

    /// The process is asked to end: begins no write, gives its lease back once those under way have ended, and is gone.
    private mutating func release(_ number: Int) {
        players[number].isClosed = true
        guard !isPutOff(number, .releases(number)) else { return }
        let busy = spans.filter { $0.player == number && $0.end > now }.max { $0.end < $1.end }
        if busy != nil || players[number].call != nil { return at(max(busy?.end ?? 0, now + 0.05), .releases(number)) }
        nonces += 1
        players[number].isLeaving = true
        guard let action = players[number].machine.releasing(nonce: "n\(nonces)", wall: Int(now)) else {
            return restart(number)
        }
        send(action, from: number)
    }

    private mutating func write(_ number: Int, _ generation: Int, _ event: Event) {
        guard players[number].generation == generation, !isPutOff(number, event) else { return }
        at(now + chance.between(0.05, 2), .writes(number, generation))
        let (player, local) = (players[number], clock(players[number]))
        guard !player.isClosed, let hold = player.machine.holding(at: local) else { return }
        let left = hold.end - local
        guard left > player.machine.timing.least else { return }
        // A call may take its whole time; the margin is for what lies before it and behind it.
        let slack = chance.pick([0, LeaseTiming(lease: Self.lease).margin / .seconds(1)])
        let within = mutation == .noDeadline ? Self.lease / 6 : left - player.machine.timing.margin
        let longest = (within / .seconds(1) + slack) / player.rate
        let takes = chance.pick([0.1, chance.between(0, longest), longest])
        spans.append(
            Span(
                player: number, generation: generation, epoch: hold.item.epoch, begin: now, end: now + takes))
    }
}
