public import Manifest
public import Model

/// What `neap lint` found, environment by environment.
public struct LintReport: Sendable {
    /// One environment's share.
    public struct Part: Sendable {
        /// The environment's name.
        public let environment: String
        /// How many resources were looked at.
        public let resources: Int
        /// What the rules found.
        public let findings: [Finding]
        /// What is wrong with the manifests themselves.
        public let diagnostics: [Diagnostic]
    }

    /// The environments in the order in which they were looked at.
    public private(set) var parts: [Part] = []

    /// Nothing yet.
    public init() {}

    /// Adds what `linter` finds in an environment.
    public mutating func add(_ desired: Desired, by linter: Linter = Linter()) {
        parts.append(
            Part(
                environment: desired.environment.name, resources: desired.resources.count,
                findings: linter.findings(in: desired), diagnostics: linter.diagnostics(of: desired)))
    }

    /// Adds an environment that can not be read.
    public mutating func add(broken environment: String, _ diagnostics: [Diagnostic]) {
        parts.append(Part(environment: environment, resources: 0, findings: [], diagnostics: diagnostics.sorted()))
    }

    /// Every diagnostic once: a file may belong to several environments.
    public var diagnostics: [Diagnostic] { Set(parts.flatMap(\.diagnostics)).sorted() }

    /// True when a manifest is broken, or something at least as heavy as `weight` is not allowed.
    public func fails(on weight: Finding.Weight) -> Bool {
        let order: [Finding.Weight] = [.refuse, .warn, .notice]
        let failing = order.prefix { $0 != weight } + [weight]
        return diagnostics.contains { $0.severity == .error }
            || parts.flatMap(\.findings).contains { $0.allowed == nil && failing.contains($0.weight) }
    }
}

extension LintReport.Part {
    /// `production: 27 resources, 1 error, 2 warnings, 3 allowed`.
    var summary: String {
        let errors =
            findings.count { $0.allowed == nil && $0.weight == .refuse }
            + diagnostics.count { $0.severity == .error }
        let counts = [
            (errors, "error"), (open(.warn), "warning"), (open(.notice), "notice"),
        ].filter { $0.0 > 0 }.map { ForecastWords.count($0.0, $0.1) }
        let allowed = findings.count { $0.allowed != nil }
        let found = counts.isEmpty ? ["clean"] : counts
        let all = [ForecastWords.count(resources, "resource")] + found + (allowed > 0 ? ["\(allowed) allowed"] : [])
        return "\(environment): \(all.joined(separator: ", "))"
    }

    private func open(_ weight: Finding.Weight) -> Int {
        findings.count { $0.allowed == nil && $0.weight == weight }
    }
}

extension Finding {
    /// `error`, `warn`, `notice`; `allow` where a person took the blame.
    var lintWord: String { allowed != nil ? "allow" : weight.lintWord }
}

extension Finding.Weight {
    /// What it is called where nothing is refused: `error`, `warn`, `notice`.
    var lintWord: String { self == .refuse ? "error" : rawValue }
}
