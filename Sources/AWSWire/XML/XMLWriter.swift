/// Prints elements as XML text.
struct XMLWriter {
    private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)

    /// Appends `element`; `namespace` is declared on it.
    mutating func write(_ element: XMLElement, namespace: String? = nil) {
        append("<" + element.name)
        if let namespace { append(" xmlns=\"\(escaped(namespace))\"") }
        append(">")
        append(escaped(element.text))
        for child in element.children { write(child) }
        append("</\(element.name)>")
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { "&<>\"\r".utf8.contains($0) }) else { return text }
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("\r", with: "&#13;")
    }
}
