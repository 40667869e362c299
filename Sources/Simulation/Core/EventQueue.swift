import HeapModule

/// What is due when; ties are broken by the order in which things were put in, so the order is total.
struct EventQueue: Sendable {
    private struct Entry: Sendable, Comparable {
        let at: Instant
        let sequence: UInt64
        let event: Event

        static func < (a: Entry, b: Entry) -> Bool { (a.at, a.sequence) < (b.at, b.sequence) }
        static func == (a: Entry, b: Entry) -> Bool { a.sequence == b.sequence }
    }

    private var heap = Heap<Entry>()
    private var sequence: UInt64 = 0

    /// When the next event is due; nil when nothing is.
    var next: Instant? { heap.min?.at }
    /// How many events wait.
    var count: Int { heap.count }
    /// How many were taken out so far.
    private(set) var taken: UInt64 = 0

    mutating func put(_ event: Event, at instant: Instant) {
        sequence += 1
        heap.insert(Entry(at: instant, sequence: sequence, event: event))
    }

    /// The next event that is due at `instant` or before.
    mutating func take(until instant: Instant) -> (at: Instant, event: Event)? {
        guard let first = heap.min, first.at <= instant else { return nil }
        heap.removeMin()
        taken += 1
        return (first.at, first.event)
    }
}
