/// The list of events below a picture, in two columns.
struct EventList {
    let marks: [EventMark]
    /// Less important ones that are not listed.
    let left: Int
    private static let rowHeight = 230

    private var rows: Int { marks.count > 5 ? (marks.count + 1) / 2 : marks.count }

    /// In tenths of a pixel.
    var height: Int { marks.isEmpty ? 0 : 300 + (rows + (left > 0 ? 1 : 0)) * Self.rowHeight }

    /// Draws the list with its upper edge at `y`.
    func draw(in svg: inout SVG, at y: Int, _ time: TimeScale, width: Int) {
        guard !marks.isEmpty else { return }
        svg.label("Events", 240, y + 170, size: 14, weight: 700)
        let isDouble = rows < marks.count
        let column = isDouble ? (width - 480) / 2 : width - 480
        for (index, mark) in marks.enumerated() {
            let x = 240 + (index / max(1, rows)) * column
            let middle = y + 360 + (index % max(1, rows)) * Self.rowHeight
            svg.mark(mark.kind, "\(index + 1)", x + 100, middle)
            svg.label(time.text(mark.at), x + 280, middle + 42, colour: Ink.faint)
            let room = (column - (time.isOfOneDay ? 960 : 1340)) / 70
            let isCut = mark.text.count > room
            svg.add(
                "text",
                [
                    "x": SVG.px(x + (time.isOfOneDay ? 900 : 1280)), "y": SVG.px(middle + 42), "font-size": "12",
                    "fill": Ink.text,
                ],
                text: isCut ? mark.text.prefix(room - 1) + "\u{2026}" : mark.text, title: isCut ? mark.text : nil)
        }
        if left > 0 {
            let last = y + 360 + rows * Self.rowHeight + 42
            svg.label("\(left) less important events are not marked", 240, last, colour: Ink.faint)
        }
    }
}
