/// One layer of a stack as the outline of an area.
struct StepArea {
    /// Where the layer is as high for a while.
    private struct Piece {
        let left: Int
        let right: Int
        let span: Range<Int>
    }

    private var pieces: [Piece] = []
    private let counts: CountScale

    /// The layer fills `spans`, in counts, from each edge to the next; the last one to `end`.
    init(edges: [Int], end: Int, spans: [Range<Int>], counts: CountScale) {
        self.counts = counts
        for (index, span) in spans.enumerated() {
            let right = index + 1 < edges.count ? edges[index + 1] : end
            if let last = pieces.last, last.span == span {
                pieces[pieces.count - 1] = Piece(left: last.left, right: right, span: span)
            } else {
                pieces.append(Piece(left: edges[index], right: right, span: span))
            }
        }
    }

    /// SVG's path data, one closed figure for each time in which the layer is there at all.
    var path: String {
        pieces.split { $0.span.isEmpty }.map(figure).joined()
    }

    private func figure(_ run: ArraySlice<Piece>) -> String {
        guard let first = run.first else { return "" }
        var path = "M\(SVG.px(first.left)) \(SVG.px(counts.y(first.span.upperBound)))"
        for piece in run { path += "V\(SVG.px(counts.y(piece.span.upperBound)))H\(SVG.px(piece.right))" }
        for piece in run.reversed() { path += "V\(SVG.px(counts.y(piece.span.lowerBound)))H\(SVG.px(piece.left))" }
        return path + "Z"
    }

    /// The middle of the widest place that holds a line of text of this width; nil when there is none.
    func roomiest(for width: Int) -> (x: Int, y: Int)? {
        let fitting = pieces.filter {
            $0.right - $0.left >= width && counts.y($0.span.lowerBound) - counts.y($0.span.upperBound) >= 130
        }
        guard let widest = fitting.max(by: { $0.right - $0.left < $1.right - $1.left }) else { return nil }
        let (top, bottom) = (counts.y(widest.span.upperBound), counts.y(widest.span.lowerBound))
        return ((widest.left + widest.right) / 2, (top + bottom) / 2)
    }
}
