/// A stack of areas over time with a heading; what panels of services and of groups have in common.
struct StepPanel {
    /// An area of the stack.
    struct Layer {
        let fill: String
        /// Said where the area is pointed at.
        let title: String
        /// Written into the area where there is room; nil for nothing.
        var label: String?
        /// Its height in each column, as a count.
        let heights: [Int]
    }

    /// A line over the stack.
    struct Line {
        let edges: [Int]
        let counts: [Int]
        let colour: String
        let width: String
        let dash: String
        /// Written behind its end; nil for nothing.
        let label: String?
    }

    /// An example of a fill and what it stands for.
    struct Chip {
        let fill: String
        let label: String
    }

    /// What it is about, in a word: `service`, `group`.
    let kind: String
    /// The name of what it is about.
    let heading: String
    var chips: [Chip] = []
    /// Stands at the right of the heading.
    var remark = ""
    /// Left edges of columns.
    var edges: [Int] = []
    /// From the bottom up.
    var layers: [Layer] = []
    var lines: [Line] = []
    /// Height of the plot in tenths of a pixel.
    var plotHeight = 1200

    static let headingHeight = 260
    static let gap = 120

    /// Where the plot of a panel at `y` begins and ends.
    func plot(at y: Int) -> Range<Int> { (y + Self.headingHeight)..<(y + Self.headingHeight + plotHeight) }

    /// All of it, in tenths of a pixel.
    var height: Int { Self.headingHeight + plotHeight + Self.gap }

    /// The largest count, at least 1.
    var most: Int {
        let stack = edges.indices.map { column in layers.reduce(0) { $0 + $1.heights[column] } }.max() ?? 0
        return max(1, stack, lines.flatMap(\.counts).max() ?? 0)
    }
}

extension StepPanel.Layer {
    /// Bottom and top of the layer in each column, where it stands on `below`.
    func spans(on below: [Int]) -> [Range<Int>] { zip(below, heights).map { $0..<($0 + $1) } }
}
