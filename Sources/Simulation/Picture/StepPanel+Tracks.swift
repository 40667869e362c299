extension StepPanel {
    /// A service's tasks: healthy ones of all revisions at the bottom, so that their sum can be held against the floor.
    init(_ track: ServiceTrack, _ time: TimeScale) {
        kind = "service"
        heading = track.name
        edges = track.columns.edges
        let rows = track.columns.rows
        layers = [.healthy, .starting, .pending, .draining].flatMap { (state: TaskState) in
            track.revisions.enumerated().map { index, revision in
                Layer(
                    fill: Ink.fill(index, state.texture), title: "revision \(revision), \(state.words)",
                    label: state == .healthy ? ":\(revision)" : nil,
                    heights: rows.map { state.count(of: $0[index]) })
            }
        }
        chips = track.revisions.enumerated().map { Chip(fill: Ink.fill($0, nil), label: "revision \($1)") }
        lines = Self.boundLines(track)
        let healthy = rows.map { $0.reduce(0) { $0 + $1.healthy } }
        lines.append(
            Line(edges: edges, counts: healthy, colour: Ink.healthy, width: "2", dash: "none", label: nil))
        remark = Self.remark(track, healthy, time)
    }

    private static func boundLines(_ track: ServiceTrack) -> [Line] {
        guard let last = track.bounds.rows.last else { return [] }
        return [
            Line(
                edges: track.bounds.edges, counts: track.bounds.rows.map { $0[1] }, colour: Ink.ceiling, width: "1.3",
                dash: "1.5 3", label: "ceiling \(last[1])"),
            Line(
                edges: track.bounds.edges, counts: track.bounds.rows.map { $0[0] }, colour: Ink.floor, width: "1.6",
                dash: "7 4", label: "floor \(last[0])"),
        ]
    }

    private static func remark(_ track: ServiceTrack, _ healthy: [Int], _ time: TimeScale) -> String {
        var words: [String] = []
        if let first = healthy.first, let last = healthy.last { words.append("healthy \(first) to \(last)") }
        if let lowest = track.lowest { words.append("lowest \(lowest.healthy) at \(time.text(lowest.at))") }
        return words.joined(separator: ", ")
    }

    /// A group's instances in service by how they were bought, and those on their way in.
    init(_ group: String, _ samples: [Timeline.FleetSample], _ time: TimeScale) {
        var columns = StepColumns<[Int]>()
        for sample in samples { columns.put([sample.onDemand, sample.spot, sample.pending], at: sample.at, on: time) }
        kind = "group"
        heading = group
        edges = columns.edges
        plotHeight = 700
        let kinds = [("on demand", Ink.onDemand), ("Spot", Ink.spotFill), ("on their way in", Ink.neutral(.pending))]
        layers = kinds.enumerated().map { index, kind in
            Layer(fill: kind.1, title: "instances, \(kind.0)", heights: columns.rows.map { $0[index] })
        }
        chips = kinds.map { Chip(fill: $0.1, label: $0.0) }
        let totals = columns.rows.map { $0[0] + $0[1] }
        if let first = totals.first, let last = totals.last { remark = "in service \(first) to \(last)" }
    }
}

/// How a task stands, as pictures tell it.
enum TaskState: CaseIterable {
    case healthy, starting, pending, draining

    var texture: Ink.Texture? {
        switch self {
        case .healthy: nil
        case .starting: .starting
        case .pending: .pending
        case .draining: .draining
        }
    }

    var words: String {
        switch self {
        case .healthy: "healthy"
        case .starting: "running, not healthy"
        case .pending: "pending"
        case .draining: "draining"
        }
    }

    func count(of counts: ServiceTrack.Counts) -> Int {
        switch self {
        case .healthy: counts.healthy
        case .starting: counts.starting
        case .pending: counts.pending
        case .draining: counts.draining
        }
    }
}
