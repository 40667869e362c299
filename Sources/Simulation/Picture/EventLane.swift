/// The lane of numbered marks above the panels.
struct EventLane {
    /// A place of the lane: one mark, or a row of neighbours that are too close.
    private struct Place {
        let kind: EventKind
        let x: Int
        let row: Int
        let first: Int
        var last: Int

        var label: String { first == last ? "\(first)" : "\(first)\u{2013}\(last)" }
        /// Half of the width that the mark takes.
        var reach: Int { first == last ? 95 : 60 + label.count * 35 }
    }

    private let marks: [EventMark]
    private var places: [Place] = []
    private static let rows = 4
    private static let rowHeight = 230

    /// Gives every mark a place; numbers count from 1.
    init(_ marks: [EventMark]) {
        self.marks = marks
        var ends = [Int](repeating: Int.min, count: Self.rows)
        for (index, mark) in marks.enumerated() {
            if let row = ends.firstIndex(where: { $0 <= mark.x - 95 }) {
                places.append(Place(kind: mark.kind, x: mark.x, row: row, first: index + 1, last: index + 1))
                ends[row] = mark.x + 105
            } else if let last = places.indices.last {
                places[last].last = index + 1
                ends[places[last].row] = places[last].x + places[last].reach + 60
            }
        }
    }

    /// In tenths of a pixel.
    var height: Int { ((places.map(\.row).max() ?? -1) + 1) * Self.rowHeight }

    /// Draws marks below `y`, and from each a thin line down to the lane's `end` and through every one of `plots`.
    func draw(in svg: inout SVG, at y: Int, to end: Int, through plots: [Range<Int>]) {
        if !places.isEmpty { svg.label("events", 520, y + 150, anchor: "end", size: 11, colour: Ink.faint) }
        for place in places { drawGuide(of: place, in: &svg, [center(place, y)..<end] + plots) }
        for place in places {
            svg.open("g", [:])
            svg.add(
                "title", [:], text: marks[(place.first - 1)..<place.last].map(\.text).joined(separator: "; "))
            svg.mark(place.kind, place.label, place.x, center(place, y), reach: place.reach)
            svg.close("g")
        }
    }

    private func drawGuide(of place: Place, in svg: inout SVG, _ parts: [Range<Int>]) {
        for part in parts {
            svg.line(
                place.x, part.lowerBound, place.x, part.upperBound, colour: place.kind.colour, dash: "2 3",
                opacity: places.count > 14 ? "0.4" : "0.7")
        }
    }

    private func center(_ place: Place, _ y: Int) -> Int { y + place.row * Self.rowHeight + Self.rowHeight / 2 }
}

extension SVG {
    /// A mark in the outline of its kind with its number, its middle at a point.
    mutating func mark(_ kind: EventKind, _ label: String, _ x: Int, _ y: Int, reach: Int = 95) {
        var ink = Ink.paper
        let around = "\(Self.px(x - reach)) \(Self.px(y))"
        switch kind.outline {
        case _ where reach > 95: box(x - reach, y - 90, reach * 2, 180, fill: kind.colour, radius: 90)
        case .circle: box(x - 90, y - 90, 180, 180, fill: kind.colour, radius: 90)
        case .ring:
            add(
                "circle",
                [
                    "cx": Self.px(x), "cy": Self.px(y), "r": "8.2", "fill": Ink.paper, "stroke": kind.colour,
                    "stroke-width": "1.8",
                ])
            ink = kind.colour
        case .frame:
            box(x - 80, y - 80, 160, 160, fill: Ink.paper, stroke: kind.colour, radius: 20)
            ink = kind.colour
        case .square: box(x - 85, y - 85, 170, 170, fill: kind.colour, radius: 20)
        case .diamond:
            add("path", ["d": "M\(around)l9.5 -10.5l9.5 10.5l-9.5 10.5Z", "fill": kind.colour])
        case .octagon:
            add("path", ["d": "M\(around)v-4l5.5 -5.5h8l5.5 5.5v8l-5.5 5.5h-8l-5.5 -5.5Z", "fill": kind.colour])
        }
        self.label(label, x, y + 36, anchor: "middle", size: 10, weight: 700, colour: ink)
    }
}
