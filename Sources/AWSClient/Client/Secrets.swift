internal import AWSWire
internal import Model

/// The sensitive texts of a request, which AWS's errors may repeat.
struct Secrets {
    private var texts: Set<String> = []

    /// The sensitive values of `input`, as its shape says.
    init(_ input: Value, _ shape: Shape) { collect(input, shape, isSensitive: false) }

    /// The error with these texts taken out.
    func masked(_ error: AWSError) -> AWSError { texts.isEmpty ? error : error.masking(Array(texts)) }

    private mutating func collect(_ value: Value, _ shape: Shape, isSensitive: Bool) {
        let isSensitive = isSensitive || shape.sensitive
        switch value.content {
        case .object(let members):
            for (name, value) in members {
                let inner = isSensitive || shape.members?[name]?.sensitive == true
                collect(value, shape.child(name) ?? Self.unknown, isSensitive: inner)
            }
        case .list(let items):
            for item in items { collect(item, shape.child("0") ?? Self.unknown, isSensitive: isSensitive) }
        default:
            if isSensitive { add(value) }
        }
    }

    private mutating func add(_ value: Value) {
        guard let text = value.scalarText, !text.isEmpty else { return }
        // A short text would tear words apart, so it is taken out only where it is quoted.
        if text.count >= 4 {
            texts.insert(text)
        } else {
            for quote in ["'", "\"", "`"] { texts.insert(quote + text + quote) }
        }
    }

    private static let unknown = Shape("Unknown", .document)
}
