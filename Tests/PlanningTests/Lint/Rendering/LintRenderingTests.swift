import Model
import Testing

@testable import Planning

@Suite("What neap lint prints")
struct LintRenderingTests {
    private func report() throws -> LintReport {
        var stack = LintStack()
        try stack.edit("api:1.8.0", "api:latest")
        try stack.edit("memoryReservation: 512", "memoryReservation: 2048")
        let kind = "kind: TaskDefinition\nmetadata: {name: api}\n"
        try stack.edit(kind, "\(kind)policy: {allow: {mutable-image-tag: a trial}}\n")
        var report = LintReport()
        report.add(try stack.desired())
        report.add(broken: "old env", [Diagnostic("is broken", at: Place(file: "neap old.yaml", line: 2, column: 3))])
        return report
    }

    @Test("the table says what weighs how much, where, and by which rule")
    func table() throws {
        let lines = LintText(try report()).table.split(separator: "\n")
        #expect(
            lines.first?.hasPrefix("error   TaskDefinition/api: container api: memoryReservation 2048 is above") == true
        )
        #expect(lines.contains { $0.hasSuffix("production/api.yaml:17   rule soft-limit-above-hard") })
        #expect(lines.contains("production: 15 resources, 1 error, 1 allowed"))
        #expect(lines.last == "old env: 0 resources, 1 error")
    }

    @Test("Markdown lists broken manifests too")
    func markdown() throws {
        let text = LintText(try report()).markdown
        #expect(text.contains("### production: 15 resources, 1 error, 1 allowed\n\n- error `TaskDefinition/api`: "))
        #expect(text.contains("### old env: 0 resources, 1 error\n\n- error neap old.yaml:2:3: is broken\n"))
    }

    @Test("JSON has every finding with its field and place")
    func json() throws {
        let value = LintJSON(try report()).value
        #expect(value["schema"] == "neap/lint/v1")
        let findings = value["environments/0/findings" as FieldPath]?.list ?? []
        #expect(findings.map { $0["rule"]?.string } == ["soft-limit-above-hard", "mutable-image-tag"])
        #expect(findings.map { $0["severity"]?.string } == ["error", "warn"])
        #expect(findings.map { $0["allowed"]?.string } == [nil, "a trial"])
        #expect(findings.first?["field"] == "/containerDefinitions/api/memoryReservation")
        #expect(findings.first?["place"] == ["file": "production/api.yaml", "line": 17, "column": 7])
    }

    @Test("SARIF names every rule, and suppresses what is allowed with its reason")
    func sarif() throws {
        let value = LintSARIF(try report(), version: "1.2.3").value
        #expect(value["version"] == "2.1.0")
        let run = try #require(value["runs"]?.list?.first)
        let rules = run["tool/driver/rules" as FieldPath]?.list ?? []
        let ids = rules.compactMap { $0["id"]?.string }
        #expect(ids.count == RuleDescription.lint.count + 1)
        let results = run["results"]?.list ?? []
        #expect(results.count == 3)
        #expect(results.allSatisfy { ids.contains($0["ruleId"]?.string ?? "") })
        #expect(results.map { $0["level"]?.string } == ["error", "error", "warning"])
        let suppressed = results.compactMap { $0["suppressions"]?.list?.first?["justification"]?.string }
        #expect(suppressed == ["a trial"])
        let place = results.first?["locations/0/physicalLocation" as FieldPath]
        #expect(place?["artifactLocation"] == ["uri": "neap%20old.yaml"])
        #expect(place?["region"] == ["startLine": 2, "startColumn": 3])
    }
}
