/// How one service's tasks stood over the time of a picture.
struct ServiceTrack {
    /// Tasks of one revision.
    struct Counts: Equatable {
        var healthy = 0
        var starting = 0
        var pending = 0
        var draining = 0
    }

    let name: String
    /// Revisions that had tasks, oldest first.
    let revisions: [Int]
    /// Tasks by revision, in the order of `revisions`.
    private(set) var columns = StepColumns<[Counts]>()
    /// Floor and ceiling, where they are known.
    private(set) var bounds = StepColumns<[Int]>()
    /// The fewest healthy tasks once the floor was reached, and when; nil when it never was, or is not known.
    private(set) var lowest: (healthy: Int, at: Instant)?

    init(_ name: String, _ samples: [Timeline.ServiceSample], _ limits: [Timeline.BoundsSample], on scale: TimeScale) {
        self.name = name
        let shown = Self.shown(samples, on: scale)
        revisions = Set(shown.map(\.revision)).sorted()
        var row = [Counts](repeating: Counts(), count: revisions.count)
        var limit = limits[...]
        for (index, sample) in shown.enumerated() {
            guard let place = revisions.firstIndex(of: sample.revision) else { continue }
            row[place] = Counts(sample)
            guard index + 1 == shown.count || shown[index + 1].at != sample.at else { continue }
            columns.put(row, at: sample.at, on: scale)
            while let next = limit.dropFirst().first, next.at <= sample.at { limit = limit.dropFirst() }
            if let floor = limit.first, floor.at <= sample.at {
                lower(row, floor: floor.floor, at: max(sample.at, scale.from))
            }
        }
        for sample in limits { bounds.put([sample.floor, sample.ceiling], at: sample.at, on: scale) }
    }

    private mutating func lower(_ row: [Counts], floor: Int, at: Instant) {
        let healthy = row.reduce(0) { $0 + $1.healthy }
        if let old = lowest, old.healthy <= healthy { return }
        if lowest != nil || healthy >= floor { lowest = (healthy, at) }
    }

    /// Samples up to the scale's end; of those before its beginning the last of each revision, unless it had no tasks.
    private static func shown(_ samples: [Timeline.ServiceSample], on scale: TimeScale) -> [Timeline.ServiceSample] {
        var before: [Timeline.ServiceSample] = []
        for sample in samples where sample.at < scale.from {
            before.removeAll { $0.revision == sample.revision }
            before.append(sample)
        }
        before.removeAll { $0.pending + $0.running + $0.healthy + $0.draining == 0 }
        return before + samples.filter { scale.holds($0.at) }
    }
}

extension ServiceTrack.Counts {
    init(_ sample: Timeline.ServiceSample) {
        healthy = sample.healthy
        starting = max(0, sample.running - sample.healthy)
        pending = sample.pending
        draining = sample.draining
    }
}
