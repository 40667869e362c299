/// Colours and patterns. States differ by pattern and kinds by shape, so that nothing depends on colour alone.
enum Ink {
    static let paper = "#ffffff"
    static let plot = "#f7f8fa"
    static let frame = "#c9ced6"
    static let grid = "#e1e5ea"
    static let text = "#1c2733"
    static let faint = "#5b6875"
    static let healthy = "#111111"
    static let floor = "#b3261e"
    static let ceiling = "#5b6875"
    static let onDemand = "#4a5568"
    static let spot = "#2a8f95"

    /// Revisions take turns; told apart with the common kinds of colour blindness.
    static let revisions = ["#2b6cb0", "#c77700", "#2f8f6b", "#9b4f96", "#7a6a2f", "#3f97bd"]

    /// What stands for a state of tasks in a picture.
    enum Texture: String, CaseIterable {
        /// RUNNING, and not healthy yet: lines that rise.
        case starting
        /// PROVISIONING to ACTIVATING: dots.
        case pending
        /// On their way out: lines that fall.
        case draining
        /// Bought on Spot: level lines.
        case spot
    }

    /// The fill of revision number `index` of a panel in a state; nil for the healthy ones.
    static func fill(_ index: Int, _ texture: Texture?) -> String {
        let colour = index % revisions.count
        return texture.map { "url(#\($0.rawValue)-\(colour))" } ?? revisions[colour]
    }

    /// The fill of an example in the legend.
    static func neutral(_ texture: Texture?) -> String { texture.map { "url(#\($0.rawValue)-n)" } ?? "#6b7785" }

    /// The fill of Spot instances.
    static let spotFill = "url(#spot-s)"

    /// Every pattern that a picture with so many revisions in a panel can ask for.
    static func define(revisions count: Int, in svg: inout SVG) {
        svg.open("defs", [:])
        for texture in Texture.allCases where texture != .spot {
            for (index, colour) in revisions.prefix(count).enumerated() {
                pattern(texture, "\(index)", colour, in: &svg)
            }
            pattern(texture, "n", "#6b7785", in: &svg)
        }
        pattern(.spot, "s", spot, in: &svg)
        svg.close("defs")
    }

    private static func pattern(_ texture: Texture, _ suffix: String, _ colour: String, in svg: inout SVG) {
        let turn = texture == .starting ? "rotate(45)" : texture == .draining ? "rotate(-45)" : "rotate(0)"
        svg.open(
            "pattern",
            [
                "id": "\(texture.rawValue)-\(suffix)", "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
                "patternTransform": turn,
            ])
        let back = texture == .spot ? (colour, "1") : (colour, texture == .starting ? "0.35" : "0.13")
        svg.add("rect", ["width": "6", "height": "6", "fill": paper])
        svg.add("rect", ["width": "6", "height": "6", "fill": back.0, "fill-opacity": back.1])
        switch texture {
        case .starting: svg.add("rect", ["width": "2.5", "height": "6", "fill": colour])
        case .draining: svg.add("rect", ["width": "1.2", "height": "6", "fill": colour])
        case .pending: svg.add("circle", ["cx": "3", "cy": "3", "r": "1.3", "fill": colour])
        case .spot: svg.add("rect", ["width": "6", "height": "1.5", "fill": paper, "fill-opacity": "0.55"])
        }
        svg.close("pattern")
    }
}
