extension StepPanel {
    /// Draws the panel with its upper edge at `y`.
    func draw(in svg: inout SVG, at y: Int, _ time: TimeScale) {
        svg.open(
            "g",
            [
                "role": "img",
                "aria-label": ["\(kind) \(heading)", remark].filter { !$0.isEmpty }.joined(separator: ": "),
            ])
        drawHeading(in: &svg, at: y + 170, time)
        let top = y + Self.headingHeight
        // A little air above the highest count.
        let counts = CountScale(top: top + 60, bottom: top + plotHeight, most: most)
        drawGrid(in: &svg, top, counts, time)
        drawLayers(in: &svg, counts, time)
        for line in lines { draw(line, in: &svg, counts, time) }
        drawLineLabels(in: &svg, counts, time)
        svg.close("g")
    }

    private func drawHeading(in svg: inout SVG, at y: Int, _ time: TimeScale) {
        svg.label(kind, time.left, y, colour: Ink.faint)
        let name = time.left + kind.count * 66 + 60
        svg.label(heading, name, y, size: 14, weight: 700)
        svg.label(remark, time.right, y, anchor: "end", colour: Ink.faint)
        let start = name + heading.count * 86 + 180
        drawChips(in: &svg, from: start, to: time.right - remark.count * 64 - 150, y)
    }

    /// The last chips that there is room for.
    private func drawChips(in svg: inout SVG, from start: Int, to end: Int, _ y: Int) {
        let width = { (chip: Chip) in chip.label.count * 66 + 340 }
        var shown = chips[...]
        while !shown.isEmpty, shown.reduce(0, { $0 + width($1) }) > end - start { shown = shown.dropFirst() }
        var x = start
        for chip in shown {
            svg.box(x, y - 100, 120, 110, fill: chip.fill, stroke: Ink.frame, radius: 20)
            svg.label(chip.label, x + 170, y)
            x += width(chip)
        }
    }

    private func drawGrid(in svg: inout SVG, _ top: Int, _ counts: CountScale, _ time: TimeScale) {
        svg.box(time.left, top, time.right - time.left, counts.bottom - top, fill: Ink.plot)
        for tick in time.ticks { svg.line(tick.x, top, tick.x, counts.bottom, colour: Ink.grid) }
        for mark in counts.marks {
            svg.line(time.left, counts.y(mark), time.right, counts.y(mark), colour: mark == 0 ? Ink.frame : Ink.grid)
            svg.label("\(mark)", time.left - 80, counts.y(mark) + 40, anchor: "end", size: 11, colour: Ink.faint)
        }
    }

    private func drawLayers(in svg: inout SVG, _ counts: CountScale, _ time: TimeScale) {
        var below = [Int](repeating: 0, count: edges.count)
        var labels: [(text: String, x: Int, y: Int)] = []
        for layer in layers {
            let area = StepArea(edges: edges, end: time.right, spans: layer.spans(on: below), counts: counts)
            below = zip(below, layer.heights).map { $0 + $1 }
            guard !area.path.isEmpty else { continue }
            svg.add(
                "path", ["d": area.path, "fill": layer.fill, "stroke": Ink.paper, "stroke-width": "0.6"],
                title: layer.title)
            if let text = layer.label, let place = area.roomiest(for: text.count * 75 + 100) {
                labels.append((text, place.x, place.y + 42))
            }
        }
        for label in labels {
            svg.label(label.text, label.x, label.y, anchor: "middle", weight: 700, colour: Ink.paper)
        }
    }

    private func draw(_ line: Line, in svg: inout SVG, _ counts: CountScale, _ time: TimeScale) {
        guard let first = line.edges.first, let count = line.counts.first else { return }
        var path = "M\(SVG.px(first)) \(SVG.px(counts.y(count)))"
        for (x, count) in zip(line.edges, line.counts).dropFirst() {
            path += "H\(SVG.px(x))V\(SVG.px(counts.y(count)))"
        }
        path += "H\(SVG.px(time.right))"
        // A light edge, so that it can be seen on every area.
        svg.add(
            "path", ["d": path, "fill": "none", "stroke": Ink.paper, "stroke-width": "4.5", "stroke-opacity": "0.75"])
        svg.add(
            "path",
            [
                "d": path, "fill": "none", "stroke": line.colour, "stroke-width": line.width,
                "stroke-dasharray": line.dash, "stroke-linejoin": "round",
            ])
    }

    /// Words behind the ends of lines, each at least a line of text above the one before.
    private func drawLineLabels(in svg: inout SVG, _ counts: CountScale, _ time: TimeScale) {
        let named = lines.filter { $0.label != nil }.sorted { ($0.counts.last ?? 0) < ($1.counts.last ?? 0) }
        var above = Int.max
        for line in named {
            let y = min(counts.y(line.counts.last ?? 0) + 40, above - 120)
            above = y
            svg.label(line.label ?? "", time.right + 80, y, size: 11, weight: 600, colour: line.colour)
        }
    }
}
