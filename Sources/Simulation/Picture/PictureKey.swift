/// What patterns and lines of a picture mean, in one row.
enum PictureKey {
    /// Draws the row with its baseline at `y`.
    static func draw(in svg: inout SVG, at y: Int, _ time: TimeScale) {
        var x = time.left
        for state in TaskState.allCases {
            svg.box(x, y - 100, 200, 120, fill: Ink.neutral(state.texture), stroke: Ink.frame)
            svg.label(state.words, x + 270, y, colour: Ink.faint)
            x += 270 + state.words.count * 64 + 260
        }
        for line in lines {
            svg.line(x, y - 40, x + 300, y - 40, colour: line.colour, width: line.width, dash: line.dash)
            svg.label(line.words, x + 370, y, colour: Ink.faint)
            x += 370 + line.words.count * 64 + 260
        }
    }

    private static let lines = [
        (words: "all healthy", colour: Ink.healthy, width: "2", dash: "none"),
        (words: "floor of healthy", colour: Ink.floor, width: "1.6", dash: "7 4"),
        (words: "ceiling of all tasks", colour: Ink.ceiling, width: "1.3", dash: "1.5 3"),
    ]
}
