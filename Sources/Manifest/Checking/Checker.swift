import Model

/// Holds a spec against its shape and rules, says everything that is wrong, and gives the spec in canonical form:
/// AWS's names in lower camel case, maps for tags and attributes, normal values. What is canonical stays as it is.
struct Checker {
    let resource: ResourceID
    /// Pointers whose fields are kept as written.
    let unchecked: [FieldPath]
    /// What is wrong so far.
    private(set) var found: [Diagnostic] = []
    /// Fields that only AWS sets, left out.
    private(set) var dropped: [(path: FieldPath, place: Place?)] = []
    /// Manifests that are written where a manifest's name may stand.
    private(set) var inlines: [(id: ResourceID, spec: Value)] = []
    /// True where a manifest may be written instead of its name.
    var allowsInline: (SpecNode) -> Bool = { _ in false }
    var path: [String] = []

    /// A checker for the spec of `resource`.
    init(_ resource: ResourceID, unchecked: [FieldPath] = []) {
        self.resource = resource
        self.unchecked = unchecked
    }

    /// The canonical form of `value`.
    mutating func canonical(_ written: Value, _ node: SpecNode) -> Value {
        guard !written.isNull else {
            report("the value is null", hint: "remove the line", written.keyPlace ?? written.place)
            return written
        }
        var value = written
        if let normal = node.rule?.normal { value = normal(written).at(written.place, key: written.keyPlace) }
        if node.target != nil, value.object != nil, let result = named(value, node) { return result }
        if !unchecked.isEmpty, isUnchecked { return value }
        switch node.shape.form {
        case .structure: value = structure(value, node)
        case .list: value = list(value, node)
        case .map: value = map(value, node)
        default: value = scalar(value, node)
        }
        return value
    }

    /// One notice for everything that was left out.
    func droppedNotice(at place: Place) -> Diagnostic? {
        let names = Set(dropped.map { $0.path.description }).sorted()
        guard !names.isEmpty else { return nil }
        let first = dropped.compactMap(\.place).min() ?? place
        return Diagnostic(
            "left out, because only AWS sets them: \(names.joined(separator: ", "))", at: first, of: resource,
            severity: .notice)
    }

    /// A mapping where a name may stand: a lookup or an inline manifest; nil when it is neither.
    private mutating func named(_ value: Value, _ node: SpecNode) -> Value? {
        if node.target?.lookup == true {
            lookup(value, node)
            return value
        }
        guard allowsInline(node), let target = node.target else { return nil }
        // Named after the manifest that holds it, and after where it stands inside; a name is all that the field keeps.
        let name = ([resource.name] + path.dropLast()).joined(separator: "-")
        inlines.append((ResourceID(target.kind, name), value))
        return Value(.string(name), at: value.place, key: value.keyPlace)
    }

    private mutating func structure(_ value: Value, _ node: SpecNode) -> Value {
        guard let fields = value.object else { return mismatch(value, "a mapping") }
        var result: [String: Value] = [:]
        result.reserveCapacity(fields.count)
        let spellings = node.spellings
        for (key, field) in fields {
            path.append(key)
            defer { path.removeLast() }
            guard let spelling = spellings[key] else {
                if isUnchecked { result[key] = field } else { unknown(key, field, node) }
                continue
            }
            if spelling.node.isReadOnly {
                dropped.append((FieldPath(path), field.keyPlace))
            } else if let other = result[spelling.name] {
                duplicate(spelling.name, field, other)
                _ = canonical(field, spelling.node)
            } else {
                result[spelling.name] = canonical(field, spelling.node)
            }
        }
        for name in node.required where result[name] == nil { missing(name, value) }
        return Value(.object(result), at: value.place, key: value.keyPlace)
    }

    private mutating func list(_ value: Value, _ node: SpecNode) -> Value {
        if value.object != nil, node.elementTakesLookup {
            lookup(value, node)
            return Value(.list([value]), at: value.place, key: value.keyPlace)
        }
        guard let items = value.list else { return mismatch(value, "a list") }
        checkCount(items.count, "elements", value, node)
        guard let element = node.child("*") else { return value }
        var result: [Value] = []
        result.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            path.append(String(index))
            result.append(canonical(item, element))
            path.removeLast()
        }
        refuseTwins(result, node)
        return Value(.list(result), at: value.place, key: value.keyPlace)
    }

    private mutating func map(_ value: Value, _ node: SpecNode) -> Value {
        var value = value
        if node.takesPairs, value.list != nil { value = pairs(value) }
        guard let entries = value.object else {
            return mismatch(value, node.takesPairs ? "a mapping or a list of keys and values" : "a mapping")
        }
        var result: [String: Value] = [:]
        result.reserveCapacity(entries.count)
        for (key, entry) in entries {
            path.append(key)
            defer { path.removeLast() }
            guard let child = node.child(key) else { continue }
            if node.takesPairs, !node.takesScalars, key.hasPrefix("aws:") || key.hasPrefix("neap:") {
                dropped.append((FieldPath(path), entry.keyPlace ?? entry.place))
            } else if node.takesScalars, let text = entry.scalarText {
                result[key] = canonical(Value(.string(text), at: entry.place, key: entry.keyPlace), child)
            } else {
                result[key] = canonical(entry, child)
            }
        }
        checkCount(result.count, "entries", value, node)
        return Value(.object(result), at: value.place, key: value.keyPlace)
    }

    /// True when `policy.unchecked` names the field at hand or one that holds it.
    var isUnchecked: Bool { !unchecked.isEmpty && unchecked.contains { $0.covers(FieldPath(path)) } }

    /// True when nobody would read more.
    var isFull: Bool { found.count >= Limits.problems }

    mutating func report(_ message: String, hint: String? = nil, _ place: Place?) {
        if isFull { return }
        found.append(Diagnostic(message, hint: hint, at: place, of: resource, path: FieldPath(path)))
    }
}
