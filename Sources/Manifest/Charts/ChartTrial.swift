import Model

/// A chart rendered with nothing but its defaults, and once more with everything that its schema gives examples of.
struct ChartTrial {
    private let chart: Chart
    private let kinds: KindTable
    private let reads: FileReads

    /// A trial of `chart`, the top of `source`.
    init(_ chart: Chart, _ source: BoundedSource, _ kinds: KindTable) {
        self.chart = chart
        self.kinds = kinds
        reads = FileReads(source, ignore: IgnoreFile(""))
    }

    /// What is wrong with the manifests.
    func problems() throws -> [Diagnostic] {
        let untold = chart.withoutExample(beside: chart.defaults, at: ["values"])
        // A text made up here would only be blamed for not fitting.
        guard untold.isEmpty else { return untold }
        var found: Set<Diagnostic> = []
        for isFull in [false, true] {
            let sample = chart.sample(over: chart.defaults, isFull: isFull)
            found.formUnion(try problems(with: sample))
        }
        return found.sorted()
    }

    private func problems(with values: Value) throws -> [Diagnostic] {
        var environment = Environment(name: "production")
        environment.aws = Environment.AWS(region: "eu-west-1", accountId: "123456789012")
        let id = ResourceID("Release", chart.about.name)
        let place = Place(file: "Chart.yaml", line: 1, column: 1)
        var release = Release(id: id, place: place, namePlace: nil, labels: [:], policy: nil, spec: .emptyObject)
        release.chart = "."
        release.values = values
        let (documents, problems) = try ReleaseRenderer.documents(of: chart, for: release, in: environment, reads)
        guard problems.isEmpty else { return problems }
        let checker = ManifestChecker(kinds: kinds, environment: environment, reads: reads)
        let content = try checker.check(documents)
        return content.diagnostics + content.drafts.flatMap(\.diagnostics).filter { $0.severity != .notice }
    }
}

extension Chart {
    /// `values` with something in place of what is required and not given, of vendored charts too.
    fileprivate func sample(over values: Value, isFull: Bool) -> Value {
        var result = schema.sample(over: values, isFull: isFull)
        for dependency in dependencies {
            let given = result.set(dependency.name) ?? .emptyObject
            let below = dependency.chart.defaults.overlaid(by: dependency.given(of: result))
            result[dependency.name] = given.overlaid(by: dependency.chart.sample(over: below, isFull: isFull))
        }
        return result
    }

    fileprivate func withoutExample(beside values: Value, at path: [String]) -> [Diagnostic] {
        schema.withoutExample(beside: values, at: path)
            + dependencies.flatMap { dependency in
                let below = dependency.chart.defaults.overlaid(by: dependency.given(of: values))
                return dependency.chart.withoutExample(beside: below, at: path + [dependency.name])
            }
    }
}
