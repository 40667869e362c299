/// Everything of a picture from top to bottom.
struct PictureSheet {
    let title: String
    let subtitle: String
    let time: TimeScale
    let panels: [StepPanel]
    let lane: EventLane
    let list: EventList
    /// Revisions that a panel has at most.
    let revisions: Int

    private static let header = 920
    private static let axis = 240

    private var panelsTop: Int { Self.header + lane.height + Self.axis }
    private var panelsBottom: Int { panelsTop + panels.reduce(0) { $0 + $1.height } - StepPanel.gap }
    private var height: Int { panelsBottom + Self.axis + 160 + list.height + 200 }

    var svg: String {
        var svg = SVG()
        let (width, height) = (SVG.px(TimelinePicture.width), SVG.px(panels.isEmpty ? Self.header + 300 : height))
        svg.open(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "width": width, "height": height,
                "viewBox": "0 0 \(width) \(height)", "role": "img", "aria-labelledby": "title desc",
                "font-family": "Helvetica Neue, Helvetica, Arial, DejaVu Sans, sans-serif",
            ])
        svg.add("title", ["id": "title"], text: title)
        svg.add("desc", ["id": "desc"], text: summary)
        Ink.define(revisions: revisions, in: &svg)
        svg.add("rect", ["width": width, "height": height, "rx": "8", "fill": Ink.paper, "stroke": Ink.frame])
        drawHeader(in: &svg)
        if !panels.isEmpty { drawPanels(in: &svg) }
        svg.close("svg")
        return svg.text
    }

    /// The picture in words, for those who do not see it.
    private var summary: String {
        let panels = panels.map { "\($0.kind) \($0.heading)" + ($0.remark.isEmpty ? "" : ": \($0.remark)") }
        return ([subtitle] + panels).joined(separator: ". ") + "."
    }

    private func drawHeader(in svg: inout SVG) {
        svg.label(title, 240, 380, size: 20, weight: 700)
        svg.label(subtitle, 240, 580, colour: Ink.faint)
        if panels.isEmpty {
            svg.label("Nothing happened yet.", 240, 860)
        } else {
            PictureKey.draw(in: &svg, at: 800, time)
        }
    }

    private func drawPanels(in svg: inout SVG) {
        drawAxis(in: &svg, at: panelsTop - 60)
        var y = panelsTop
        var plots: [Range<Int>] = []
        for panel in panels {
            panel.draw(in: &svg, at: y, time)
            plots.append(panel.plot(at: y))
            y += panel.height
        }
        drawAxis(in: &svg, at: panelsBottom + 160)
        lane.draw(in: &svg, at: Self.header, to: Self.header + lane.height, through: plots)
        list.draw(in: &svg, at: panelsBottom + Self.axis + 100, time, width: TimelinePicture.width)
    }

    private func drawAxis(in svg: inout SVG, at y: Int) {
        for tick in time.ticks { svg.label(tick.label, tick.x, y, anchor: "middle", size: 11, colour: Ink.faint) }
    }
}
