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

extension ValuesSchema {
    /// `values` with something in place of what is required and not given; where `isFull`, of everything that has an
    /// example, a word or a truth value too.
    func sample(over values: Value, isFull: Bool) -> Value {
        var result = values.object ?? [:]
        for (name, below) in properties.sorted(by: { $0.key < $1.key }) {
            if let given = result[name], !given.isNull {
                if given.object != nil { result[name] = below.sample(over: given, isFull: isFull) }
                if isFull, given.list?.isEmpty == true || given.object?.isEmpty == true,
                    let example = below.examples.first
                {
                    result[name] = example
                }
                if isFull, let truth = given.bool { result[name] = Value(.bool(!truth), at: given.place) }
            } else if required.contains(name) || (isFull && below.hasExample) {
                result[name] = below.stand(isFull)
            }
        }
        for name in required where properties[name] == nil && result[name]?.isNull != false {
            result[name] = additional?.stand(isFull)
        }
        return Value(.object(result), at: values.place, key: values.keyPlace)
    }

    /// Required texts of a form that nobody can guess, neither given nor shown by an example.
    func withoutExample(beside values: Value, at path: [String]) -> [Diagnostic] {
        properties.sorted { $0.key < $1.key }.flatMap { name, below -> [Diagnostic] in
            let given = values.set(name)
            if below.isObject, given != nil || required.contains(name) {
                return below.withoutExample(beside: given ?? .emptyObject, at: path + [name])
            }
            guard given == nil, required.contains(name), let pattern = below.pattern,
                let made = below.stand(false).string, !pattern.fits(made)
            else { return [] }
            let called = (path + [name]).joined(separator: ".")
            return [
                Diagnostic(
                    "\(called) is required and has a pattern, and nothing shows what fits it", hint: "give it examples",
                    at: below.place)
            ]
        }
    }

    private var hasExample: Bool { !examples.isEmpty || words != nil || properties.values.contains { $0.hasExample } }

    private func stand(_ isFull: Bool) -> Value {
        if let value = examples.first ?? words?.first ?? standard { return value }
        if isObject { return sample(over: Value(.object([:]), at: place), isFull: isFull) }
        if kinds.contains(.array) { return Value(.list([]), at: place) }
        if kinds.contains(.boolean) { return Value(.bool(true), at: place) }
        if kinds.contains(.integer) || kinds.contains(.number) { return Value(.integer(Int(minimum ?? 1)), at: place) }
        return Value(.string(String(repeating: "x", count: max(1, least ?? 1))), at: place)
    }
}
