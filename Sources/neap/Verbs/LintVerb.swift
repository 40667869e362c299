import ArgumentParser
import Kinds
import Manifest
import Model
import Planning
import Reconciler

/// `neap lint`: manifests held against rules, without AWS.
struct LintVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Look through the manifests of a folder or repository for what goes wrong later.",
        discussion: """
            Needs no AWS account. Reads the files as they stand, uncommitted changes included, unless --head. Exit code 1 on \
            errors and broken manifests; on warnings too with --strict. `policy.allow` in a manifest names a rule with a \
            reason. The rules: docs/lint-rules.md, and `neap explain RULE`.
            """)

    /// How the findings are shown.
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, markdown, sarif }

    /// The least that fails.
    enum Threshold: String, ExpressibleByArgument, CaseIterable {
        case error, warn, notice

        var weight: Finding.Weight { self == .error ? .refuse : self == .warn ? .warn : .notice }
    }

    @Argument(help: "The folder.", completion: .directory)
    var path: String = "."

    @Option(name: [.long, .customShort("e")], help: "Only this environment; all of them otherwise.")
    var environment: String?

    @Flag(help: "Read HEAD of the repository at PATH instead of the files as they stand.")
    var head = false

    @Option(name: .shortAndLong, help: "table, json, markdown, or sarif (2.1.0).")
    var output: Format = .table

    @Option(help: "The least that ends with exit code 1: error, warn or notice.")
    var failOn: Threshold = .error

    @Flag(help: "The same as --fail-on warn.")
    var strict = false

    @Flag(help: "Show what policy.allow allows too, with its reason.")
    var allowed = false

    func run() async throws {
        try await reporting {
            let report = try await report()
            if output != .markdown { for diagnostic in report.diagnostics { Terminal.error(diagnostic.description) } }
            Terminal.out(rendered(report))
            let threshold = strict && failOn == .error ? Threshold.warn : failOn
            return report.fails(on: threshold.weight) ? .error : .done
        }
    }

    private func report() async throws -> LintReport {
        let reader = ManifestReader(kinds: allKinds.map { $0.manifest })
        let source = try await source()
        let list = try reader.environments(in: source)
        let names = environment.map { [$0] } ?? list.names
        // Says what is missing.
        if names.isEmpty { _ = try reader.read(source) }
        var report = LintReport()
        for name in names {
            if let problems = list.broken[name] {
                report.add(broken: name, problems)
            } else {
                report.add(try reader.read(source, environment: name))
            }
        }
        return report
    }

    private func source() async throws -> any ManifestSource {
        if head { return try await LocalSource(path).read().files }
        return FolderSource(path)
    }

    private func rendered(_ report: LintReport) -> String {
        switch output {
        case .table: LintText(report, showingAllowed: allowed).table
        case .json: LintJSON(report).text
        case .markdown: LintText(report, showingAllowed: allowed).markdown
        case .sarif: LintSARIF(report, version: Neap.version).text
        }
    }
}
