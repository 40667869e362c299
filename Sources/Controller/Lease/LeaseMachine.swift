/// One environment's lease as one controller sees it: what is known, and what to do next. Pure; time is the caller's, by a
/// clock that also goes on while the process or the machine is stopped.
struct LeaseMachine: Sendable {
    /// What the caller does next.
    enum Action: Sendable, Hashable {
        /// Reads the one item back, because the ending of a write is not known.
        case read
        /// Looks how it stands; a look that is a little old will do.
        case look
        case write(LeaseWrite)
        case wait(Duration)
    }

    /// How a write ended, as far as its sender knows.
    enum Ending: Sendable, Hashable {
        case applied
        /// The condition did not hold, at least when it was tried last.
        case refused
        /// No answer, or one that does not say.
        case unknown
    }

    /// A lease of our own.
    struct Hold: Sendable, Hashable {
        let item: LeaseItem
        /// From here on others may write.
        let end: Duration
        /// When it is to be renewed.
        var due: Duration
    }

    /// What was seen last, and since when it has not changed.
    private struct Seen {
        let item: LeaseItem?
        let since: Duration
    }

    let environment: String
    let settings: LeaseSettings
    let timing: LeaseTiming
    private(set) var hold: Hold?
    private var seen: Seen?
    private var looked: Duration?
    /// Writes whose ending is not known, by nonce, with the time before they were sent; one of them may yet be applied.
    private var unsure: [String: (item: LeaseItem, sent: Duration)] = [:]
    private var mustRead = false
    /// Not before this is anything asked of the table again after it failed.
    private var resting: Duration?

    init(_ environment: String, _ settings: LeaseSettings, timing: LeaseTiming? = nil) {
        self.environment = environment
        self.settings = settings
        self.timing = timing ?? LeaseTiming(lease: settings.duration)
    }

    /// The term that holds at `now`; nil when there is none.
    func holding(at now: Duration) -> Hold? { hold.flatMap { now < $0.end ? $0 : nil } }

    /// What was seen last in the table; nil before the first look and when there is nothing.
    var item: LeaseItem? { seen?.item }

    /// What to do at `now`. A free lease is left to others for `handicap`; `nonce` is new at every call, `wall` is for people.
    mutating func next(at now: Duration, handicap: Duration = .zero, nonce: String, wall: Int) -> Action {
        if hold != nil, holding(at: now) == nil { lose() }
        if let resting, now < resting { return .wait(resting - now) }
        if mustRead { return .read }
        return hold == nil ? challenge(now, handicap, nonce, wall) : keep(now, nonce, wall)
    }

    private mutating func lose() {
        hold = nil
        mustRead = true
    }

    private func keep(_ now: Duration, _ nonce: String, _ wall: Int) -> Action {
        guard let hold else { return .read }
        if now < hold.due { return .wait(hold.due - now) }
        return .write(LeaseWrite(hold.item.renewed(nonce: nonce, wall: wall), expecting: hold.item.nonce))
    }

    private func challenge(_ now: Duration, _ handicap: Duration, _ nonce: String, _ wall: Int) -> Action {
        guard let seen, let looked else { return .look }
        let isFree = seen.item?.isReleased ?? true
        let ripe = seen.since + (isFree ? .zero : seen.item?.lease ?? .zero) + handicap
        if now >= ripe { return .write(LeaseWrite(taking(seen.item, nonce, wall), expecting: seen.item?.nonce)) }
        let look = looked + timing.poll
        return now >= look ? .look : .wait(min(look, ripe) - now)
    }

    private func taking(_ item: LeaseItem?, _ nonce: String, _ wall: Int) -> LeaseItem {
        LeaseItem(
            environment: environment, owner: settings.holder, host: settings.host, epoch: (item?.epoch ?? 0) + 1,
            nonce: nonce, lease: timing.lease, since: wall, written: wall)
    }

    /// What gives our lease back; nil when we hold none.
    func releasing(nonce: String, wall: Int) -> Action? {
        if mustRead { return .read }
        return hold.map { hold in
            var item = hold.item.renewed(nonce: nonce, wall: wall)
            item.isReleased = true
            return .write(LeaseWrite(item, expecting: hold.item.nonce))
        }
    }
}

extension LeaseMachine {
    /// A look at the table that ended at `now` showed `item`.
    mutating func read(_ item: LeaseItem?, at now: Duration) {
        mustRead = false
        resting = nil
        looked = now
        if let item, let mine = unsure[item.nonce] {
            unsure = [:]
            adopt(mine.item, sent: mine.sent, at: now)
        }
        if let hold, hold.item.nonce != item?.nonce { self.hold = nil }
        if let due = hold?.due { hold?.due = min(due, now) }
        if seen == nil || seen?.item?.nonce != item?.nonce {
            seen = Seen(item: item, since: now)
            // What stood on another nonce can never be applied any more.
            unsure = [:]
        }
    }

    /// A write that was sent at `sent` ended at `now`.
    mutating func wrote(_ write: LeaseWrite, sent: Duration, _ ending: Ending, at now: Duration) {
        switch ending {
        case .applied:
            resting = nil
            unsure = [:]
            adopt(write.item, sent: sent, at: now)
        case .refused, .unknown:
            unsure[write.item.nonce] = (write.item, sent)
            mustRead = true
            if ending == .unknown { rest(at: now) }
        }
    }

    /// The table did not answer a look.
    mutating func failedToRead(at now: Duration) {
        mustRead = true
        rest(at: now)
    }

    private mutating func rest(at now: Duration) { resting = now + timing.pause }

    private mutating func adopt(_ item: LeaseItem, sent: Duration, at now: Duration) {
        seen = Seen(item: item, since: now)
        looked = now
        let end = sent + timing.term
        hold = item.isReleased || end <= now ? nil : Hold(item: item, end: end, due: sent + timing.renewal)
    }
}

extension LeaseItem {
    /// The same term, said again.
    fileprivate func renewed(nonce: String, wall: Int) -> LeaseItem {
        var item = self
        item.nonce = nonce
        item.sequence += 1
        item.written = wall
        return item
    }
}
