import Model

/// What AWS takes of a field where its model does not say so.
struct FieldBound {
    /// What AWS counts, in 32 bits.
    static let counts = 0...Int(Int32.max)

    /// Which field; `*` stands for any element.
    let path: FieldPath
    fileprivate let form: Shape.Form

    /// Whole numbers.
    init(_ path: FieldPath, _ range: ClosedRange<Int>) { self.init(path, .integer(range)) }

    /// One of `words`.
    init(_ path: FieldPath, words: [String]) { self.init(path, .enumeration(words)) }

    private init(_ path: FieldPath, _ form: Shape.Form) {
        self.path = path
        self.form = form
    }

    /// The same of what lies below `prefix`.
    func below(_ prefix: FieldPath) -> FieldBound { FieldBound(FieldPath(prefix.parts + path.parts), form) }
}

extension Shape {
    /// The same, with these bounds.
    func bounded(by bounds: [FieldBound]) -> Shape {
        bounds.reduce(self) { shape, bound in shape.changed(at: bound.path.parts[...], to: bound.form) }
    }

    private func changed(at path: ArraySlice<String>, to form: Form) -> Shape {
        guard let part = path.first else { return with(form) }
        guard let below = child(part)?.changed(at: path.dropFirst(), to: form) else { return self }
        switch self.form {
        case .structure(let members):
            return with(.structure(Members(members.map { $0.name == part ? $0.holding(below) : $0 })))
        case .list(_, let wireName, let flattened):
            return with(.list(ShapeReference(below), wireName: wireName, flattened: flattened))
        default: return self
        }
    }

    private func with(_ form: Form) -> Shape { Shape(name, form, sensitive: sensitive, count: count) }
}
