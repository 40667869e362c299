public import Model

/// A chart on its own, as its author works on it: checked, locked and packed.
public struct ChartFolder {
    private let source: BoundedSource
    private let chart: Chart?
    /// What is wrong with the chart itself, sorted by place.
    public let problems: [Diagnostic]

    /// The chart whose folder is the top of `source`. Throws `ReadError` and what the source throws.
    public init(_ source: any ManifestSource) throws {
        self.source = try BoundedSource(source, Limits())
        let read = try ChartReader.chart(in: ".", of: self.source)
        chart = read.chart
        problems = read.found.sorted()
    }

    /// `spot-api 1.0.0`; nil for a chart that can not be read.
    public var name: String? { chart.map { "\($0.about.name) \($0.about.version)" } }

    /// Everything that lint says: `problems`, values that the schema declares and no template asks for, and what is wrong
    /// with the manifests that the chart makes of its defaults. `kinds` are those that manifests may have.
    public func lint(kinds: [ManifestKind]) throws -> [Diagnostic] {
        guard let chart else { return problems }
        var found = problems + ChartUse.unused(in: chart)
        found += try ChartTrial(chart, source, KindTable(kinds)).problems()
        return Array(Set(found)).sorted()
    }

    /// The chart's files as `name-version.tgz`, always the same bytes for the same files, and their digest as a lock
    /// holds it. Throws the first problem of a broken chart.
    public func package() throws -> (file: String, bytes: [UInt8], digest: String) {
        guard let chart else { throw problems.first ?? Diagnostic("this is no chart") }
        let files = try contents(below: "")
        let bytes = try ChartArchive.gzip(files, in: chart.about.name)
        return ("\(chart.about.name)-\(chart.about.version).tgz", bytes, ChartLock.digest(files))
    }

    /// The text of `Chart.lock` for the charts that now stand in `charts/`; nil for a chart without dependencies.
    /// Throws a diagnostic when `Chart.yaml` can not be read or a chart is missing.
    public func lock() throws -> String? {
        guard let bytes = try contents(below: "").first(where: { $0.path == "Chart.yaml" })?.bytes else {
            throw Diagnostic("there is no Chart.yaml")
        }
        let (metadata, found) = ChartMetadata.read(bytes, path: "Chart.yaml")
        guard let metadata else { throw found.first ?? Diagnostic("Chart.yaml can not be read") }
        if metadata.dependencies.isEmpty { return nil }
        var lock = ChartLock()
        for wanted in metadata.dependencies {
            let files = try contents(below: "charts/\(wanted.name)/")
            if files.isEmpty {
                throw Diagnostic("charts/\(wanted.name) is missing", hint: "put the chart there", at: wanted.place)
            }
            lock.entries[wanted.name] = ChartLock.Entry(version: wanted.version, digest: ChartLock.digest(files))
        }
        return lock.text
    }

    private func contents(below prefix: String) throws -> [(path: String, bytes: [UInt8])] {
        try source.sorted.filter {
            $0.path.hasPrefix(prefix) && !$0.path.split(separator: "/").contains { $0.hasPrefix(".") }
        }
        .map { entry in
            guard case .bytes(let bytes) = try source.content(of: entry) else {
                throw Diagnostic("\(entry.path) is no plain file, or too large")
            }
            return (String(entry.path.dropFirst(prefix.count)), bytes)
        }
    }
}
