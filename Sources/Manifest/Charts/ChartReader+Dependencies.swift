import Model

extension ChartReader {
    /// The charts of `charts/`, those that `Chart.yaml` names and `Chart.lock` vouches for.
    mutating func dependencies(_ metadata: ChartMetadata) throws -> [ChartDependency] {
        var lock = ChartLock()
        if let bytes = bytes("Chart.lock") {
            let (read, problems) = ChartLock.read(bytes, path: full("Chart.lock"))
            lock = read
            found += problems
        }
        var result: [ChartDependency] = []
        for wanted in metadata.dependencies {
            if let dependency = try dependency(wanted, lock) { result.append(dependency) }
        }
        let known = Set(metadata.dependencies.map(\.name))
        var said: Set<String> = []
        for (path, _) in contents where path.hasPrefix("charts/") {
            let name = String(path.dropFirst(7).prefix { $0 != "/" })
            guard !known.contains(name), said.insert(name).inserted else { continue }
            report("charts/\(name) is not named in Chart.yaml", top(path), hint: "add it to dependencies, or remove it")
        }
        return result
    }

    private mutating func dependency(_ wanted: ChartMetadata.Dependency, _ lock: ChartLock) throws -> ChartDependency? {
        let folder = full("charts/\(wanted.name)")
        guard contents.contains(where: { $0.path == "charts/\(wanted.name)/Chart.yaml" }) else {
            report(
                "charts/\(wanted.name) is missing", wanted.place,
                hint: "put the chart there; nothing is ever downloaded")
            return nil
        }
        let (chart, problems, digest) = try Self.read(folder, source, depth: depth + 1)
        found += problems
        guard let chart else { return nil }
        if chart.about.version != wanted.version || chart.about.name != wanted.name {
            report(
                "charts/\(wanted.name) holds \(chart.about.name) \(chart.about.version), not \(wanted.name) \(wanted.version)",
                wanted.place)
        }
        let entry = lock.entries[wanted.name]
        if entry?.digest != digest || entry?.version != wanted.version {
            let what = entry == nil ? "is not in Chart.lock" : "is not what Chart.lock says"
            report(
                "charts/\(wanted.name) \(what)", entry?.place ?? wanted.place,
                hint: "look at the difference, then neap chart lock \(root)")
        }
        return ChartDependency(
            name: wanted.name, condition: condition(wanted), conditionPlace: wanted.place, chart: chart)
    }

    private mutating func condition(_ wanted: ChartMetadata.Dependency) -> Expression? {
        guard let text = wanted.condition else { return nil }
        do throws(ExpressionProblem) {
            var lexer = ExpressionLexer(Array("\(text)}}".utf8), from: 0)
            return try ExpressionParser.expression(try lexer.tokens())
        } catch {
            report(error.message, wanted.place, hint: error.hint ?? "such as values.\(wanted.name).enabled")
            return nil
        }
    }
}
