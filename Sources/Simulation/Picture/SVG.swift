/// An SVG text as it is written. Coordinates are whole tenths of a pixel, so that the same picture has the same bytes.
struct SVG {
    private(set) var text = ""

    /// `12.5` for 125.
    static func px(_ tenths: Int) -> String {
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
    }

    /// `text` as XML's character data and attributes carry it; what XML does not know is left out.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += " "
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An element that holds nothing or this text; its `title` is what pointing at it shows.
    mutating func add(
        _ name: String, _ attributes: KeyValuePairs<String, String>, text content: String? = nil, title: String? = nil
    ) {
        open(name, attributes)
        if content == nil && title == nil {
            text.removeLast(2)
            text += "/>\n"
        } else {
            text.removeLast()
            if let title { text += "<title>\(Self.escaped(title))</title>" }
            text += "\(Self.escaped(content ?? ""))</\(name)>\n"
        }
    }

    /// The beginning of an element that holds others.
    mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        text += "<\(name)"
        for (key, value) in attributes { text += " \(key)=\"\(Self.escaped(value))\"" }
        text += ">\n"
    }

    /// The end of an element.
    mutating func close(_ name: String) { text += "</\(name)>\n" }

    /// Text whose baseline begins, ends or has its middle at a point.
    mutating func label(
        _ content: String, _ x: Int, _ y: Int, anchor: String = "start", size: Int = 12, weight: Int = 400,
        colour: String = Ink.text
    ) {
        add(
            "text",
            [
                "x": Self.px(x), "y": Self.px(y), "text-anchor": anchor, "font-size": "\(size)",
                "font-weight": "\(weight)", "fill": colour,
            ], text: content)
    }

    /// A straight line; `dash` as SVG's `stroke-dasharray`, `none` for a solid one.
    mutating func line(
        _ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, colour: String, width: String = "1", dash: String = "none",
        opacity: String = "1"
    ) {
        add(
            "line",
            [
                "x1": Self.px(x1), "y1": Self.px(y1), "x2": Self.px(x2), "y2": Self.px(y2), "stroke": colour,
                "stroke-width": width, "stroke-dasharray": dash, "stroke-opacity": opacity,
            ])
    }

    /// A filled rectangle.
    mutating func box(
        _ x: Int, _ y: Int, _ width: Int, _ height: Int, fill: String, stroke: String = "none", radius: Int = 0
    ) {
        add(
            "rect",
            [
                "x": Self.px(x), "y": Self.px(y), "width": Self.px(width), "height": Self.px(height),
                "rx": Self.px(radius), "fill": fill, "stroke": stroke,
            ])
    }
}
