import Model
import Testing

@testable import Planning

@Suite("The linter")
struct LinterTests {
    private static let spoiled = ("image: example.org:5000/team/api:1.8.0", "image: example.org:5000/team/api:latest")

    @Test("a stack without fault has no findings")
    func clean() throws {
        let desired = try LintStack().desired()
        #expect(Linter().diagnostics(of: desired) == [])
        #expect(Linter().findings(in: desired) == [])
    }

    @Test("a reason in the manifest allows a rule, and what is allowed does not fail")
    func allowed() throws {
        var stack = LintStack()
        try stack.edit(Self.spoiled.0, Self.spoiled.1)
        let kind = "kind: TaskDefinition\nmetadata: {name: api}\n"
        try stack.edit(kind, "\(kind)policy: {allow: {mutable-image-tag: nightly wants the newest}}\n")
        let finding = try #require(try stack.findings().first)
        #expect(finding.allowed == "nightly wants the newest")
        var report = LintReport()
        report.add(try stack.desired())
        #expect(!report.fails(on: .notice))
        #expect(LintText(report).table == "production: 15 resources, clean, 1 allowed\n")
        #expect(LintText(report, showingAllowed: true).table.hasPrefix("allow   TaskDefinition/api: container api: "))
    }

    @Test("a reason of the environment allows a rule everywhere")
    func allowedEverywhere() throws {
        var stack = LintStack()
        try stack.edit(Self.spoiled.0, Self.spoiled.1)
        try stack.edit("{paths: [production]}", "{paths: [production], policy: {allow: {mutable-image-tag: a trial}}}")
        #expect(try stack.findings().map(\.allowed) == ["a trial"])
    }

    @Test("warnings fail only when they are asked to, errors always")
    func failing() throws {
        var stack = LintStack()
        try stack.edit(Self.spoiled.0, Self.spoiled.1)
        var report = LintReport()
        report.add(try stack.desired())
        #expect(!report.fails(on: .refuse))
        #expect(report.fails(on: .warn) && report.fails(on: .notice))
        try stack.edit("memoryReservation: 512", "memoryReservation: 2048")
        var worse = LintReport()
        worse.add(try stack.desired())
        #expect(worse.fails(on: .refuse))
    }

    @Test("rules of plans are held against manifests as if every task rolled")
    func shared() throws {
        let bounds = (
            "minimumHealthyPercent: 75\n    maximumPercent: 150", "minimumHealthyPercent: 100\n    maximumPercent: 100"
        )
        let finding = try #require(try LintStack.findings(of: "rollout-deadlock", bounds).first)
        #expect(finding.weight == .refuse)
        #expect(finding.place?.lineDescription == "production/api.yaml:33")
        let delay = ("timeout_seconds: 30", "timeout_seconds: 300")
        #expect(try LintStack.findings(of: "spot-drain-too-slow", delay).count == 1)
        let breaker = ("deploymentCircuitBreaker: {enable: true, rollback: true}", "bakeTimeInMinutes: 0")
        #expect(try LintStack.findings(of: "no-circuit-breaker", breaker).map(\.weight) == [.notice])
        let tooLarge = ("memory: 1024\n      memoryReservation: 512", "memory: 9000")
        #expect(try LintStack.findings(of: "task-fits-no-instance", tooLarge).count == 1)
    }

    @Test("what is wrong with one manifest beside another is told too")
    func faults() throws {
        var stack = LintStack()
        try stack.edit("taskDefinition: api\n", "taskDefinition: aqi\n")
        let diagnostics = Linter().diagnostics(of: try stack.desired())
        #expect(diagnostics.contains { $0.severity == .error && $0.resource?.description == "Service/api" })
    }

    @Test("every rule has an id of its own, in kebab case, and says what to do")
    func ids() {
        let ids = allLintRules.map { $0.id }
        #expect(Set(ids).count == ids.count)
        for rule in allLintRules {
            #expect(rule.id.wholeMatch(of: /[a-z]+(-[a-z]+)+/) != nil)
            #expect(!rule.summary.isEmpty && !rule.remedy.isEmpty)
        }
    }
}
