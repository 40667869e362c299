/// A timeline as a picture: tasks by revision and state for each service, instances by purchase option for each group,
/// and numbered events, over one axis of time. The same timeline gives the same bytes.
public struct TimelinePicture: Sendable {
    /// What is drawn, and how.
    public struct Options: Sendable {
        /// Services by name; nil for all of them.
        public var services: [String]?
        /// Where the picture begins; nil for the first thing that happened.
        public var from: Instant?
        /// Where it ends; nil for the last thing that happened.
        public var to: Instant?
        /// Ticks and events say how long it has been since the beginning, instead of the time in UTC.
        public var isRelative = false
        /// Services that are drawn at most; those with the most changes are.
        public var mostServices = 24
        /// Events that are marked at most; the most important ones are.
        public var mostEvents = 40

        /// Everything.
        public init() {}
    }

    private let timeline: Timeline
    private let title: String
    private let options: Options
    static let width = 12_000

    /// A picture of `timeline` under this title.
    public init(_ timeline: Timeline, title: String, options: Options = Options()) {
        self.timeline = timeline
        self.title = title
        self.options = options
    }

    /// The picture: an SVG document 1200 pixels wide, as high as it has to be, on white.
    public var svg: String {
        let time = scale
        let services = ServiceChoice(timeline, options, time)
        let panels = services.tracks.map { StepPanel($0, time) } + groups(time)
        let (marks, left) = EventMark.collect(
            timeline.entries, of: options.services.map(Set.init), on: time, limit: options.mostEvents)
        let sheet = PictureSheet(
            title: title, subtitle: subtitle(time, left: services.left), time: time, panels: panels,
            lane: EventLane(marks), list: EventList(marks: marks, left: left),
            revisions: services.tracks.map(\.revisions.count).max() ?? 0)
        return sheet.svg
    }

    private var scale: TimeScale {
        let ends = [timeline.entries.first?.at, timeline.services.first?.at, timeline.fleet.first?.at]
        let last = [timeline.entries.last?.at, timeline.services.last?.at, timeline.fleet.last?.at]
        let from = options.from ?? ends.compactMap(\.self).min() ?? Instant(milliseconds: 0)
        let end = last.compactMap(\.self).max() ?? from
        // A little more than the last thing, so that it can be seen.
        let to = options.to ?? end + Span(milliseconds: max(1000, (end - from).milliseconds / 40))
        return TimeScale(
            from: from, to: max(to, from + Span(milliseconds: 1)), left: 640, right: Self.width - 900,
            isRelative: options.isRelative)
    }

    private func groups(_ time: TimeScale) -> [StepPanel] {
        var names: [String] = []
        var samples: [String: [Timeline.FleetSample]] = [:]
        for sample in timeline.fleet where sample.at <= time.to {
            if samples[sample.group] == nil { names.append(sample.group) }
            samples[sample.group, default: []].append(sample)
        }
        return names.sorted().map { StepPanel($0, samples[$0] ?? [], time) }
    }

    private func subtitle(_ time: TimeScale, left: Int) -> String {
        let (from, to) = (time.from, time.to)
        let end = from.dateText == to.dateText ? to.clockText : "\(to.dateText) \(to.clockText)"
        let length = Span(milliseconds: (to - from).milliseconds / 1000 * 1000)
        let rest = left > 0 ? "; \(left) more services are not drawn" : ""
        return "\(from.dateText) \(from.clockText) to \(end) UTC, \(length)" + rest
    }
}
