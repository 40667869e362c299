import Model

/// A folder to a chart. Reads nothing outside the folder, and follows no link.
struct ChartReader {
    /// What a chart is.
    static let form = "a chart is a folder with Chart.yaml, values.schema.json and templates/"
    let source: BoundedSource
    let root: String
    let depth: Int
    var found: [Diagnostic] = []
    var contents: [(path: String, bytes: [UInt8])] = []

    /// The chart in `folder`, nil when there is none that could be used, with what is wrong. Read once for all
    /// releases. Throws what the source throws and `ReadError.tooLarge`.
    static func chart(in folder: String, of source: BoundedSource) throws -> (chart: Chart?, found: [Diagnostic]) {
        if let known = source.charts[folder] { return known }
        let read = try read(folder, source, depth: 0)
        source.charts[folder] = (read.chart, read.found)
        return (read.chart, read.found)
    }

    static func read(
        _ folder: String, _ source: BoundedSource, depth: Int
    ) throws -> (chart: Chart?, found: [Diagnostic], digest: String) {
        var reader = ChartReader(source: source, root: folder, depth: depth)
        try reader.load()
        let chart = try reader.chart()
        let isBroken = reader.found.contains { $0.severity == .error }
        return (isBroken ? nil : chart, reader.found, ChartLock.digest(reader.contents))
    }

    private init(source: BoundedSource, root: String, depth: Int) {
        self.source = source
        self.root = root
        self.depth = depth
    }

    /// The one mapping that `bytes` hold; nil when they hold something else.
    static func document(_ bytes: [UInt8], _ path: String) -> (value: Value?, found: [Diagnostic]) {
        let decoded = DecodedFile.decode(bytes, file: path)
        if let failure = decoded.failure { return (nil, [failure]) }
        let top = Place(file: path, line: 1, column: 1)
        if decoded.documents.isEmpty { return (Value(.object([:]), at: top), []) }
        guard decoded.documents.count == 1, let document = decoded.documents.first, document.value.object != nil else {
            return (nil, [Diagnostic("the file does not hold exactly one mapping", at: top)])
        }
        return (document.value, document.diagnostics)
    }

    private mutating func load() throws {
        for entry in source.listing(of: root) {
            let path = String(entry.path.dropFirst(root == "." ? 0 : root.count + 1))
            if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
            try source.claim(entry)
            switch try source.content(of: entry) {
            case .refused(let reason): report("the file \(reason)", Place(file: entry.path, line: 1, column: 1))
            case .bytes(let bytes): contents.append((path, bytes))
            }
        }
    }

    private mutating func chart() throws -> Chart? {
        guard depth <= 8 else {
            report("charts hold one another more than eight deep", nil)
            return nil
        }
        guard let bytes = bytes("Chart.yaml") else {
            report("\(root) is no chart", nil, hint: Self.form)
            return nil
        }
        let (metadata, problems) = ChartMetadata.read(bytes, path: full("Chart.yaml"))
        found += problems
        guard let metadata else { return nil }
        let (schema, defaults) = values()
        let templates = templates()
        let dependencies = try dependencies(metadata)
        checkOutput(metadata)
        let chart = Chart(
            root: root, about: metadata, templates: templates, defaults: defaults, schema: schema,
            dependencies: dependencies)
        // Beside a schema that can not be read everything would be undeclared.
        guard !found.contains(where: { $0.severity == .error }) else { return chart }
        found += ChartUse.undeclared(in: chart).prefix(Limits.problems)
        return chart
    }

    private mutating func values() -> (ValuesSchema, Value) {
        var (schema, values) = (Value(.object([:]), at: top("values.schema.json")), Value(.object([:])))
        if let bytes = bytes("values.schema.json") {
            let (document, problems) = Self.document(bytes, full("values.schema.json"))
            found += problems
            schema = document ?? schema
        }
        if let bytes = bytes("values.yaml") {
            let (document, problems) = Self.document(bytes, full("values.yaml"))
            found += problems
            values = document ?? values
        }
        if bytes("values.schema.json") == nil, values.object?.isEmpty == false {
            report(
                "the chart has values and no values.schema.json", top("values.yaml"),
                hint: "every value has an entry there")
        }
        let (read, problems) = ValuesSchemaReader.read(schema)
        found += problems
        return (read, (read.defaults ?? Value(.object([:]), at: top("Chart.yaml"))).overlaid(by: values))
    }

    private mutating func templates() -> [Template] {
        var templates: [Template] = []
        for (path, bytes) in contents where path.hasPrefix("templates/") {
            if path == "templates/NOTES.txt" { continue }
            guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") || path.hasSuffix(".json") else {
                report("the file is no template", top(path), hint: "templates end in .yaml, .yml or .json")
                continue
            }
            let (template, problems) = TemplateCompiler.compile(bytes, path: full(path))
            found += problems
            templates.append(template)
        }
        return templates
    }

    /// A release of a chart that makes nothing would take all that it made before for absent.
    private mutating func checkOutput(_ metadata: ChartMetadata) {
        let makesSome = contents.contains { $0.path.hasPrefix("templates/") && $0.path != "templates/NOTES.txt" }
        guard !makesSome, metadata.dependencies.isEmpty else { return }
        let folders = Set(contents.map { $0.path.split(separator: "/") }.filter { $0.count > 1 }.map { String($0[0]) })
        let near = Nearest.name(to: "templates", among: folders)
        report(
            "the chart has neither templates nor dependencies, and would make nothing", nil,
            hint: "its manifests stand in templates/" + (near.map { ", not in \($0)/" } ?? ""))
    }

    func bytes(_ path: String) -> [UInt8]? { contents.first { $0.path == path }?.bytes }
    func full(_ path: String) -> String { root == "." ? path : "\(root)/\(path)" }
    func top(_ path: String) -> Place { Place(file: full(path), line: 1, column: 1) }

    mutating func report(_ message: String, _ place: Place?, hint: String? = nil) {
        guard found.count < Limits.problems else { return }
        found.append(Diagnostic(message, hint: hint, at: place ?? top("Chart.yaml")))
    }
}
