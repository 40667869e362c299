/// Rollouts to come as a picture: healthy tasks of the new and the old revision over time, against the floor and the count
/// that is wanted, a panel a service. The same rollouts give the same bytes.
public struct RolloutPicture: Sendable {
    /// A service's rollout.
    public struct Rollout: Sendable {
        /// The service's name.
        public var name: String
        /// Healthy tasks from `at` on, in seconds since the rollout began, in the order of time.
        public var points: [(at: Int, new: Int, old: Int)]
        /// Tasks wanted.
        public var desired: Int
        /// Healthy tasks that are kept.
        public var floor: Int
        /// When it ends, in seconds; the last point's time where it does not.
        public var end: Int
        /// Stands beside the name: `1m15s, at most 2m05s`.
        public var remark: String

        /// A rollout through `points`.
        public init(
            name: String, points: [(at: Int, new: Int, old: Int)], desired: Int, floor: Int, end: Int, remark: String
        ) {
            self.name = name
            self.points = points
            self.desired = desired
            self.floor = floor
            self.end = end
            self.remark = remark
        }
    }

    private let title: String
    private let subtitle: String
    private let rollouts: [Rollout]
    private static let most = 24

    /// A picture of at most 24 of `rollouts`, in their order, under this title.
    public init(_ rollouts: [Rollout], title: String, subtitle: String) {
        self.rollouts = Array(rollouts.prefix(Self.most))
        self.title = title
        self.subtitle = rollouts.count > Self.most ? "\(subtitle); \(rollouts.count - Self.most) more" : subtitle
    }

    /// An SVG document 1200 pixels wide, as high as it has to be, on white.
    public var svg: String {
        let end = rollouts.map(\.end).max() ?? 0
        let time = TimeScale(
            from: Self.at(0), to: Self.at(max(1, end)), left: 640, right: TimelinePicture.width - 900, isRelative: true)
        let sheet = PictureSheet(
            title: title, subtitle: subtitle, time: time, panels: rollouts.map { Self.panel($0, time) },
            lane: EventLane([]), list: EventList(marks: [], left: 0), revisions: 2)
        return sheet.svg
    }

    private static func at(_ seconds: Int) -> Instant { Instant(milliseconds: Int64(seconds) * 1000) }

    private static func panel(_ rollout: Rollout, _ time: TimeScale) -> StepPanel {
        var columns = StepColumns<[Int]>()
        for point in rollout.points { columns.put([point.new, point.old], at: at(point.at), on: time) }
        var panel = StepPanel(kind: "service", heading: rollout.name)
        panel.remark = rollout.remark
        panel.edges = columns.edges
        panel.plotHeight = 900
        let kinds = [(0, "new", 1), (1, "old", 0)]
        panel.layers = kinds.map { place, word, ink in
            StepPanel.Layer(
                fill: Ink.fill(ink, nil), title: "\(word), healthy", label: word,
                heights: columns.rows.map { $0[place] })
        }
        panel.chips = kinds.map { StepPanel.Chip(fill: Ink.fill($0.2, nil), label: $0.1) }
        let flat = [Int](repeating: 0, count: columns.edges.count)
        panel.lines = [
            StepPanel.Line(
                edges: columns.edges, counts: flat.map { _ in rollout.desired }, colour: Ink.ceiling, width: "1.3",
                dash: "1.5 3", label: "wanted \(rollout.desired)"),
            StepPanel.Line(
                edges: columns.edges, counts: flat.map { _ in rollout.floor }, colour: Ink.floor, width: "1.6",
                dash: "7 4", label: "floor \(rollout.floor)"),
            StepPanel.Line(
                edges: columns.edges, counts: columns.rows.map { $0[0] + $0[1] }, colour: Ink.healthy, width: "2",
                dash: "none", label: nil),
        ]
        return panel
    }
}
