import Model

/// A release to the manifests that its chart makes with its values.
struct ReleaseRenderer {
    private let release: Release
    private let reads: FileReads
    private let environment: Environment
    private(set) var found: [Diagnostic] = []
    private var renderer = TemplateRenderer()

    /// The manifests of `release`, in the order of the chart's files, with what is wrong.
    static func documents(
        _ release: Release, in environment: Environment, _ reads: FileReads
    ) throws -> (documents: [ManifestDocument], found: [Diagnostic]) {
        var renderer = ReleaseRenderer(release: release, reads: reads, environment: environment)
        let documents = try renderer.documents()
        try reads.claim(rendered: renderer.renderer.budget)
        return (documents, renderer.found + renderer.renderer.found)
    }

    /// The manifests of `chart` with no values but those that `release` states, for trying a chart on its own.
    static func documents(
        of chart: Chart, for release: Release, in environment: Environment, _ reads: FileReads
    ) throws -> (documents: [ManifestDocument], found: [Diagnostic]) {
        var renderer = ReleaseRenderer(release: release, reads: reads, environment: environment)
        let documents = renderer.render(chart, release.values, root: chart.root)
        return (documents, renderer.found + renderer.renderer.found)
    }

    /// The values that the templates of `release` see, those of vendored charts under their names; nil when its chart
    /// can not be read.
    static func values(of release: Release, root: String, _ reads: FileReads) throws -> Value? {
        var renderer = ReleaseRenderer(release: release, reads: reads, environment: Environment(name: ""))
        guard let chart = try reads.chart(in: root).chart else { return nil }
        return Self.values(of: chart, try renderer.given())
    }

    private static func values(of chart: Chart, _ given: Value) -> Value {
        var values = chart.defaults.overlaid(by: given)
        for dependency in chart.dependencies {
            values[dependency.name] = self.values(of: dependency.chart, dependency.given(of: values))
        }
        return values
    }

    private init(release: Release, reads: FileReads, environment: Environment) {
        self.release = release
        self.reads = reads
        self.environment = environment
    }

    private mutating func documents() throws -> [ManifestDocument] {
        let file = release.chartPlace?.file ?? release.place.file
        guard let folder = RepositoryPath.resolve(release.chart, from: file) else {
            report(
                "\(release.chart) is no folder of the repository", release.chartPlace,
                hint: "from the folder of \(file)")
            return []
        }
        let (chart, problems) = try reads.chart(in: folder)
        guard reads.isChart(folder) else {
            let name = folder.split(separator: "/").last.map(String.init) ?? folder
            let near = Nearest.hint(for: name, among: reads.charts(beside: folder))
            report("\(folder) is no chart", release.chartPlace, hint: near ?? ChartReader.form)
            return []
        }
        found += problems
        guard let chart else {
            if found.isEmpty { report("\(folder) is no chart", release.chartPlace) }
            return []
        }
        return render(chart, try given(), root: folder)
    }

    /// The values of files, in their order, and then the release's own.
    private mutating func given() throws -> Value {
        var values = Value(.object([:]), at: release.place)
        for (text, place) in release.valuesFiles {
            let file = place?.file ?? release.place.file
            guard let path = RepositoryPath.resolve(text, from: file) else {
                report("\(text) is no file of the repository", place, hint: "from the folder of \(file)")
                continue
            }
            switch try reads.content(of: path) {
            case .refused(let reason): report("\(path) \(reason)", place)
            case .bytes(let bytes):
                let (document, problems) = ChartReader.document(bytes, path)
                found += problems
                if let document { values = values.overlaid(by: document) }
            }
        }
        var own = release.values
        own.place = own.place ?? release.place
        return values.overlaid(by: own)
    }

    /// `path` is where the chart's values stand among the release's.
    private mutating func render(
        _ chart: Chart, _ given: Value, root: String, at path: [String] = ["values"]
    ) -> [ManifestDocument] {
        let names = Set(chart.dependencies.map(\.name))
        let (values, problems) = ValuesCheck.complete(
            chart.defaults.overlaid(by: given), chart.schema, at: path, skipping: names)
        found += problems
        // Templates over values that are wrong would only say the same again.
        guard problems.isEmpty else { return [] }
        let scope = scope(chart, values)
        renderer.root = chart.root == "." ? "" : "\(chart.root)/"
        var documents = chart.templates.flatMap { template in
            renderer.documents(template, in: scope).map { document($0, root) }
        }
        for dependency in chart.dependencies where isWanted(dependency, of: chart, values) {
            let below = dependency.given(of: values)
            documents += render(dependency.chart, below, root: root, at: path + [dependency.name])
        }
        return documents
    }

    /// By its condition, over the chart's values and, below its name, its own; one that nobody set means yes, as in Helm.
    private mutating func isWanted(_ dependency: ChartDependency, of chart: Chart, _ values: Value) -> Bool {
        guard let condition = dependency.condition else { return true }
        var all = values
        let own = values.set(dependency.name)
        all[dependency.name] = dependency.chart.defaults.overlaid(by: own ?? Value(.object([:])))
        do throws(ExpressionProblem) {
            return try condition.truth(in: scope(chart, all), &renderer.budget).truth
        } catch {
            if error.isUnset, dependency.ownSwitch != nil { return true }
            report(
                error.message, error.place?.used(by: dependency.conditionPlace) ?? dependency.conditionPlace,
                hint: error.hint)
            return false
        }
    }

    private func scope(_ chart: Chart, _ values: Value) -> Scope {
        let name = Value(.string(release.id.name), at: release.namePlace ?? release.place)
        let aws = environment.aws
        return Scope([
            ("values", values), ("release", Value(.object(["name": name]), at: release.place)), ("chart", chart.scope),
            (
                "environment",
                [
                    "name": .string(environment.name), "region": aws.region.map { .string($0) } ?? .null,
                    "accountId": aws.accountId.map { .string($0) } ?? .null,
                ]
            ),
        ])
    }

    private func document(_ value: Value, _ root: String) -> ManifestDocument {
        var value = value
        value.place = release.place.used(by: value.place)
        var document = ManifestDocument(value: value, file: release.place.file)
        document.release = release
        document.chart = root
        return document
    }

    private mutating func report(_ message: String, _ place: Place?, hint: String? = nil) {
        found.append(Diagnostic(message, hint: hint, at: place ?? release.place, of: release.id))
    }
}
