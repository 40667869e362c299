import Model
import Simulation

/// A service's tasks over a window of time, moment by moment.
struct TaskTrack {
    /// The fewest healthy ones, and when that was first, in milliseconds since the window began.
    private(set) var lowest = Int.max
    private(set) var lowestAt: Int64 = 0
    /// The most tasks at once, those on their way out among them.
    private(set) var peak = 0
    /// Healthy tasks of the new revision and of the others; changes only.
    private(set) var samples: [(at: Int64, new: Int, old: Int)] = []
    private let window: ClosedRange<Instant>
    private let revision: Int
    private var counts: [(revision: Int, healthy: Int, all: Int)] = []
    private var moment: Instant

    /// The track of a service in `window`; `revision` is the new one's.
    init(_ window: ClosedRange<Instant>, revision: Int, from beginning: [Timeline.ServiceSample]) {
        self.window = window
        self.revision = revision
        moment = window.lowerBound
        for sample in beginning { set(sample) }
    }

    /// Takes a sample in; samples come in the order of time, several of one moment behind one another.
    mutating func add(_ sample: Timeline.ServiceSample) {
        if sample.at > moment { close() }
        moment = max(moment, sample.at)
        set(sample)
    }

    /// Closes the last moment.
    mutating func end() { close() }

    private mutating func set(_ sample: Timeline.ServiceSample) {
        let all = sample.pending + sample.running + sample.draining
        if let place = counts.firstIndex(where: { $0.revision == sample.revision }) {
            counts[place].healthy = sample.healthy
            counts[place].all = all
        } else {
            counts.append((sample.revision, sample.healthy, all))
        }
    }

    private mutating func close() {
        guard window.contains(moment) else { return }
        var (new, old, all) = (0, 0, 0)
        for count in counts {
            all += count.all
            if count.revision == revision { new += count.healthy } else { old += count.healthy }
        }
        let at = (moment - window.lowerBound).milliseconds
        peak = max(peak, all)
        if new + old < lowest { (lowest, lowestAt) = (new + old, at) }
        if let last = samples.last, last.new == new, last.old == old { return }
        samples.append((at, new, old))
    }
}
