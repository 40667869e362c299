import Model

/// A spec that stands in a file in AWS's own shape.
struct FileMember {
    /// The member that names the file.
    let member: String
    let node: SpecNode
    let resource: ResourceID
    /// The manifest's own file.
    let file: String
    /// The chart that made the manifest; a path that is written there stays there. Nil for what stands in a file.
    var chart: String?

    /// What stands in the file, with what the manifest states beside it laid over; nil when there is something wrong.
    func spec(_ written: Value, _ read: (String) throws -> FileContent) throws -> (spec: Value?, found: [Diagnostic]) {
        guard let name = written[member] else { return (written, []) }
        let start = name.place?.file ?? file
        guard let text = name.string, let path = RepositoryPath.resolve(text, from: start) else {
            return (nil, [problem("no path inside the repository, from the folder of \(start)", name)])
        }
        if let chart, start.hasPrefix("\(chart)/"), !path.hasPrefix("\(chart)/") {
            return (nil, [problem("the path leads out of the chart \(chart)", name)])
        }
        switch try read(path) {
        case .refused(let reason): return (nil, [problem("\(path) \(reason)", name)])
        case .bytes(let bytes):
            let decoded = DecodedFile.decode(bytes, file: path)
            if let failure = decoded.failure { return (nil, [failure.of(resource)]) }
            guard let document = decoded.documents.first, decoded.documents.count == 1, document.value.object != nil
            else {
                return (nil, [problem("\(path) does not hold exactly one mapping", name)])
            }
            var found = document.diagnostics.map { $0.of(resource) }
            let content = unwrapped(document.value)
            if content["apiVersion"] != nil, content["kind"] != nil {
                found.append(problem("\(path) is a manifest itself", name))
            }
            return (found.isEmpty ? merged(content, with: written) : nil, found)
        }
    }

    /// AWS's replies hold a task definition in `taskDefinition`, with `tags` beside.
    private func unwrapped(_ content: Value) -> Value {
        let wrapper = node.schema.kind.lowerCamel
        let members = Dictionary((content.object ?? [:]).map { ($0.key.lowerCamel, $0.value) }) { first, _ in first }
        guard node.spellings[wrapper] == nil, let inner = members[wrapper], inner.object != nil,
            Set(members.keys).subtracting([wrapper, "tags"]).isEmpty
        else { return content }
        var result = inner
        if let tags = members["tags"], result["tags"] == nil { result["tags"] = tags }
        return result
    }

    private func merged(_ content: Value, with written: Value) -> Value {
        var result = content.withoutNulls.object ?? [:]
        for (key, value) in written.object ?? [:] where key != member {
            let name = node.spellings[key]?.name ?? key
            result = result.filter { (node.spellings[$0.key]?.name ?? $0.key) != name }
            result[key] = value
        }
        return Value(.object(result), at: written.place, key: written.keyPlace)
    }

    private func problem(_ message: String, _ value: Value) -> Diagnostic {
        Diagnostic(message, at: value.place, of: resource, path: FieldPath([member]))
    }
}

/// A file that a manifest names.
enum FileContent {
    case bytes([UInt8])
    /// Why it is not read, after its path.
    case refused(String)
}

extension Value {
    /// The same without members that are null, as SDKs print them.
    fileprivate var withoutNulls: Value {
        var copy = self
        switch content {
        case .object(let members): copy.content = .object(members.filter { !$0.value.isNull }.mapValues(\.withoutNulls))
        case .list(let items): copy.content = .list(items.map(\.withoutNulls))
        default: break
        }
        return copy
    }
}
